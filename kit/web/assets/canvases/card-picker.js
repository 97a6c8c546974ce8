// A list of cards to choose one from, in a dialog: those of this exercise first, the newest on top, with a search field.

import { cardLine, cardName } from "./card-line.js";
import { count, el, icon } from "../elements/el.js";
import { announce, openDialog } from "../frame/frame.js";
import { folded } from "../document/network.js";
import { current } from "../document/store.js";
import said from "../generated/words-canvas-2.js";

/**
 * Ask for a card. `exercise`: `beperking` or `sterkte`; `taken`: a map from ids to the word for where they are;
 * `onChoose(id)`, `onNew()` when a new one is asked for; `onClose()` after it is closed, whatever was chosen.
 */
export function pickCard({ title, exercise, taken = new Map(), onChoose, onNew, onClose = () => {} }) {
  const list = el("div", { class: "picker-list" });
  const search = el("input", { type: "search", id: "picker-search", autocomplete: "off", autofocus: true });
  const cards = [...current().kaarten].reverse();
  let after = onClose;
  const body = el("div", { class: "dialog-body" }, cards.length > 0 && field(search), list, another());
  const box = openDialog({ title, body, className: "picker", onClose: () => after() });

  function another() {
    return el("p", { class: "picker-new" }, el("button", { type: "button", class: "button second small", on: { click: () => done(onNew) } }, icon("plus"), said.new_card));
  }

  function done(act) {
    after = () => {
      onClose();
      act();
    };
    box.close();
  }

  function show() {
    const wanted = folded(search.value);
    const found = cards.filter((card) => [card.naam, card.idee, cardLine(card)].some((text) => folded(text).includes(wanted)));
    const here = found.filter((card) => card.bij.includes(exercise));
    const others = found.filter((card) => !card.bij.includes(exercise));
    const name = exercise === "beperking" ? said.picker.here_limit : said.picker.here_strength;
    const nothing = el("p", { class: "hint" }, cards.length ? said.picker.nothing : said.picker.empty);
    const parts = [part(name, here), part(said.picker.others, others, !here.length)].filter(Boolean);
    list.replaceChildren(...(found.length ? parts : [nothing]));
    return found.length;
  }

  function part(name, some, alone = false) {
    if (!some.length) return null;
    return el("section", {}, !alone && el("h3", { class: "label" }, name), el("ul", { class: "picker-cards" }, some.map((card) => el("li", {}, choice(card)))));
  }

  function choice(card) {
    const place = taken.get(card.id);
    return el("button", { type: "button", class: "picker-card", on: { click: () => done(() => onChoose(card.id)) } },
      el("span", { class: "picker-words" }, el("span", { class: "row-name" }, cardName(card)), el("span", { class: "hint" }, cardLine(card))),
      place && el("span", { class: "hint picker-place" }, icon("tick"), place));
  }

  search.addEventListener("input", () => {
    const n = show();
    announce(n ? count(said.picker.found, n) : said.picker.nothing);
  });
  show();
  return box;
}

function field(search) {
  return el("div", { class: "field picker-search" }, el("label", { for: search.id, class: "label" }, said.picker.search), search);
}
