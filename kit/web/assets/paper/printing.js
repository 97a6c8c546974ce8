// What is printed, and how: the paper and the edition of last time are chosen again.

import { fill } from "../elements/el.js";
import { message } from "../frame/frame.js";
import kit from "../generated/kit.js";
import { nameOf, offer } from "../keep/files.js";
import { remember, setting } from "../document/settings.js";
import { current } from "../document/store.js";
import said from "../generated/words-keep.js";

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
    tellOthers(await print(sheets, { ...chosen(), tell: tellPaper }));
  } catch {
    message(said.print.failed);
  }
}

/** Not every browser takes the size of its paper from the page: who has to choose it reads which, beside its window. */
const tellPaper = (form) => message(fill(said.print.choose, { vorm: said.print.forms[form] }));

/** What comes on another paper is printed next: by a press, for a browser lets no page ask twice by itself. */
export function tellOthers([next, ...rest]) {
  if (!next) return;
  const form = said.print.forms[next.form];
  const go = async () => {
    await next.go(tellPaper);
    tellOthers(rest);
  };
  message(fill(said.print.one_size, { vorm: form }), { buttons: [{ text: fill(said.print.go_size, { vorm: form }), act: go }] });
}

/** Give these sheets as a PDF; where their drawings cannot be had, it is said. */
export async function savePdf(sheets) {
  const document = current();
  try {
    const { asPdf } = await import("./print.js");
    const titles = { title: document.canvas1.wie.trim() || kit.title, language: globalThis.document.documentElement.lang };
    offer(await nameOf(said.file_name, document, "pdf"), await asPdf(sheets, { ...chosen(), ...titles }), "application/pdf");
    message(said.print.saved);
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
