// The list: the same sheet without places. For each municipality a heading and two lists, in the order of the map.

import { adder, bubbleMenu, cardRow } from "./bubble-large.js";
import { HALVES, halfDisc, halfWords } from "./bubble-parts.js";
import { taken } from "./bubble-sheet.js";
import { el } from "../elements/el.js";
import said from "../generated/words-bubbles.js";
import sheetB from "../generated/words-sheet-b.js";

/** The list of all bubbles. */
export function bubbleList(view) {
  return el("ol", { class: "bubble-list" }, taken(view.items).map((item) => municipality(item, view)));
}

function municipality(item, view) {
  return el("li", { class: `list-bubble${item.own ? " own" : ""}`, "data-nis": item.nis },
    el("div", { class: "list-head" },
      el("h2", { class: `pill list-pill${item.own ? " own" : ""}` }, item.own && el("span", { class: "label own-label" }, sheetB.pills.own), el("span", {}, item.name)),
      item.far && el("span", { class: "hint" }, said.far),
      bubbleMenu(item, view)),
    el("div", { class: "list-halves" }, HALVES.map((half) => listHalf(item, half, view))));
}

function listHalf(item, half, view) {
  const cards = item[half];
  return el("section", { class: `half list-half ${half}`, "data-nis": item.nis, "data-half": half },
    el("h3", { class: "list-half-head" }, halfDisc(half), halfWords(half).name, el("span", { class: "visually-hidden" }, `, ${said.halves_of[half]}`)),
    cards.length ? el("ul", { class: "large-rows" }, cards.map((card) => cardRow(card, item, half, view))) : el("p", { class: "hint" }, said.empty_half),
    adder(item, half, view));
}
