// The two exercises of canvas 2: what differs between them, and the cards they are done with.

import { message } from "../frame/frame.js";
import { hand } from "../frame/handed.js";
import { go } from "../frame/route.js";
import { current } from "../document/store.js";
import said from "../generated/words-canvas-2.js";
import frameWords from "../generated/words-frame.js";
import sheet from "../generated/words-sheet-c2.js";

export const EXERCISES = [
  { kind: "limit", bij: "beperking", boxes: "beperkingen", sign: "cloud", name: said.limit, none: said.no_limits, words: sheet.from_limit },
  { kind: "strength", bij: "sterkte", boxes: "sterktes", sign: "sun", name: said.strength, none: said.no_strengths, words: sheet.from_strength },
];

/** The card with an id, or nothing. */
export const cardOf = (doc, id) => doc.kaarten.find((card) => card.id === id) ?? null;

/** A new card that already belongs to this exercise; its form is where cards are written. */
export function newCard(i) {
  hand("p", { bij: [EXERCISES[i].bij] });
  go("p", "nieuw");
}

/** Ask for a card for exercise `i`: `title`, `taken` and `onChoose` as in card-picker.js. */
export async function askCard(i, asked) {
  let picker;
  try {
    picker = await import("./card-picker.js");
  } catch {
    message(frameWords.not_loaded);
    return;
  }
  picker.pickCard({ ...asked, exercise: EXERCISES[i].bij, onNew: () => afterBack(() => newCard(i)) });
}

/** A dialog takes its step out of the history when it closes: only then there is a place for another. */
function afterBack(act) {
  addEventListener("popstate", act, { once: true });
}

/** The name of a place in the combination, from 0. */
export const placeName = (place) => sheet.combine.partners[place];

/** Where the partners of exercise `i` stand: the names of their places by id. */
export const placesOf = (i) => new Map(current().canvas2[i].partners.flatMap((id, place) => (id ? [[id, placeName(place)]] : [])));
