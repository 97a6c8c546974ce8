// What somebody who looks at another network reads of it: whose it is, and how many cards it has.

import { count, el } from "../elements/el.js";
import { changeAndTell, message } from "../frame/frame.js";
import { merged } from "./merge.js";
import { current } from "../document/store.js";
import said from "../generated/words-keep.js";

/** Whose a network is, in bold, and its number of cards. */
export function whatIsIn(doc) {
  const cards = doc.kaarten.length ? `, ${count(said.cards, doc.kaarten.length)}` : "";
  return [el("strong", {}, doc.canvas1.wie.trim() || said.nameless), cards];
}

/** The day a document was changed, as it is said here; nothing where it is no day. */
export function dayOf(doc) {
  const at = new Date(doc.gewijzigd);
  if (Number.isNaN(at.getTime())) return "";
  return at.toLocaleDateString(document.documentElement.lang, { day: "numeric", month: "long", year: "numeric" });
}

/** Take over the cards of another network; those that are here already are counted and left. */
export function addCards(other) {
  const { cards, skipped, left } = merged(current(), other);
  const told = [
    cards.length ? count(said.added, cards.length) : said.none_added,
    skipped > 0 && count(said.skipped, skipped),
    left > 0 && count(said.no_room, left),
  ].filter(Boolean).join(" ");
  if (cards.length) changeAndTell((draft) => { draft.kaarten.push(...cards); }, told);
  else message(told);
}

/** Take over all of another network. */
export function takeOver(other, told) {
  changeAndTell((draft) => { Object.assign(draft, structuredClone(other)); }, told);
}
