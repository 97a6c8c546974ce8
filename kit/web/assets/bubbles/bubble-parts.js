// Parts that several compositions of the bubble sheet share: half-discs, discs of a sector, lines about a card.

import { liftCard, nameOf, placeCard } from "./bubble-acts.js";
import { sector } from "../document/catalogue.js";
import { el, fill, icon, svg } from "../elements/el.js";
import { menu } from "../frame/frame.js";
import { isLooking } from "../document/store.js";
import { go } from "../frame/route.js";
import said from "../generated/words-bubbles.js";
import sheetB from "../generated/words-sheet-b.js";

const { arcs } = sheetB;

export const HALVES = ["boven", "onder"];

/** The words of a half: along its edge (`arc`), and as they are read (`name`). */
export const halfWords = (half) => ({ arc: half === "boven" ? arcs.other_upper : arcs.other_lower, name: said.halves[half] });

/** A small round drawing of a bubble with one half filled. */
export function halfDisc(half) {
  return svg("svg", { class: "half-disc", viewBox: "0 0 24 24", "aria-hidden": "true" },
    svg("circle", { cx: 12, cy: 12, r: 10 }),
    svg("path", { d: half === "boven" ? "M2 12A10 10 0 0 1 22 12Z" : "M2 12A10 10 0 0 0 22 12Z" }));
}

/** The disc of the cluster of a card's sector; an open one where it has none. */
export function sectorDisc(card) {
  const found = card.sector && sector(card.sector);
  const disc = el("span", { class: found ? "sector-disc" : "sector-disc open", "aria-hidden": "true" }, icon(found ? found.cluster.icon : "card"));
  if (found) disc.style.setProperty("--tone", `var(--cluster-${found.cluster.tone})`);
  return disc;
}

/** What a card says its domain is. */
export const domainOf = (card) => (card.sector ? sector(card.sector)?.name ?? card.domein : card.domein).trim();

/** The name of a card, which leads to it. */
export function cardLink(card) {
  return el("a", { class: "card-link", href: `#p/${card.id}`, draggable: "false", "data-key": `link-${card.id}` }, nameOf(card));
}

/** The icon of the combination a card is in, with its words. */
export function combinationSign(sign) {
  return sign && [icon(sign, `combined ${sign}`), el("span", { class: "visually-hidden" }, `, ${said.combined[sign]}`)];
}

/** *Meer* of a card: `home` is where it lies now, `{nis, name, half}`, or nothing. */
export function cardMenu(card, view, home = null) {
  if (isLooking()) return null;
  const other = home && (home.half === "boven" ? "onder" : "boven");
  const whole = menu(fill(said.more_of, { naam: nameOf(card) }), [
    { text: said.edit, icon: "pen", act: () => view.leave(() => go("p", card.id)) },
    home && { text: said.to_half[other], icon: "swap", act: () => placeCard(card.id, { ...home, half: other }, view.sheet) },
    { text: said.to_bubble, icon: "bubbles", act: () => view.askPlace(card, home?.nis) },
    home && { text: said.lift, icon: "minus", act: () => liftCard(card.id) },
  ].filter(Boolean));
  whole.querySelector("button").dataset.key = `more-${card.id}`;
  return whole;
}
