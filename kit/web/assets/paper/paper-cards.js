// Partner cards on paper: four on a sheet of A4, with cut marks.

import { sector } from "../document/catalogue.js";
import { fill } from "../elements/el.js";
import kit from "../generated/kit.js";
import { page, sheetOf, tick, use, write } from "./paper-page.js";
import { clipped } from "./paper-text.js";
import places from "../generated/paper/places.js";
import said from "../generated/words-paper.js";
import sheetP from "../generated/words-sheet-p.js";

const NAME = 90;

/** What a card is called. */
export const cardName = (card) => card.naam.trim() || said.fields.nameless;

/** The same within other words. */
const shortName = (card) => clipped(cardName(card), NAME, places.sizes.head[0], "head");

/** The sector of a card, or what was typed in its place. */
export const sectorName = (card) => (card.sector ? sector(card.sector)?.name ?? card.domein : card.domein);

/** Who takes contact, and when; empty where neither is known. */
export function contact({ wie, wanneer }) {
  const parts = [wie.trim() && fill(said.who, { wie: wie.trim() }), wanneer.trim() && fill(said.when, { wanneer: wanneer.trim() })];
  return parts.filter(Boolean).join(" · ");
}

/** Pages with all cards, as they are listed; one with blank cards where there are none. */
export function cards(task) {
  const all = task.document.kaarten;
  const pages = [];
  for (let first = 0; first === 0 || first < all.length; first += places.cards.length) pages.push(sheet(task, all.slice(first, first + places.cards.length)));
  return pages;
}

function sheet(task, some) {
  const made = page("text", ["p-marks"], kit.titles.p);
  places.cards.forEach((corner, i) => {
    sheetOf(made).append(use("p", ...corner));
    if (some[i]) one(sheetOf(made), task, some[i], corner);
  });
  return made;
}

function one(into, task, card, corner) {
  const { places: here, ticks } = places.sheets.p;
  const put = (name, text, veld) => write(into, task, here[name], text, fill(said.fields.card, { kaart: shortName(card), veld }), corner);
  put("name", card.naam, said.fields.name);
  put("municipality", card.gemeente, said.fields.municipality);
  put("sector", sectorName(card), said.fields.sector);
  put("idea", card.idee, sheetP.idea.head);
  put("contact", contact(card), said.fields.contact);
  const ticked = { supralocal: card.bovenlokaal, "boundary-pushing": card.grensverleggend, limit: card.bij.includes("beperking"), strength: card.bij.includes("sterkte") };
  for (const [name, on] of Object.entries(ticked)) if (on) tick(into, ticks[name], corner);
}
