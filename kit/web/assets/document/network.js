// What follows from a document: where each card lies, and how far somebody is. Pure.

import { sectorHalf } from "./catalogue.js";
import { ideas } from "./document.js";

/** The half a card says it belongs in, or nothing: what was chosen goes before what its sector says. */
export function halfOf(card, half = sectorHalf) {
  return card.helft ?? (card.sector ? half(card.sector) : null);
}

/** The codes of the bubbles on the sheet, one's own first, then clockwise, then those that were added; these also without one's own. */
export function onSheet(doc, record) {
  const { midden, erbij, weg } = doc.bollen;
  if (!midden) return [...erbij];
  const around = (record?.b ?? []).map(([nis]) => nis).filter(Boolean);
  return [...new Set([midden, ...around, ...(record?.far ?? []), ...erbij])].filter((nis) => nis === midden || !weg.includes(nis));
}

/** The cards in each half of each bubble: `Map(nis → {boven: [], onder: []})`, and the `loose` ones. */
export function placed(doc, codes) {
  const bubbles = new Map(codes.map((nis) => [nis, { boven: [], onder: [] }]));
  const loose = [];
  for (const card of doc.kaarten) {
    const half = halfOf(card);
    const bubble = card.nis ? bubbles.get(card.nis) : null;
    if (bubble && half) bubble[half].push(card);
    else loose.push(card);
  }
  return { bubbles, loose };
}

/** Why a card is loose: `nowhere` (no municipality, or an unknown one), `elsewhere` (no bubble), `either` (no half). */
export function reason(card, codes) {
  if (!card.nis) return "nowhere";
  return codes.includes(card.nis) ? "either" : "elsewhere";
}

const filled = (text) => text.trim() !== "";

/** How far somebody is, part by part. `done` counts as done in the overview. */
export function progress(doc, codes) {
  const { wie, waar, wat, sterktes, beperkingen } = doc.canvas1;
  const { bubbles, loose } = placed(doc, codes);
  const inBubbles = doc.kaarten.length - loose.length;
  const own = bubbles.get(doc.bollen.midden);
  const elsewhere = inBubbles - (own ? own.boven.length + own.onder.length : 0);
  const exercises = doc.canvas2.map(exercise);
  return {
    you: { done: filled(wie) && filled(wat), wie: filled(wie), waar: filled(waar), wat: filled(wat) },
    strengths: { done: sterktes.some(filled), n: sterktes.filter(filled).length },
    limits: { done: beperkingen.some(filled), n: beperkingen.filter(filled).length },
    bubbles: { done: Boolean(doc.bollen.midden) && elsewhere > 0, neighbours: Math.max(0, codes.length - 1), placed: inBubbles },
    cards: { done: doc.kaarten.length >= 3, n: doc.kaarten.length, loose: loose.length },
    exercises: { done: exercises.every((one) => one === "done"), each: exercises },
  };
}

/** `start`, `idea` or `partner`: what an exercise still needs; or `done`. */
function exercise(one) {
  const { vertrekpunt, verder, partners } = one;
  const some = ideas(one).some(filled);
  if (!filled(vertrekpunt) && !some && !partners.some(Boolean)) return "start";
  if (!some) return "idea";
  return verder.length ? "done" : "partner";
}

/** Letters as they are compared: blind to case, accents, hyphens, spaces and apostrophes. */
export function folded(text) {
  return text.normalize("NFD").replace(/[\p{M}\s'’‘-]/gu, "").toLowerCase();
}
