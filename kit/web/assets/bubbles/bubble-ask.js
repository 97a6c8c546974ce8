// Questions about municipalities: which one is yours, and which ones get a bubble as well.

import { addBubble, around, setCentre } from "./bubble-acts.js";
import { el } from "../elements/el.js";
import { openDialog } from "../frame/frame.js";
import { placeField } from "../places/place-field.js";
import { current } from "../document/store.js";
import said from "../generated/words-bubbles.js";
import sheetB from "../generated/words-sheet-b.js";

/** *Gemeente toevoegen*: any municipality, or one that was taken away. */
export function askMunicipality(sheet) {
  let dialog = null;
  const take = (found) => {
    dialog.close();
    addBubble(found, sheet);
  };
  const gone = current().bollen.weg.filter((nis) => around(sheet).includes(nis));
  const body = el("div", { class: "dialog-body ask" },
    placeField({ id: "ask-municipality", label: said.municipality, settles: false, onChoose: take }),
    gone.length > 0 && el("p", { class: "hint" }, said.gone),
    gone.length > 0 && el("ul", { class: "chips" }, gone.map((nis) => {
      const name = sheet.names.get(nis) ?? nis;
      return el("li", {}, el("button", { type: "button", class: "chip", on: { click: () => take({ nis, name }) } }, name));
    })),
    el("p", { class: "hint" }, said.add_hint));
  dialog = openDialog({ title: said.add, body, className: "ask-dialog" });
}

/** Another municipality in the middle. */
export function askOwn() {
  let dialog = null;
  const body = el("div", { class: "dialog-body ask" },
    placeField({ id: "ask-own", label: sheetB.pills.own, labelClass: "label own-label", settles: false, onChoose: (found) => { dialog.close(); setCentre(found); } }),
    el("p", { class: "hint" }, said.own_hint));
  dialog = openDialog({ title: said.own_title, body, className: "ask-dialog" });
}
