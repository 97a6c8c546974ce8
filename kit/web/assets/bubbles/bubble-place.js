// *Zet in een bol…*: a municipality and a half for a card, by buttons. It does what dragging does.

import { cardOf, nameOf, placeCard } from "./bubble-acts.js";
import { halfDisc, HALVES } from "./bubble-parts.js";
import { laidOut, sheetOf, taken } from "./bubble-sheet.js";
import { about } from "./bubble-tray.js";
import { el, icon, style } from "../elements/el.js";
import { message, openDialog } from "../frame/frame.js";
import { halfOf } from "../document/network.js";
import { placeField } from "../places/place-field.js";
import { current } from "../document/store.js";
import said from "../generated/words-bubbles.js";
import frameWords from "../generated/words-frame.js";

/** Asks where a card belongs, in a dialog; for who is not on the bubble sheet too. `nis`: what is chosen to begin with. */
export async function openPlaceDialog(card, nis = card.nis) {
  let sheet;
  try {
    [sheet] = await Promise.all([sheetOf(current()), style("place.css")]);
  } catch {
    message(frameWords.not_loaded);
    return;
  }
  let dialog = null;
  const form = placeForm(card, sheet, { nis, done: () => dialog.close() });
  dialog = openDialog({ title: said.where_belongs, body: form, className: "place-dialog" });
}

/** The same as a form. `done()` is called when it is over, with or without a choice. */
export function placeForm(card, sheet, { nis = card.nis, done }) {
  const bubbles = taken(laidOut(current(), sheet).items);
  const known = bubbles.find((one) => one.nis === nis);
  const chosen = { nis: known?.nis ?? null, name: known?.name ?? "", half: halfOf(card) };
  const fault = el("p", { class: "place-fault", role: "alert" });
  const chips = new Map();
  const other = otherMunicipality(card, chosen, press);

  function press() {
    for (const [code, chip] of chips) pressed(chip, code === chosen.nis);
    pressed(other.chip, other.isOpen());
    fault.replaceChildren();
  }

  function choose(bubble) {
    Object.assign(chosen, { nis: bubble.nis, name: bubble.name });
    other.close();
    press();
  }

  for (const bubble of bubbles) chips.set(bubble.nis, chipOf(bubble.name, "tick", () => choose(bubble)));
  // Where it lies is known, but there is no bubble for it yet.
  if (!known && nis) other.open({ nis, name: card.gemeente });
  press();

  function submit(event) {
    event.preventDefault();
    if (!chosen.nis || !chosen.half) {
      fault.replaceChildren(icon("warning"), chosen.nis ? said.choose_half : said.choose_place);
      return;
    }
    const where = { ...chosen };
    done();
    placeCard(card.id, where, sheet);
  }

  return el("form", { class: "place-form dialog-body", on: { submit }, novalidate: true },
    el("p", { class: "place-card" }, el("b", {}, nameOf(card)), ` · ${about(cardOf(current(), card.id) ?? card)}`),
    el("fieldset", { class: "place-chips" },
      el("legend", { class: "label" }, said.municipality),
      el("ul", { class: "chips" }, [...chips.values(), other.chip].map((chip) => el("li", {}, chip))), other.element),
    halves(chosen, () => fault.replaceChildren()),
    fault,
    el("p", { class: "place-buttons" },
      el("button", { type: "submit", class: "button" }, said.put),
      el("button", { type: "button", class: "button second", on: { click: done } }, said.cancel)));
}

const chipOf = (name, drawing, act) => el("button", { type: "button", class: "chip place-chip", on: { click: act } }, icon(drawing), name);

const pressed = (chip, on) => chip.setAttribute("aria-pressed", String(on));

/** *Andere gemeente*, which unfolds a field. */
function otherMunicipality(card, chosen, changed) {
  const field = placeField({
    id: "place-other", label: said.municipality, labelClass: "label",
    onChoose: (found) => { Object.assign(chosen, found); changed(); },
    onInput: () => { Object.assign(chosen, { nis: null, name: "" }); changed(); },
  });
  const element = el("div", { class: "place-other", hidden: true }, field);
  const chip = chipOf(said.other, "plus", () => { open(); field.input.focus(); });
  function open(found = { nis: null, name: card.nis ? "" : card.gemeente }) {
    Object.assign(chosen, { nis: null, name: "" }, found.nis ? found : {});
    field.put(found.name, found.nis);
    element.hidden = false;
    changed();
  }
  return { chip, element, open, isOpen: () => !element.hidden, close: () => { element.hidden = true; } };
}

function halves(chosen, changed) {
  return el("fieldset", { class: "place-halves" },
    el("legend", { class: "label" }, said.which_half),
    HALVES.map((half) => el("label", { class: "place-half" },
      el("input", { type: "radio", name: "half", value: half, checked: chosen.half === half, on: { change: () => { chosen.half = half; changed(); } } }),
      halfDisc(half),
      el("span", { class: "place-half-words" }, el("b", {}, said.half_choice[half].head), el("span", { class: "hint" }, said.half_choice[half].text)),
      icon("tick"))));
}
