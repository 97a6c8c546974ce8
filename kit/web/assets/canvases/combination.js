// Part C of an exercise: you, the border, and three cards that are combined.

import { cardLine, cardName } from "./card-line.js";
import { el, fill, icon, svg } from "../elements/el.js";
import { askCard, cardOf, placeName, placesOf } from "./exercises.js";
import { changeAndTell } from "../frame/frame.js";
import { fresh } from "./fresh.js";
import { current, isLooking } from "../document/store.js";
import said from "../generated/words-canvas-2.js";
import sheet from "../generated/words-sheet-c2.js";

/** The place of the combination of an exercise: it becomes `one.partners`. */
export function combination(one) {
  one.partners = el("ol", { class: "combination" });
  return el("div", { class: "combination-room" }, one.partners);
}

/** Show the combination of exercise `i`. */
export function showPartners(one, doc, i) {
  const cards = doc.canvas2[i].partners.map((id) => cardOf(doc, id));
  const who = doc.canvas1.wie.trim();
  fresh(one.partners, [cards.map((card) => card && [card.id, cardName(card), cardLine(card)]), who, isLooking()], () => [
    el("li", { class: "combination-you" },
      el("span", { class: "you-disc", "aria-hidden": "true" }, sheet.combine.you),
      el("span", { class: "you-name" }, who || el("span", { class: "visually-hidden" }, sheet.combine.you))),
    el("li", { class: "combination-border", "aria-hidden": "true" }, el("hr", { class: "border" }), crossing()),
    ...cards.map((card, place) => el("li", { class: "combination-partner" }, place > 0 && el("span", { class: "link-between", "aria-hidden": "true" }), card ? partner(one, i, place, card) : vacancy(one, i, place))),
  ]);
}

/** The border between you and the others, seen from above: where there is room for circles. */
function crossing() {
  return svg("svg", { class: "crossing", viewBox: "0 0 50 150", "aria-hidden": "true" },
    svg("path", { class: "crossing-border", d: "M24 2C27 12 27 22 24.5 32C22 42 22 54 25 64C28 74 27 86 24.5 98C22 110 22 122 24 132C25.5 140 25 146 24 148" }),
    svg("path", { class: "crossing-link", d: "M0 75H50" }));
}

function vacancy(one, i, place) {
  return el("button", { type: "button", class: "partner empty", "data-key": `partner-${place}`, disabled: isLooking(), on: { click: () => askPartner(one, i, place) } },
    icon("plus"), el("span", { class: "visually-hidden" }, fill(said.choose_for, { plaats: placeName(place) })), el("span", { "aria-hidden": "true" }, placeName(place)));
}

function partner(one, i, place, card) {
  const name = cardName(card);
  const municipality = card.gemeente.trim();
  const rest = cardLine(card).slice(municipality.length);
  return el("div", { class: "partner" },
    el("button", { type: "button", class: "partner-name", "data-key": `partner-${place}`, disabled: isLooking(), on: { click: () => askPartner(one, i, place) } },
      el("span", { class: "row-name" }, name),
      cardLine(card) && el("span", { class: "hint" }, municipality, el("span", { class: municipality ? "sector" : "" }, rest)),
      el("span", { class: "visually-hidden" }, ` ${fill(said.swap, { plaats: placeName(place) })}`)),
    el("button", { type: "button", class: "icon-button changes", "aria-label": fill(said.remove, { naam: name }), on: { click: () => removePartner(one, i, place, name) } }, icon("cross")));
}

function askPartner(one, i, place) {
  askCard(i, {
    title: fill(said.choose_for, { plaats: placeName(place) }), taken: placesOf(i),
    onChoose: (id) => {
      setPartner(i, place, id);
      focusOn(one, place);
    },
  });
}

const focusOn = (one, place) => one.partners.querySelector(`[data-key="partner-${place}"]`)?.focus();

/** A card from the list comes in the first place that is free; the answer is where the focus goes. */
export function takePartner(one, i, id) {
  const { partners } = current().canvas2[i];
  const free = partners.indexOf(null);
  if (!partners.includes(id) && free >= 0 && cardOf(current(), id)) setPartner(i, free, id);
  const place = Math.max(0, current().canvas2[i].partners.indexOf(id));
  return one.partners.querySelector(`[data-key="partner-${place}"]`);
}

/** Who already stands elsewhere in the combination changes places. */
function setPartner(i, place, id) {
  const name = cardName(cardOf(current(), id));
  const recipe = (draft) => {
    const { partners } = draft.canvas2[i];
    const before = partners.indexOf(id);
    if (before >= 0) partners[before] = partners[place];
    partners[place] = id;
  };
  changeAndTell(recipe, fill(said.placed, { naam: name, plaats: placeName(place) }));
}

function removePartner(one, i, place, name) {
  changeAndTell((draft) => { draft.canvas2[i].partners[place] = null; }, fill(said.removed, { naam: name }));
  focusOn(one, place);
}
