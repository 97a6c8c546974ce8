// Part E of an exercise: with whom one goes on.

import { cardLine, cardName } from "./card-line.js";
import { el, fill, icon } from "../elements/el.js";
import { askCard, cardOf, placesOf } from "./exercises.js";
import { announce } from "../frame/frame.js";
import { fresh } from "./fresh.js";
import { change, current, isLooking } from "../document/store.js";
import said from "../generated/words-canvas-2.js";

/** The place of those one goes on with: it becomes `one.onward`. */
export function onward(one) {
  one.onward = el("div", { class: "onward" });
  return one.onward;
}

/** Show with whom one goes on after exercise `i`. */
export function showOnward(one, doc, i) {
  const { partners, verder } = doc.canvas2[i];
  // Who was ticked off stays in sight until another sheet is shown: a row that vanishes cannot be ticked again.
  for (const id of verder) one.extra.add(id);
  const ids = [...new Set([...partners.filter(Boolean), ...one.extra])];
  const rows = ids.map((id) => cardOf(doc, id)).filter(Boolean);
  fresh(one.onward, [rows.map((card) => [card.id, cardName(card), cardLine(card)]), isLooking()], () => {
    if (!rows.length) return [el("p", { class: "hint" }, said.first_combine)];
    return [
      el("p", { class: "hint" }, said.onward_hint),
      el("ul", { class: "onward-rows" }, rows.map((card) => el("li", {}, row(i, card)))),
      el("p", { class: "changes" }, el("button", { type: "button", class: "text-link", "data-key": "another", on: { click: () => askAnother(one, i) } }, icon("plus"), said.another)),
    ];
  });
  for (const box of one.onward.querySelectorAll("input")) {
    const card = cardOf(doc, box.dataset.card);
    box.checked = box.dataset.ask === "verder" ? verder.includes(card.id) : card[box.dataset.ask];
  }
}

function row(i, card) {
  const name = cardName(card);
  return [
    tick(i, card, "verder", el("span", { class: "onward-who" }, el("span", { class: "row-name" }, name), cardLine(card) && el("span", { class: "hint" }, cardLine(card)))),
    el("div", { class: "onward-asks", role: "group", "aria-label": fill(said.about, { naam: name }) },
      tick(i, card, "bovenlokaal", said.over_local), tick(i, card, "grensverleggend", said.over_border)),
  ];
}

function tick(i, card, ask, label) {
  const box = el("input", { type: "checkbox", disabled: isLooking(), "data-card": card.id, "data-ask": ask, "data-key": `${ask}-${card.id}` });
  box.addEventListener("change", () => (ask === "verder" ? goOnWith(i, card.id, box.checked) : answer(card.id, ask, box.checked)));
  return el("label", { class: "tick" }, box, typeof label === "string" ? el("span", {}, label) : label);
}

function goOnWith(i, id, on) {
  change((draft) => {
    const exercise = draft.canvas2[i];
    exercise.verder = exercise.verder.filter((one) => one !== id);
    if (on) exercise.verder.push(id);
  });
}

/** What is asked of a card is written on the card itself: it says so wherever it is shown. */
function answer(id, ask, on) {
  change((draft) => { cardOf(draft, id)[ask] = on; });
}

function askAnother(one, i) {
  const taken = new Map([...current().canvas2[i].verder.map((id) => [id, said.onward]), ...placesOf(i)]);
  askCard(i, {
    title: said.another, taken,
    onChoose: (id) => {
      goOnWith(i, id, true);
      announce(fill(said.added, { naam: cardName(cardOf(current(), id)) }));
      one.onward.querySelector(`[data-key="verder-${id}"]`)?.focus();
    },
  });
}
