// Which sheets are printed, and how: what was chosen last time is chosen again.

import { message } from "./frame.js";
import { remember, setting } from "./settings.js";
import { current } from "./store.js";
import keepWords from "./words-keep.js";

export const SHEETS = ["c1", "b", "p", "c2"];
export const PAPERS = ["a4", "a3"];
export const EDITIONS = ["colour", "grey", "low-ink"];

const written = (...texts) => texts.some((text) => text.trim() !== "");

/** The sheets that hold something, in the order in which they are filled in. */
export function filledSheets(doc) {
  const { wie, waar, wat, sterktes, beperkingen } = doc.canvas1;
  const holds = {
    c1: written(wie, waar, wat, ...sterktes, ...beperkingen),
    b: doc.bollen.midden !== null || doc.bollen.erbij.length > 0,
    p: doc.kaarten.length > 0,
    c2: doc.canvas2.some(({ vertrekpunt, idee, partners, verder }) => written(vertrekpunt, idee) || partners.some(Boolean) || verder.length > 0),
  };
  return SHEETS.filter((sheet) => holds[sheet]);
}

/** The paper and the edition: the last ones, or A4 in colour. */
export function chosen() {
  const known = (value, all) => (all.includes(value) ? value : all[0]);
  return { paper: known(setting("paper"), PAPERS), edition: known(setting("edition"), EDITIONS) };
}

/** From now on these. */
export function choose({ paper, edition }) {
  remember("paper", paper);
  remember("edition", edition);
}

/** Print these sheets. */
export async function printSheets(sheets) {
  try {
    await (await import("./print.js")).print(sheets, chosen());
  } catch {
    message(keepWords.print.failed);
  }
}

/** What is printed from a view: its own sheet; from another all that hold something, or else the first sheets, empty. */
export function sheetsOf(view) {
  if (SHEETS.includes(view)) return [view];
  const filled = filledSheets(current());
  return filled.length ? filled : SHEETS;
}
