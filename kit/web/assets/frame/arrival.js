// The note for who comes from a code on paper and has nothing filled in: once a sheet.

import { el, svg } from "../elements/el.js";
import { isEmpty } from "../document/document.js";
import { notice } from "./frame.js";
import { remember, setting } from "../document/settings.js";
import { current } from "../document/store.js";
import frameWords from "../generated/words-frame.js";

let closed = new Set(setting("closed", []));

/** The note of a sheet, or nothing where it was closed, or something is filled in. `parts` are its words. */
export function arrivalNote(view, parts) {
  if (closed.has(view) || !isEmpty(current())) return null;
  const note = notice({
    drawing: svg("svg", { class: "sheet-drawing", viewBox: "0 0 64 46", "aria-hidden": "true" }, svg("use", { href: `#sheet-${view}` })),
    words: parts,
    role: "note",
    close: { label: frameWords.close_note, act: () => shut() },
  });
  note.classList.add("arrival");
  function shut() {
    closeNote(view);
    const heading = note.closest(".view")?.querySelector("h1");
    note.remove();
    heading?.focus();
  }
  return note;
}

/** The note of a sheet is not shown again. */
export function closeNote(view) {
  closed = new Set([...closed, view]);
  remember("closed", [...closed]);
}

/** The first words of a note in bold, then the others. */
export const noteWords = ({ head, text }) => [el("strong", {}, head), " ", text];
