// What is printed, and how: the paper and the edition of last time are chosen again.

import { message } from "./frame.js";
import { remember, setting } from "./settings.js";
import { current } from "./store.js";
import said from "./words-keep.js";

export const PAPERS = ["a4", "a3"];
export const EDITIONS = ["colour", "grey", "low-ink"];

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

/** Print these sheets; where their drawings cannot be had, it is said. */
export async function printSheets(sheets) {
  try {
    const { print } = await import("./print.js");
    await print(sheets, chosen());
  } catch {
    message(said.print.failed);
  }
}

/** Print a view: its own sheet, or all that hold something. */
export async function printView(view) {
  try {
    const { sheetsOf } = await import("./print.js");
    await printSheets(sheetsOf(view, current()));
  } catch {
    message(said.print.failed);
  }
}
