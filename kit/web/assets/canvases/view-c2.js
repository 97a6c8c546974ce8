// Canvas 2: twice the same exercise, once from a limit and once from a strength. Beside each other where there is room,
// as two tabs where there is not.

import { arrivalNote, closeNote, noteWords } from "../frame/arrival.js";
import { combination, showPartners, takePartner } from "./combination.js";
import { clear, el, fill, icon, style, svg } from "../elements/el.js";
import { ideas, LIMITS } from "../document/document.js";
import { EXERCISES, newCard } from "./exercises.js";
import { changeAndTell, grow, nextLink } from "../frame/frame.js";
import { fresh } from "./fresh.js";
import { hand, handed } from "../frame/handed.js";
import { heading } from "../elements/heading.js";
import { onward, showOnward } from "./onward.js";
import { go } from "../frame/route.js";
import { change, current, isLooking } from "../document/store.js";
import sheet from "../generated/words-sheet-c2.js";
import stepWords from "../generated/words-steps.js";
import said from "../generated/words-canvas-2.js";

const wide = matchMedia("(width >= 64em)");

let view = null;

/** Show the canvas in its section; `#c2/2` asks for the second exercise. A card that was handed over is combined. */
export async function show(live, route) {
  await Promise.all([style("canvas-1.css"), style("canvas-2.css")]);
  const asked = route.sub === "2" ? 1 : 0;
  const { kaart } = handed("c2");
  if (view?.live === live && live.firstChild) {
    choose(asked);
    return null;
  }
  view = { live, halves: [], tabs: [] };
  clear(live).append(whole());
  wide.addEventListener("change", arrange);
  choose(asked);
  update(current());
  return kaart ? takePartner(view.halves[asked], asked, kaart) : null;
}

/** The document changed: what says something else is made again, and the focus stays where it was. */
export function update(document) {
  if (!view) return;
  view.root.classList.toggle("looking", isLooking());
  view.halves.forEach((half, i) => {
    const one = document.canvas2[i];
    put(half.start, one.vertrekpunt);
    half.ideas.forEach((field, n) => put(field, ideas(one)[n]));
    showBoxes(half, document, i);
    showPartners(half, document, i);
    showOnward(half, document, i);
  });
}

/** Another sheet is shown. */
export function leave() {
  wide.removeEventListener("change", arrange);
  view = null;
}

function put(field, text) {
  if (field.value !== text) {
    field.value = text;
    field.dispatchEvent(new Event("fit"));
  }
  field.readOnly = isLooking();
}

function whole() {
  const note = arrivalNote("c2", noteWords(said.arrival));
  view.root = el("div", { class: "c2" },
    el("div", { class: "c2-head" },
      heading([el("span", { class: "narrow" }, said.title), el("span", { class: "wide" }, said.title_wide)], { "data-title": said.title }),
      note, el("p", { class: note ? "lead after-note" : "lead" }, said.lead)),
    tabs(),
    half(0), el("div", { class: "c2-between border-down", "aria-hidden": "true" }), half(1),
    nextLink("k"));
  return view.root;
}

/* Tabs */

function tabs() {
  view.tabs = EXERCISES.map(({ name, sign, bij }, i) =>
    el("button", { type: "button", role: "tab", id: `c2-tab-${i + 1}`, "aria-controls": `c2-${bij}`, on: { click: () => turn(i), keydown: (event) => arrow(event, i) } },
      el("b", {}, i + 1), ` ${name}`, icon(sign, sign)));
  return el("div", { class: "c2-tabs", role: "tablist", "aria-label": said.tabs }, view.tabs);
}

function arrow(event, i) {
  const to = { ArrowRight: 1 - i, ArrowLeft: 1 - i, Home: 0, End: 1 }[event.key];
  if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  turn(to);
  view.tabs[to].focus();
}

/** The tab stands in the address, but turning it is no step back. */
function turn(i) {
  choose(i);
  go("c2", i ? "2" : "", { instead: true });
}

function choose(i) {
  view.chosen = i;
  arrange();
}

/** Both exercises are there where they stand beside each other; then nothing is a tab. */
function arrange() {
  view.tabs.forEach((tab, i) => {
    tab.setAttribute("aria-selected", String(i === view.chosen));
    tab.tabIndex = i === view.chosen ? 0 : -1;
  });
  view.halves.forEach(({ section }, i) => {
    section.hidden = !wide.matches && i !== view.chosen;
    section.setAttribute("role", wide.matches ? "region" : "tabpanel");
    section.setAttribute("aria-labelledby", wide.matches ? `c2-head-${i + 1}` : `c2-tab-${i + 1}`);
    for (const field of section.querySelectorAll("textarea")) field.dispatchEvent(new Event("fit"));
  });
}

/* An exercise */

function half(i) {
  const { kind, sign, words: own, bij } = EXERCISES[i];
  const one = { extra: new Set() };
  view.halves[i] = one;
  one.section = el("section", { class: `c2-half ${kind}`, id: `c2-${bij}` },
    el("div", { class: "c2-half-head" },
      el("span", { class: "disc", "aria-hidden": "true" }, stepWords[2].digit, el("span", { class: "sign" }, icon(sign))),
      el("div", {}, el("p", { class: "label" }, own.label), el("h2", { id: `c2-head-${i + 1}` }, own.head), el("p", { class: "hint" }, own.hint))),
    el("ol", { class: "rail" },
      step(i, sheet.start, null, start(one, i)),
      step(i, sheet.search, null, search(i)),
      step(i, sheet.combine, said.combine_hint, combination(one, i)),
      step(i, sheet.ideas, null, combinations(one, i)),
      step(i, sheet.onward, null, onward(one))));
  return one.section;
}

function step(i, { letter, head, note }, hint, ...content) {
  return el("li", { class: "rail-step" },
    el("h3", { id: `c2-${i}-${letter}` }, el("span", { class: "rail-disc" }, letter), " ", head),
    note && el("p", { class: "rail-note" }, note),
    hint && el("p", { class: "hint" }, hint),
    content);
}

const headOf = (i, { letter }) => `c2-${i}-${letter}`;

function text(i, part, attributes) {
  return grow(el("textarea", { maxlength: LIMITS.letters, autocomplete: "off", "aria-labelledby": headOf(i, part), ...attributes }));
}

function write(i, recipe) {
  if (!change((draft) => recipe(draft.canvas2[i], draft))) return;
  const note = view.live.querySelector(".arrival");
  if (!note) return;
  closeNote("c2");
  note.nextElementSibling?.classList.remove("after-note");
  note.remove();
}

function start(one, i) {
  const { kind, words: own } = EXERCISES[i];
  one.start = text(i, sheet.start, { rows: 1, placeholder: own.start });
  one.start.addEventListener("input", () => write(i, (exercise) => { exercise.vertrekpunt = one.start.value; }));
  one.boxes = el("div", { class: "c2-boxes" });
  const dashes = kind === "limit" && svg("svg", { class: "dashes", "aria-hidden": "true" }, svg("rect", { rx: 14 }));
  return [el("div", { class: `box ${kind}` }, dashes, one.start), one.boxes];
}

function search(i) {
  return [
    el("p", { class: "c2-text" }, EXERCISES[i].words.search),
    el("p", { class: "c2-ways" },
      el("button", { type: "button", class: "button second small changes", on: { click: () => newCard(i) } }, icon("plus"), said.new_card),
      el("a", { class: "text-link", href: "#b" }, said.bubbles),
      el("a", { class: "text-link", href: "#i", on: { click: () => hand("i", { bij: [EXERCISES[i].bij] }) } }, said.inspiration)),
  ];
}

/** An idea for each combination; its number is part of what a field is called. */
function combinations(one, i) {
  one.ideas = Array.from({ length: Number(sheet.ideas.combinations) }, (_, n) => idea(i, n));
  return el("ol", { class: "c2-ideas" }, one.ideas.map((field, n) =>
    el("li", { class: "field c2-idea" }, el("span", { class: "c2-number", id: `c2-${i}-idea-${n}` }, n + 1), field)));
}

function idea(i, n) {
  const field = text(i, sheet.ideas, { rows: 2, placeholder: n ? said.another_idea : said.idea, "aria-labelledby": `${headOf(i, sheet.ideas)} c2-${i}-idea-${n}` });
  field.addEventListener("input", () => write(i, (exercise) => {
    if (n) exercise.ideeen[n - 1] = field.value;
    else exercise.idee = field.value;
  }));
  return field;
}

/* What follows from the document */

function showBoxes(one, doc, i) {
  const { boxes, none } = EXERCISES[i];
  const texts = [...new Set(doc.canvas1[boxes].map((box) => box.trim()).filter(Boolean))];
  const now = doc.canvas2[i].vertrekpunt.trim();
  fresh(one.boxes, [texts, now, isLooking()], () => {
    if (!texts.length) return [el("p", { class: "c2-none" }, el("a", { href: "#c1" }, none))];
    return [el("ul", { class: "chips", "aria-label": said.from_canvas_1 }, texts.map((box, n) => el("li", {}, chip(i, box, box === now, n))))];
  });
}

function chip(i, box, pressed, n) {
  return el("button", { type: "button", class: "chip", "aria-pressed": String(pressed), "data-key": `box-${n}`, disabled: isLooking(), on: { click: () => pick(i, pressed ? "" : box) } },
    pressed && icon("tick"), el("span", {}, box));
}

function pick(i, box) {
  // What somebody typed there is theirs: taking a box of canvas 1 can be undone.
  const typed = current().canvas2[i].vertrekpunt.trim();
  const boxes = current().canvas1[EXERCISES[i].boxes].map((one) => one.trim());
  if (typed && !boxes.includes(typed)) changeAndTell((draft) => { draft.canvas2[i].vertrekpunt = box; }, fill(said.taken, { tekst: box }));
  else write(i, (exercise) => { exercise.vertrekpunt = box; });
}
