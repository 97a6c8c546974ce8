// The dialog in which the sheets, the paper and the edition are chosen.

import { el } from "../elements/el.js";
import { openDialog } from "../frame/frame.js";
import kit from "../generated/kit.js";
import { filled } from "./print.js";
import { EDITIONS, PAPERS, choose, chosen, printSheets, savePdf } from "./printing.js";
import { current } from "../document/store.js";
import keepWords from "../generated/words-keep.js";

const said = keepWords.print;
/** In the order in which they are filled in. */
const SHEETS = ["c1", "b", "p", "c2"];
const NAMES = { a4: said.a4, a3: said.a3, colour: said.colour, grey: said.grey, "low-ink": said.low_ink };

/** Ask what is printed, and print it. */
export function askPrint() {
  const some = filled(current());
  const note = el("p", { class: "hint print-note", role: "status" }, said.true_size);
  const form = el("form", { class: "dialog-body print-choice", method: "dialog" },
    group(said.sheets, SHEETS.map((sheet) => box("checkbox", "sheet", sheet, kit.titles[sheet], some.length === 0 || some.includes(sheet)))),
    group(said.paper, radios("paper", PAPERS)),
    group(said.edition, radios("edition", EDITIONS)),
    note,
    el("p", { class: "hint" }, said.pdf_hint),
    el("p", { class: "keep-buttons" },
      el("button", { type: "submit", class: "button" }, said.go),
      el("button", { type: "submit", class: "button second", value: "pdf" }, said.pdf)));
  const dialog = openDialog({ title: said.title, body: form, className: "print-dialog" });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const data = new FormData(form);
    const sheets = data.getAll("sheet");
    if (!sheets.length) {
      note.textContent = said.nothing;
      return;
    }
    choose({ paper: data.get("paper"), edition: data.get("edition") });
    dialog.close();
    if (event.submitter?.value === "pdf") savePdf(sheets);
    else printSheets(sheets);
  });
}

function group(name, boxes) {
  return el("fieldset", {}, el("legend", { class: "label" }, name), el("div", { class: "print-boxes" }, boxes));
}

function radios(name, values) {
  return values.map((value) => box("radio", name, value, NAMES[value], chosen()[name] === value));
}

function box(type, name, value, label, checked) {
  return el("label", { class: "tick" }, el("input", { type, name, value, checked }), el("span", {}, label));
}
