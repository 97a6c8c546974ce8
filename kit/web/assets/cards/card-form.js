// A partner card that is written on: in the order of the paper one. It is saved as it is typed.

import { cardIn, cardOf } from "./card-actions.js";
import * as fields from "./card-fields.js";
import { el, fill, icon, svg } from "../elements/el.js";
import { blankCard } from "../document/document.js";
import { change, isLooking } from "../document/store.js";
import cardWords from "../generated/words-cards.js";
import sheetP from "../generated/words-sheet-p.js";

const said = cardWords.form;
const TEXTS = ["naam", "idee", "wie", "wanneer"];
const QUESTIONS = ["bovenlokaal", "grensverleggend"];
const EXERCISES = ["beperking", "sterkte"];
const FEW = 6;

/**
 * The form of a card: `{element, id(), began, update(), learn(sheet), first()}`. `id` is that of a card, or empty for
 * one that is made at the first letter, from the fields `began`; `example` is its name when that came from the list.
 * `learn` takes the bubbles of one's sheet, as `{codes, names: Map(nis → name)}`; `first()` is where the focus goes.
 * `on` has `create(id)`, `close()`, `another(card)`, `remove(id)` and `gone()`, when it was taken away elsewhere.
 */
export function cardForm({ id = "", began = {}, example = "", on }) {
  const form = { id, began, example, on, codes: [], names: new Map(), all: false };
  form.parts = fields.all((recipe) => write(form, recipe), () => showAll(form));
  form.heading = el("h2", { id: "card-title", tabindex: "-1" }, sheetP.title);
  form.element = whole(form);
  show(form);
  const { wie, wanneer } = cardNow(form);
  form.parts.later.open = Boolean(wie || wanneer);
  return {
    element: form.element,
    began,
    id: () => form.id,
    update: () => update(form),
    learn: (sheet) => {
      Object.assign(form, sheet);
      show(form);
    },
    first: () => first(form),
  };
}

function whole(form) {
  const element = el("section", { class: "card-form", "aria-labelledby": form.heading.id },
    el("div", { class: "card-form-head" },
      svg("svg", { class: "mark", viewBox: "0 0 44 36", "aria-hidden": "true" }, svg("use", { href: "#mark" })),
      form.heading,
      el("button", { type: "button", class: "icon-button", "aria-label": said.close, on: { click: () => form.on.close() } }, icon("cross"))),
    el("div", { class: "card-form-body" }, form.parts.elements),
    actions(form));
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    form.on.close();
  });
  return element;
}

function actions(form) {
  const button = (text, className, act) => el("button", { type: "button", class: className, on: { click: act } }, text);
  form.another = button(said.another, "button second", () => form.on.another(cardNow(form)));
  form.remove = el("button", { type: "button", class: "icon-button card-remove", "aria-label": said.remove, on: { click: () => form.on.remove(form.id) } }, icon("trash"));
  return el("div", { class: "card-actions" },
    el("hr", { class: "border" }), button(said.done, "button card-done", () => form.on.close()), form.another, form.remove);
}

const cardNow = (form) => cardOf(form.id) ?? blankCard("", form.began);

function write(form, recipe) {
  const fresh = !form.id;
  // What comes after a card was taken away makes no other one.
  if (!fresh && !cardOf(form.id)) return;
  change((draft) => {
    const card = cardIn(draft, form.id, form.began);
    form.id = card.id;
    recipe(card);
  });
  if (fresh) form.on.create(form.id);
}

function update(form) {
  if (form.id && !cardOf(form.id)) form.on.gone();
  else show(form);
}

/** All that follows from the card; a field that says it already is left alone, with its caret. */
function show(form) {
  const card = cardNow(form);
  const { parts } = form;
  for (const key of TEXTS) put(parts[key], card[key]);
  parts.place.put(card.gemeente, card.nis);
  parts.sector.put(card.sector, card.domein);
  for (const key of QUESTIONS) parts[key].checked = card[key];
  for (const key of EXERCISES) parts[key].checked = card.bij.includes(key);
  parts.half.show(card, form.codes);
  say(parts.which, which(form, card));
  say(parts.abroad, abroad(form, card));
  parts.chips.show(chips(form, card), form.all || form.codes.length <= FEW);
  lock(form);
}

function put(field, text) {
  if (field.value === text) return;
  field.value = text;
  field.dispatchEvent(new Event("fit"));
}

function say(place, text) {
  if (place.textContent !== text) place.replaceChildren(text);
}

/** A general name asks which one is meant, with the name of a neighbour to show how. */
function which({ example, names, codes }, card) {
  if (!example || card.naam !== example) return "";
  const neighbour = names.get(card.nis) ?? names.get(codes[1]);
  return neighbour ? fill(said.which_example, { voorbeeld: `${example} ${neighbour}` }) : said.which;
}

function abroad({ codes, names }, { nis, gemeente }) {
  const own = names.get(codes[0]);
  return own && nis && nis !== codes[0] ? fill(said.other_municipality, { gemeente, eigen: own }) : "";
}

function chips({ codes, names, all }, card) {
  if (card.gemeente.trim() || isLooking()) return [];
  return codes.slice(0, all ? codes.length : FEW).map((nis) => ({ nis, gemeente: names.get(nis) })).filter(({ gemeente }) => gemeente);
}

function showAll(form) {
  form.all = true;
  show(form);
}

function lock({ parts, another, remove, id }) {
  const still = isLooking();
  for (const key of TEXTS) parts[key].readOnly = still;
  for (const key of ["place", "sector"]) parts[key].input.readOnly = still;
  for (const key of [...QUESTIONS, ...EXERCISES]) parts[key].disabled = still;
  another.hidden = still;
  remove.hidden = still || !id;
}

/** Of a new card what is not known yet; of one that is opened again its heading, so that no keyboard jumps up. */
function first({ id, began, heading, parts }) {
  if (id) return heading;
  if (!began.naam) return parts.naam;
  return began.gemeente ? parts.sector.input : parts.place.input;
}
