// Which cards are shown: those that pass every filter that is on, and hold every word that is looked for. Pure.

import { sectorName } from "./card-parts.js";
import { folded } from "../document/network.js";

/** The filters in order: `{key, sign, keeps(card, loose)}`; `key` is that of their words. */
export const FILTERS = Object.freeze([
  { key: "limit", sign: "cloud", keeps: (card) => card.bij.includes("beperking") },
  { key: "strength", sign: "sun", keeps: (card) => card.bij.includes("sterkte") },
  { key: "supralocal", keeps: (card) => card.bovenlokaal },
  { key: "boundary_pushing", keeps: (card) => card.grensverleggend },
  { key: "loose", keeps: (card, loose) => loose },
]);

/** Whether a card passes all filters in a set of keys. */
export const passes = (card, loose, on) => FILTERS.every(({ key, keeps }) => !on.has(key) || keeps(card, loose));

/** What a card is searched in. */
export const searchedIn = (card) => [card.naam, card.gemeente, sectorName(card), card.idee].map(folded).join("\n");
