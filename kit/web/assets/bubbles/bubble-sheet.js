// What lies on the bubble sheet: which bubbles, in which order, with which cards. The drawing and the list show the same.

import { halfOf, onSheet, placed, reason } from "../document/network.js";
import { blank, record } from "../places/shards.js";

/**
 * The sheet of a document: `{record, names}`, with `names` of every municipality on it. The blank one where nobody stands in
 * the middle. Rejects when the data cannot be had.
 */
export async function sheetOf({ bollen: { midden, erbij } }) {
  const found = (midden && (await record(midden))) || blank;
  const names = new Map(found.b.filter(([nis]) => nis).map(([nis, name]) => [nis, name]));
  if (found.nis) names.set(found.nis, found.n);
  found.far.forEach((nis, i) => names.set(nis, found.farNames[i]));
  const added = await Promise.all(erbij.map((nis) => record(nis)));
  for (const one of added) if (one) names.set(one.nis, one.n);
  return { record: found, names };
}

/**
 * The bubbles in reading order: one's own, those around it clockwise from north, those further away.
 * `{nis, name, own, circle, far, link, boven, onder}`; `circle` in mm is nothing further away, `nis` nothing where
 * somebody may still be put. `loose`: `{card, why}`. `gone`: the circles of those that were taken away.
 */
export function laidOut(doc, { record: sheet, names }) {
  const { midden, erbij, weg } = doc.bollen;
  const codes = onSheet(doc, sheet);
  const { bubbles, loose } = placed(doc, codes);
  const bubble = (nis, more) => ({ nis, name: names.get(nis) ?? nis, own: nis === midden, circle: null, far: false, link: false, ...bubbles.get(nis), ...more });
  const empty = (circle, own = false) => ({ nis: null, name: "", own, circle, far: false, link: false, boven: [], onder: [] });
  const seated = new Set([midden, ...sheet.b.map(([nis]) => nis), ...sheet.far].filter(Boolean));
  // Whoever was added takes a bubble that is nobody's, if there is one.
  const waiting = erbij.filter((nis) => !seated.has(nis));
  const items = [midden ? bubble(midden, { circle: sheet.c }) : empty(sheet.c, true)];
  const gone = [];
  for (const [nis, , ...circle] of sheet.b) {
    if (nis && weg.includes(nis)) gone.push(circle);
    else if (nis) items.push(bubble(nis, { circle, link: true }));
    else if (waiting.length) items.push(bubble(waiting.shift(), { circle }));
    else items.push(empty(circle));
  }
  for (const nis of [...sheet.far.filter((code) => !weg.includes(code)), ...waiting]) items.push(bubble(nis, { far: true }));
  return { items, gone, loose: loose.map((card) => ({ card, why: reason(card, codes) })) };
}

/** The bubbles that are somebody's. */
export const taken = (items) => items.filter((one) => one.nis);

/** Puts a card in a half of a bubble: its municipality says so, and its half where its sector says something else. */
export function put(card, { nis, name, half }) {
  if (card.nis !== nis) card.gemeente = name;
  card.nis = nis;
  card.helft = null;
  if (halfOf(card) !== half) card.helft = half;
}

/** Takes a card out of every bubble. */
export function lift(card) {
  card.nis = null;
  card.gemeente = "";
}

/** Gives a municipality a bubble. */
export function add({ bollen }, nis, around) {
  bollen.weg = bollen.weg.filter((code) => code !== nis);
  if (nis !== bollen.midden && !around.includes(nis) && !bollen.erbij.includes(nis)) bollen.erbij.push(nis);
}

/** Takes a bubble away; its cards become loose. */
export function remove({ bollen }, nis, around) {
  bollen.erbij = bollen.erbij.filter((code) => code !== nis);
  if (around.includes(nis) && !bollen.weg.includes(nis)) bollen.weg.push(nis);
}

/** Puts another municipality in the middle. */
export function centre({ bollen }, nis) {
  bollen.midden = nis;
  bollen.erbij = bollen.erbij.filter((code) => code !== nis);
  bollen.weg = [];
}
