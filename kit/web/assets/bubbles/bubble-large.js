// The large bubble: one municipality with room for its cards, for *Kaart erbij*, and for a finger.

import { placeCard, removeBubble, nameOf } from "./bubble-acts.js";
import { cardLink, cardMenu, combinationSign, domainOf, HALVES, halfWords, sectorDisc } from "./bubble-parts.js";
import { taken } from "./bubble-sheet.js";
import { el, fill, icon } from "../elements/el.js";
import { menu } from "../frame/frame.js";
import { hand } from "../frame/handed.js";
import { go } from "../frame/route.js";
import { isLooking } from "../document/store.js";
import said from "../generated/words-bubbles.js";
import sheetB from "../generated/words-sheet-b.js";

const SWIPE = 60;

/** The bubble of `item`. `view.turn(nis)` is called to go to another one; `aside` names the place it stands in. */
export function largeBubble(item, view, aside = "") {
  const root = el("div", { class: `large-bubble${item.own ? " own" : ""}`, "data-nis": item.nis },
    el("div", { class: "large-halves" }, el("div", { class: "large-equator" }, pill(item, view, aside)), HALVES.map((half) => largeHalf(item, half, view))));
  swiped(root, (step) => view.turn(beside(view.items, item, step).nis));
  return root;
}

/** The bubble before or after one, round and round. */
export function beside(items, item, step) {
  const all = taken(items);
  const at = all.findIndex((one) => one.nis === item.nis);
  return all[(at + step + all.length) % all.length];
}

function pill(item, view, aside) {
  const turn = (step, name, sign) => {
    const other = beside(view.items, item, step);
    return el("button", {
      type: "button", class: "icon-button", "data-key": `turn-${name}`, "aria-label": fill(said[name], { gemeente: other.name }), on: { click: () => view.turn(other.nis) },
    }, icon(sign));
  };
  const alone = taken(view.items).length < 2;
  return el("div", { class: "large-pill" },
    !alone && turn(-1, "previous", "back"),
    el("h2", { class: "large-name", tabindex: "-1", "data-key": `large${aside}` }, item.own && el("span", { class: "label own-label" }, sheetB.pills.own), el("span", {}, item.name)),
    !alone && turn(1, "following", "arrow"));
}

/** *Meer* of a bubble. */
export function bubbleMenu(item, view) {
  if (isLooking()) return null;
  const whole = menu(fill(said.more_of, { naam: item.name }), item.own
    ? [{ text: said.other_own, icon: "place", act: () => view.askOwn() }]
    : [
      { text: said.to_centre, icon: "bubbles", act: () => view.centre(item) },
      { text: said.remove, icon: "trash", act: () => { view.forget(item.nis); removeBubble(item, view.sheet); } },
    ]);
  whole.classList.add("bubble-menu");
  whole.querySelector("button").dataset.key = `bubble-${item.nis}`;
  return whole;
}

function largeHalf(item, half, view) {
  const { arc, name } = halfWords(half);
  const cards = item[half];
  return el("section", { class: `half large-half ${half}`, "data-nis": item.nis, "data-half": half, "aria-label": fill(said.half_of, { gemeente: item.name, helft: name }) },
    el("h3", { class: "label half-label" }, el("span", { "aria-hidden": "true" }, arc), el("span", { class: "visually-hidden" }, name)),
    el("ul", { class: "large-rows" }, cards.map((card) => cardRow(card, item, half, view))),
    adder(item, half, view));
}

/** A card in a half, as a row. */
export function cardRow(card, item, half, view) {
  const domain = domainOf(card);
  return el("li", { class: "large-row", "data-card": card.id },
    el("span", { class: "grip", "aria-hidden": "true" }, icon("grip")),
    sectorDisc(card),
    el("p", { class: "large-words" },
      el("span", { class: "large-card" }, cardLink(card), combinationSign(view.signs.get(card.id))),
      domain && el("span", { class: "hint" }, domain)),
    cardMenu(card, view, { nis: item.nis, name: item.name, half }));
}

/** *Kaart erbij*, which unfolds where the card comes from. */
export function adder(item, half, view) {
  if (isLooking()) return null;
  const place = { nis: item.nis, name: item.name, half };
  const id = `add-${item.nis}-${half}`;
  const list = el("div", { class: "adder-list", id, hidden: true });
  const button = el("button", {
    type: "button", class: "text-link", "data-key": id, "aria-expanded": "false", "aria-controls": id, "aria-describedby": `${id}-where`, on: { click: () => show(list.hidden) },
  }, icon("plus"), said.add_card);
  function show(open) {
    // Made when it is asked for: there may be hundreds of cards to choose from, in eighteen halves.
    list.replaceChildren(...(open ? sources(place, view, whole) : []));
    list.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    if (open) list.querySelector("button").focus();
  }
  const whole = el("div", { class: "adder" }, button, el("span", { class: "visually-hidden", id: `${id}-where` }, fill(said.in_half, { gemeente: item.name, plaats: said.where[half] })), list);
  whole.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || list.hidden) return;
    event.preventDefault();
    event.stopPropagation();
    show(false);
    button.focus();
  });
  return whole;
}

function sources({ nis, name, half }, view) {
  const fields = { nis, gemeente: name };
  // Those that belong here by their own words come first.
  const loose = view.loose.map(({ card }) => card).sort((a, b) => Number(b.nis === nis) - Number(a.nis === nis));
  return [
    el("button", { type: "button", class: "button small", on: { click: () => view.leave(() => { hand("p", { ...fields, helft: half }); go("p", "nieuw"); }) } }, said.new_card),
    loose.length > 0 && el("p", { class: "hint" }, said.or_loose),
    loose.length > 0 && el("ul", { class: "chips" }, loose.map((card) => el("li", {},
      el("button", { type: "button", class: "chip", on: { click: () => placeCard(card.id, { nis, name, half }, view.sheet) } }, nameOf(card))))),
    el("button", { type: "button", class: "text-link", on: { click: () => view.leave(() => { hand("i", { ...fields, half }); go("i"); }) } }, icon("search"), said.search_list),
  ].filter(Boolean);
}

/** A finger that goes sideways over the bubble turns it. */
function swiped(root, turn) {
  let from = null;
  root.addEventListener("pointerdown", (event) => {
    from = event.pointerType !== "mouse" && !event.target.closest(".grip") ? { x: event.clientX, y: event.clientY, id: event.pointerId } : null;
  });
  root.addEventListener("pointerup", (event) => {
    if (!from || from.id !== event.pointerId) return;
    const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
    from = null;
    if (Math.abs(dx) > SWIPE && Math.abs(dx) > 2 * Math.abs(dy)) turn(dx < 0 ? 1 : -1);
  });
  root.addEventListener("pointercancel", () => { from = null; });
}
