// What a card looks like wherever it stands: its name, its half of a bubble, its signs.

import { sector } from "../document/catalogue.js";
import { el, icon, svg } from "../elements/el.js";
import { halfOf } from "../document/network.js";
import said from "../generated/words-cards.js";

const HALVES = { boven: ["M2.5 10a7.5 7.5 0 0 1 15 0z", said.upper_half], onder: ["M2.5 10a7.5 7.5 0 0 0 15 0z", said.lower_half] };
const SIGNS = { beperking: ["cloud", said.with_limit], sterkte: ["sun", said.with_strength] };

/** The name of a card, or what a card without one is called. */
export const nameOf = (card) => card.naam.trim() || said.nameless;

/** The sector or field as it is read. */
export const sectorName = (card) => (card.sector && sector(card.sector)?.name) || card.domein.trim();

/** The tone of the cluster of a sector, for `data-tone`; nothing for one's own words. */
export const toneOf = (key) => (key && sector(key)?.cluster.tone) || null;

/** A disc of which one half is filled; hollow where it is not known which. Its words are for who cannot see it. */
export function halfDisc(half, tone = null, told = half ? HALVES[half][1] : null) {
  const drawing = svg("svg", { class: "card-disc", viewBox: "0 0 20 20", "aria-hidden": "true", "data-tone": tone },
    half && svg("path", { d: HALVES[half][0] }), svg("circle", { cx: 10, cy: 10, r: 7.5 }));
  return told ? [drawing, el("span", { class: "visually-hidden" }, told, " ")] : [drawing];
}

/** The card-disc of a card. */
export const cardDisc = (card) => halfDisc(halfOf(card), toneOf(card.sector));

/** The discs with cloud and sun: what a card belongs to. */
export function signs(card) {
  return card.bij.map((one) => {
    const [drawing, told] = SIGNS[one];
    return el("span", { class: `card-sign ${drawing}` }, icon(drawing), el("span", { class: "visually-hidden" }, told));
  });
}
