// Canvas 2: twice the same exercise, once from a limit and once from a strength. Beside each other where there is room,
// as two tabs where there is not.

import { arrivalNote, closeNote, noteWords } from "./arrival.js";
import { cardLine, cardName, pickCard } from "./card-picker.js";
import { clear, el, fill, icon, style, svg } from "./el.js";
import { LIMITS } from "./document.js";
import { announce, changeAndTell, grow, nextLink } from "./frame.js";
import { hand } from "./handed.js";
import { heading } from "./heading.js";
import { go } from "./route.js";
import { change, current, isLooking } from "./store.js";
import words from "./words.js";

const said = words.canvas_2;
const sheet = words.sheets.c2;

const EXERCISES = [
  { kind: "limit", bij: "beperking", boxes: "beperkingen", sign: "cloud", name: said.limit, none: said.no_limits, words: sheet.from_limit },
  { kind: "strength", bij: "sterkte", boxes: "sterktes", sign: "sun", name: said.strength, none: said.no_strengths, words: sheet.from_strength },
];
const wide = matchMedia("(width >= 1024px)");

let view = null;

/** Show the canvas in its section; `#c2/2` asks for the second exercise. */
export async function show(live, route) {
  await style("canvas-2.css");
  const asked = route.sub === "2" ? 1 : 0;
  if (view?.live === live && live.firstChild) {
    choose(asked);
    return;
  }
  view = { live, halves: [], tabs: [] };
  clear(live).append(whole());
  wide.addEventListener("change", arrange);
  choose(asked);
  update(current());
}

/** The document changed: what says something else is made again, and the focus stays where it was. */
export function update(document) {
  if (!view) return;
  view.root.classList.toggle("looking", isLooking());
  view.halves.forEach((half, i) => {
    const one = document.canvas2[i];
    put(half.start, one.vertrekpunt);
    put(half.idea, one.idee);
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
      el("span", { class: "disc", "aria-hidden": "true" }, words.steps[2].digit, el("span", { class: "sign" }, icon(sign))),
      el("div", {}, el("p", { class: "label" }, own.label), el("h2", { id: `c2-head-${i + 1}` }, own.head), el("p", { class: "hint" }, own.hint))),
    el("ol", { class: "rail" },
      step(i, sheet.start, null, start(one, i)),
      step(i, sheet.search, null, search(i)),
      step(i, sheet.combine, said.combine_hint, combination(one, i)),
      step(i, sheet.ideas, null, idea(one, i)),
      step(i, sheet.onward, null, onward(one))));
  return one.section;
}

function step(i, { letter, head, note }, hint, ...content) {
  return el("li", { class: "rail-step" },
    el("h3", { id: `c2-${i}-${letter}` }, el("span", { class: "rail-disc" }, letter), el("span", { class: "visually-hidden" }, ". "), head),
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

function combination(one) {
  one.partners = el("ol", { class: "combination" });
  return el("div", { class: "combination-room" }, one.partners);
}

function idea(one, i) {
  one.idea = text(i, sheet.ideas, { rows: 3, placeholder: said.idea });
  one.idea.addEventListener("input", () => write(i, (exercise) => { exercise.idee = one.idea.value; }));
  return el("div", { class: "field c2-idea" }, one.idea);
}

function onward(one) {
  one.onward = el("div", { class: "onward" });
  return one.onward;
}

/** A new card that already belongs to this exercise; its form is where cards are written. */
function newCard(i) {
  hand("p", { bij: [EXERCISES[i].bij] });
  go("p", "nieuw");
}

/* What follows from the document */

/** Put children in a place where there are others than these; what had the focus has it again. */
function fresh(place, key, children) {
  const told = JSON.stringify(key);
  if (place.dataset.told === told) return;
  place.dataset.told = told;
  const focused = place.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  place.replaceChildren(...children());
  if (focused) place.querySelector(`[data-key="${focused}"]`)?.focus();
}

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

const cardOf = (doc, id) => doc.kaarten.find((card) => card.id === id) ?? null;

function showPartners(one, doc, i) {
  const cards = doc.canvas2[i].partners.map((id) => cardOf(doc, id));
  const who = doc.canvas1.wie.trim();
  fresh(one.partners, [cards.map((card) => card && [card.id, cardName(card), cardLine(card)]), who, isLooking()], () => [
    el("li", { class: "combination-you" },
      el("span", { class: "you-disc", "aria-hidden": "true" }, sheet.combine.you),
      el("span", { class: "you-name" }, who || el("span", { class: "visually-hidden" }, sheet.combine.you))),
    el("li", { class: "combination-border", "aria-hidden": "true" }, el("hr", { class: "border" }), crossing()),
    ...cards.map((card, place) => el("li", { class: "combination-partner" }, place > 0 && el("span", { class: "link-between", "aria-hidden": "true" }), card ? partner(i, place, card) : vacancy(i, place))),
  ]);
}

/** The border between you and the others, seen from above: where there is room for circles. */
function crossing() {
  return svg("svg", { class: "crossing", viewBox: "0 0 50 150", "aria-hidden": "true" },
    svg("path", { class: "crossing-border", d: "M24 2C27 12 27 22 24.5 32C22 42 22 54 25 64C28 74 27 86 24.5 98C22 110 22 122 24 132C25.5 140 25 146 24 148" }),
    svg("path", { class: "crossing-link", d: "M0 75H50" }));
}

const placeName = (place) => sheet.combine.partners[place];

function vacancy(i, place) {
  return el("button", { type: "button", class: "partner empty", "data-key": `partner-${place}`, disabled: isLooking(), on: { click: () => askPartner(i, place) } },
    icon("plus"), el("span", { class: "visually-hidden" }, fill(said.choose_for, { plaats: placeName(place) })), el("span", { "aria-hidden": "true" }, placeName(place)));
}

function partner(i, place, card) {
  const name = cardName(card);
  const municipality = card.gemeente.trim();
  const rest = cardLine(card).slice(municipality.length);
  return el("div", { class: "partner" },
    el("button", { type: "button", class: "partner-name", "data-key": `partner-${place}`, disabled: isLooking(), "aria-label": fill(said.swap, { plaats: placeName(place), naam: [name, cardLine(card)].filter(Boolean).join(", ") }), on: { click: () => askPartner(i, place) } },
      el("span", { class: "row-name" }, name),
      cardLine(card) && el("span", { class: "hint" }, municipality, el("span", { class: municipality ? "sector" : "" }, rest))),
    el("button", { type: "button", class: "icon-button changes", "aria-label": fill(said.remove, { naam: name }), on: { click: () => removePartner(i, place, name) } }, icon("cross")));
}

function askPartner(i, place) {
  const { partners } = current().canvas2[i];
  const taken = new Map(partners.flatMap((id, n) => (id ? [[id, placeName(n)]] : [])));
  const focus = () => view?.halves[i].partners.querySelector(`[data-key="partner-${place}"]`)?.focus();
  pickCard({
    title: fill(said.choose_for, { plaats: placeName(place) }), exercise: EXERCISES[i].bij, taken,
    onChoose: (id) => {
      setPartner(i, place, id);
      focus();
    },
    onNew: () => afterBack(() => newCard(i)),
  });
}

/** A dialog takes its step out of the history when it closes: only then there is a place for another. */
function afterBack(act) {
  addEventListener("popstate", act, { once: true });
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

function removePartner(i, place, name) {
  changeAndTell((draft) => { draft.canvas2[i].partners[place] = null; }, fill(said.removed, { naam: name }));
  view.halves[i].partners.querySelector(`[data-key="partner-${place}"]`)?.focus();
}

/* With whom one goes on */

function showOnward(one, doc, i) {
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
      el("p", { class: "changes" }, el("button", { type: "button", class: "text-link", "data-key": "another", on: { click: () => askAnother(i) } }, icon("plus"), said.another)),
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
  write(i, (exercise) => {
    exercise.verder = exercise.verder.filter((one) => one !== id);
    if (on) exercise.verder.push(id);
  });
}

/** What is asked of a card is written on the card itself: it says so wherever it is shown. */
function answer(id, ask, on) {
  change((draft) => { cardOf(draft, id)[ask] = on; });
}

function askAnother(i) {
  const { verder, partners } = current().canvas2[i];
  const taken = new Map(verder.map((id) => [id, ""]));
  partners.forEach((id, n) => id && taken.set(id, placeName(n)));
  pickCard({
    title: said.another, exercise: EXERCISES[i].bij, taken,
    onChoose: (id) => {
      goOnWith(i, id, true);
      announce(fill(said.added, { naam: cardName(cardOf(current(), id)) }));
      view?.halves[i].onward.querySelector(`[data-key="verder-${id}"]`)?.focus();
    },
    onNew: () => afterBack(() => newCard(i)),
  });
}
