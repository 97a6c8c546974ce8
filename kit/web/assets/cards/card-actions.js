// What is done with a card as a whole: begun, copied, taken away.

import { blankCard, isBlank, LIMITS, nextId } from "../document/document.js";
import { fill } from "../elements/el.js";
import { changeAndTell, message } from "../frame/frame.js";
import { nameOf } from "./card-parts.js";
import { change, current } from "../document/store.js";
import said from "../generated/words-cards.js";

/** A card by its id, or nothing. */
export const cardOf = (id, doc = current()) => doc.kaarten.find((card) => card.id === id) ?? null;

/** Whether there may be one more card; says so where there may not. */
export function roomForOne() {
  if (current().kaarten.length < LIMITS.cards) return true;
  message(fill(said.full, { n: LIMITS.cards }));
  return false;
}

/** A card in the draft: the one with this id, or a new one that begins with some fields. */
export function cardIn(draft, id, fields) {
  const known = id && cardOf(id, draft);
  if (known) return known;
  const card = blankCard(nextId(draft), fields);
  draft.kaarten.push(card);
  return card;
}

/** Take a card away, with what pointed to it. */
function without(draft, id) {
  draft.kaarten = draft.kaarten.filter((card) => card.id !== id);
  for (const exercise of draft.canvas2) {
    exercise.partners = exercise.partners.map((one) => (one === id ? null : one));
    exercise.verder = exercise.verder.filter((one) => one !== id);
  }
}

/** Delete a card and say so; it can be undone. */
export function removeCard(id) {
  const card = cardOf(id);
  if (card) changeAndTell((draft) => without(draft, id), fill(said.removed, { naam: nameOf(card) }));
}

/** Another card with the same on it; it comes first in the list. */
export function copyCard(id) {
  const card = cardOf(id);
  if (!card || !roomForOne()) return;
  changeAndTell((draft) => draft.kaarten.push({ ...structuredClone(card), id: nextId(draft) }), fill(said.copied, { naam: nameOf(card) }));
}

/** A card on which nothing was written vanishes. `began` are the fields it began with: these were not written. */
export function dropIfBlank(id, began = {}) {
  const card = id && cardOf(id);
  const given = card && (!card.gemeente.trim() || card.gemeente === began.gemeente);
  if (card && isBlank(card) && !card.domein.trim() && given) change((draft) => without(draft, id));
}
