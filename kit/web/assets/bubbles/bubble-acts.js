// What can be done on the bubble sheet: each changes the document, says so, and can be undone.

import { add, centre, lift, put, remove } from "./bubble-sheet.js";
import { count, fill } from "../elements/el.js";
import { changeAndTell, message } from "../frame/frame.js";
import { current } from "../document/store.js";
import said from "../generated/words-bubbles.js";

/** What a card is called where it needs a name. */
export const nameOf = (card) => card.naam.trim() || said.nameless;

/** The card of a document with an id, or nothing. */
export const cardOf = (doc, id) => doc.kaarten.find((card) => card.id === id) ?? null;

/** The codes around the municipality in the middle, whoever was added or taken away. */
export const around = ({ record }) => [...record.b.map(([nis]) => nis), ...record.far].filter(Boolean);

/** Puts a card in a half of a bubble, which gets a bubble first where it has none. */
export function placeCard(id, { nis, name, half }, sheet) {
  const card = cardOf(current(), id);
  if (!card) return;
  const values = { naam: nameOf(card), gemeente: name, plaats: said.where[half] };
  changeAndTell((draft) => {
    put(cardOf(draft, id), { nis, name, half });
    add(draft, nis, around(sheet));
  }, fill(card.nis === nis ? said.placed : said.placed_moved, values));
}

/** Takes a card out of its bubble. */
export function liftCard(id) {
  const card = cardOf(current(), id);
  if (card) changeAndTell((draft) => lift(cardOf(draft, id)), fill(said.lifted, { naam: nameOf(card) }));
}

/** Gives a municipality a bubble, or tells that it has one. */
export function addBubble({ nis, name }, sheet) {
  const { bollen } = current();
  const has = nis === bollen.midden || bollen.erbij.includes(nis) || (around(sheet).includes(nis) && !bollen.weg.includes(nis));
  if (has) message(fill(said.already, { gemeente: name }));
  else changeAndTell((draft) => add(draft, nis, around(sheet)), fill(said.added, { gemeente: name }));
}

/** Takes a bubble away. */
export function removeBubble({ nis, name, boven, onder }, sheet) {
  const n = boven.length + onder.length;
  const text = fill(said.removed, { gemeente: name });
  changeAndTell((draft) => remove(draft, nis, around(sheet)), n ? `${text} ${count(said.now_loose, n)}` : text);
}

/** Puts a municipality in the middle. */
export function setCentre({ nis, name }) {
  changeAndTell((draft) => centre(draft, nis), fill(said.centred, { gemeente: name }));
}

/** The exercise each card of a combination belongs to: `Map(id → "cloud" | "sun")`. */
export function combined(doc) {
  const signs = new Map();
  doc.canvas2.forEach(({ partners }, i) => partners.filter(Boolean).forEach((id) => signs.has(id) || signs.set(id, i ? "sun" : "cloud")));
  return signs;
}

