// Cards of another network that come to this one, and what of another network this page does not know. Pure.

import { LIMITS, nextId } from "../document/document.js";
import { folded } from "../document/network.js";

/**
 * The cards of `other` that come to `doc`: `{cards, skipped, left}`, each card with an id of its own. One with the name and
 * the municipality of a card that is here is skipped; `left` are those for which there is no room.
 */
export function merged(doc, other) {
  const here = new Set(doc.kaarten.map(known));
  const fresh = other.kaarten.filter((card) => !here.has(known(card)));
  const room = Math.max(0, LIMITS.cards - doc.kaarten.length);
  const kaarten = [...doc.kaarten];
  const cards = fresh.slice(0, room).map((card) => {
    const copy = { ...structuredClone(card), id: nextId({ kaarten }) };
    kaarten.push(copy);
    return copy;
  });
  return { cards, skipped: other.kaarten.length - fresh.length, left: fresh.length - cards.length };
}

/** By what a card is known again. Without a name it is its idea: two nameless cards need not be the same. */
function known(card) {
  const name = folded(card.naam);
  return JSON.stringify([name || ["", card.idee, card.wie, card.wanneer], folded(card.gemeente)]);
}

/**
 * A document without what this page does not know: a sector becomes words, a municipality stays as text.
 * `isSector(key)` and `isPlace(nis)` tell what is known.
 */
export function understood(doc, isSector, isPlace) {
  const place = (nis) => (nis && isPlace(nis) ? nis : null);
  const kaarten = doc.kaarten.map((card) => ({
    ...card,
    nis: place(card.nis),
    ...(card.sector && !isSector(card.sector) ? { sector: null, domein: card.domein || card.sector } : {}),
  }));
  const { midden, erbij, weg } = doc.bollen;
  return { ...doc, kaarten, bollen: { midden: place(midden), erbij: erbij.filter(isPlace), weg: weg.filter(isPlace) } };
}
