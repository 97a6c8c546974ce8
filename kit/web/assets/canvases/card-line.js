// How a card is called where it is one of many.

import { sector } from "../document/catalogue.js";
import said from "../generated/words-canvas-2.js";

/** The name of a card, or what stands for it. */
export const cardName = (card) => card.naam.trim() || said.nameless;

/** The place and the sector of a card, on one line. */
export const cardLine = (card) => [card.gemeente.trim(), sectorName(card)].filter(Boolean).join(" · ");

const sectorName = (card) => (card.sector && sector(card.sector)?.name) || card.domein.trim();
