// The fields of a partner card, in the order of the paper one. `write(recipe)` changes the card.

import { halfLine } from "./card-half.js";
import { el, icon } from "../elements/el.js";
import { LIMITS } from "../document/document.js";
import { grow } from "../frame/frame.js";
import { placeField } from "../places/place-field.js";
import { sectorField } from "./sector-field.js";
import cardWords from "../generated/words-cards.js";
import labels from "../generated/words-partner-fields.js";
import sheet from "../generated/words-sheet-p.js";

const said = cardWords.form;

/** Every field by the key of what it holds, and `elements`, the parts of the form in order. `showAll()` shows all chips. */
export function all(write, showAll) {
  const parts = { which: el("p", { class: "hint field-note", id: "card-which" }), abroad: el("p", { class: "hint field-note", id: "card-abroad" }) };
  parts.elements = [
    name(parts, write), place(parts, write, showAll), sectorPart(parts, write), questions(parts, write), el("hr", { class: "border" }),
    idea(parts, write), belongs(parts, write), later(parts, write),
  ];
  return parts;
}

/** A field of text: it grows, and Enter goes on instead of making lines where a name has none. */
function field(key, write, attributes = {}) {
  const input = grow(el("textarea", { id: `card-${key}`, rows: 1, maxlength: LIMITS.letters, autocomplete: "off", ...attributes }));
  input.addEventListener("input", () => write((card) => { card[key] = input.value; }));
  return input;
}

function line(key, write, onward, attributes = {}) {
  const input = field(key, write, { enterkeyhint: "next", ...attributes });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    onward().focus();
  });
  // What is pasted may hold lines, a name does not.
  input.addEventListener("input", () => { if (input.value.includes("\n")) input.value = input.value.replace(/\s*\n\s*/g, " "); }, { capture: true });
  return input;
}

function name(parts, write) {
  parts.naam = line("naam", write, () => parts.place.input, { "aria-describedby": "card-which", autocapitalize: "sentences" });
  return el("div", { class: "field" }, el("label", { for: parts.naam.id, class: "label" }, labels.name), parts.naam, parts.which);
}

function place(parts, write, showAll) {
  const take = (nis, gemeente) => write((card) => Object.assign(card, { nis, gemeente }));
  parts.place = placeField({
    id: "card-place", label: labels.municipality, hint: "", late: true, attributes: { placeholder: said.municipality },
    // It may come late: what was typed since, on this card or elsewhere, stays.
    onChoose: ({ nis, name: gemeente, typed }) => write((card) => card.gemeente === typed && Object.assign(card, { nis, gemeente })), onInput: (text) => take(null, text),
  });
  parts.chips = chipRow(({ nis, gemeente }) => {
    take(nis, gemeente);
    parts.sector.input.focus();
  }, showAll);
  return el("div", {}, parts.place, parts.chips);
}

/** The municipalities of one's sheet, as chips: `show(places, whole)`, with one more that shows the others. */
function chipRow(choose, showAll) {
  const row = el("ul", { class: "card-chips", "aria-label": said.chips });
  let shown = "";
  row.show = (places, whole) => {
    const key = JSON.stringify([places, whole]);
    if (key === shown) return;
    shown = key;
    const inside = row.contains(document.activeElement);
    const chip = (place) => el("button", { type: "button", class: "chip", on: { click: () => choose(place) } }, place.gemeente);
    const more = el("button", { type: "button", class: "chip", "aria-label": said.more_chips, on: { click: showAll } }, icon("more"));
    row.replaceChildren(...[...places.map(chip), ...(whole ? [] : [more])].map((one) => el("li", {}, one)));
    row.hidden = !places.length;
    if (inside) row.querySelector("li:last-child button")?.focus();
  };
  return row;
}

function sectorPart(parts, write) {
  parts.sector = sectorField({ id: "card-sector", label: labels.sector, onChange: (found) => write((card) => Object.assign(card, found)) });
  parts.half = halfLine(write);
  return el("div", {}, parts.sector, parts.half);
}

function questions(parts, write) {
  return el("div", { class: "card-questions" },
    question(parts, write, "bovenlokaal", labels.supralocal, sheet.back.supralocal.text, parts.abroad.id),
    question(parts, write, "grensverleggend", labels.boundary_pushing, sheet.back.boundary_pushing.text),
    parts.abroad);
}

/** A tick box, with a button that unfolds what the word means. */
function question(parts, write, key, label, meaning, note = null) {
  const meant = el("p", { id: `card-${key}-meaning`, class: "hint", hidden: true }, meaning);
  const what = el("button", { type: "button", class: "text-link what", id: `card-${key}-what`, "aria-expanded": "false", "aria-controls": meant.id }, said.what);
  const box = el("input", { type: "checkbox", id: `card-${key}`, "aria-describedby": note });
  what.setAttribute("aria-describedby", `${box.id}-label`);
  box.addEventListener("change", () => write((card) => { card[key] = box.checked; }));
  what.addEventListener("click", () => {
    meant.hidden = !meant.hidden;
    what.setAttribute("aria-expanded", String(!meant.hidden));
  });
  parts[key] = box;
  return el("div", { class: "card-question" }, el("label", { class: "tick" }, box, el("b", { id: `${box.id}-label` }, label)), what, meant);
}

function idea(parts, write) {
  parts.idee = field("idee", write, { rows: 3, "aria-describedby": "card-idea-hint" });
  return el("div", { class: "card-idea-part" }, icon("idea"),
    el("div", { class: "field" },
      el("label", { for: parts.idee.id, class: "card-asked" }, sheet.idea.head),
      el("p", { class: "hint", id: "card-idea-hint" }, sheet.idea.hint), parts.idee));
}

function belongs(parts, write) {
  const { text, limit, strength } = sheet.belongs_to;
  const box = (key, sign, label) => {
    parts[key] = el("input", { type: "checkbox" });
    parts[key].addEventListener("change", () => write((card) => {
      card.bij = ["beperking", "sterkte"].filter((one) => (one === key ? parts[key].checked : card.bij.includes(one)));
    }));
    return el("label", { class: "tick" }, parts[key], icon(sign, sign), label);
  };
  return el("fieldset", { class: "card-belongs" }, el("legend", { class: "hint" }, text), box("beperking", "cloud", limit), box("sterkte", "sun", strength));
}

function later(parts, write) {
  const { contact, when } = sheet.back;
  parts.wie = line("wie", write, () => parts.wanneer);
  parts.wanneer = line("wanneer", write, () => parts.wanneer, { enterkeyhint: "done" });
  const part = (input, label) => el("div", { class: "field" }, el("label", { for: input.id, class: "card-asked" }, label), input);
  parts.later = el("details", { class: "card-later" }, el("summary", {}, icon("down"), said.later), part(parts.wie, contact), part(parts.wanneer, when));
  return parts.later;
}
