// The partner cards: a list with filters, and the one that is written on beside it, or in its place on a narrow screen.

import { arrivalNote, closeNote, noteWords } from "../frame/arrival.js";
import { cardOf, copyCard, dropIfBlank, removeCard, roomForOne } from "./card-actions.js";
import { FILTERS, passes } from "./card-filters.js";
import { cardList } from "./card-list.js";
import { cardStack } from "./card-stack.js";
import { clear, count, el, fill, icon, style } from "../elements/el.js";
import { announce, message, nextLink } from "../frame/frame.js";
import { hand, handed } from "../frame/handed.js";
import { heading } from "../elements/heading.js";
import { asked, holds } from "../elements/matching.js";
import { placed } from "../document/network.js";
import { format, go } from "../frame/route.js";
import { searchField } from "../elements/search-field.js";
import { sheetPlaces } from "../places/sheet-places.js";
import { current, isLooking } from "../document/store.js";
import { toggles, turn } from "../elements/toggles.js";
import said from "../generated/words-cards.js";
import frameWords from "../generated/words-frame.js";

const NEW = "nieuw";
const PATIENCE = 600;

// What is looked for outlives a visit to another sheet.
const on = new Set();
let query = "";
let view = null;
let cardForm = null;

/** Show the list in its section, and the card the address asks for. The answer is where the focus goes. */
export async function show(live, { sub }) {
  await Promise.all([style("finder.css"), style("cards.css"), sub && formModule()]);
  if (view?.live !== live || !live.firstChild) build(live);
  const target = turnTo(sub, handed("p"));
  draw(current());
  readSheet();
  return target;
}

/** The form comes when it is opened: who is sent to the list by a code has no cards yet. */
async function formModule() {
  const [found] = await Promise.all([import("./card-form.js"), style("card-form.css")]);
  cardForm = found.cardForm;
}

/** The document changed. */
export function update(document, before) {
  if (!view || document === before) return;
  if (JSON.stringify(document.bollen) !== JSON.stringify(before.bollen)) readSheet();
  view.form?.update();
  if (view) draw(document);
}

/** Another sheet is shown. */
export function leave() {
  closeForm();
  view = null;
}

function build(live) {
  view = { live, form: null, sheet: { codes: [], names: new Map() }, turn: 0, speaking: 0 };
  view.title = heading(said.title);
  view.lead = el("p", { class: "lead" });
  view.note = arrivalNote("p", noteWords(said.arrival));
  view.search = searchField({ label: said.search, clear: said.clear_search, value: query, onInput: (text) => narrow(() => { query = text; }) });
  view.filters = toggles({ label: said.filters.label, parts: filterParts(), onTurn: (key) => narrow(() => turn(on, key)) });
  view.shown = el("p", { class: "hint cards-shown" });
  view.list = cardList(actions, follow);
  view.place = el("div", { class: "card-place-form" });
  view.empty = emptyState();
  view.nothing = el("p", { class: "cards-nothing" }, said.nothing, " ", el("button", { type: "button", class: "text-link", on: { click: showAll } }, said.show_all));
  view.root = el("div", { class: "cards" },
    el("div", { class: "cards-head" },
      el("div", { class: "cards-title" }, view.title, view.lead, view.note), view.search,
      el("a", { class: "button cards-new", href: `#p/${NEW}`, on: { click: (event) => follow(event, NEW) } }, icon("plus"), said.new)),
    view.filters,
    el("div", { class: "cards-body" },
      el("div", { class: "cards-side" }, view.shown, view.empty, view.nothing, view.list.element, nextLink("c2")), view.place));
  clear(live).append(view.root);
}

const filterParts = () => [
  { key: "all", text: said.filters.all },
  ...FILTERS.map(({ key, sign }) => ({ key, text: said.filters[key], drawing: sign && icon(sign, sign) })),
];

function emptyState() {
  const { head, text, first, ideas } = said.empty;
  return el("div", { class: "cards-empty" },
    cardStack(), el("h2", {}, head), el("p", {}, text),
    el("p", { class: "cards-empty-buttons" },
      el("a", { class: "button", href: `#p/${NEW}`, on: { click: (event) => follow(event, NEW) } }, icon("plus"), first),
      el("a", { class: "button second", href: "#i" }, icon("bulb"), ideas)));
}

/** The bubbles follow from the municipality, whose neighbours have to be fetched. */
async function readSheet() {
  const mine = ++view.turn;
  const sheet = await sheetPlaces(current());
  if (view?.turn !== mine) return;
  view.sheet = sheet;
  view.form?.learn(sheet);
  draw(current());
}

function draw(doc) {
  const loose = new Set(placed(doc, view.sheet.codes).loose.map((card) => card.id));
  const open = view.form?.id() ?? "";
  const wanted = asked(query);
  // The card that is written on stays in sight, whatever it says by now.
  const n = view.list.show(doc.kaarten.toReversed(), loose, open, ({ card, text, loose: alone }) => card.id === open || (passes(card, alone, on) && holds(text, wanted)));
  const all = doc.kaarten.length;
  const narrowed = on.size > 0 || wanted.length > 0;
  say(view.lead, all ? summary(all, all - loose.size) : "");
  say(view.shown, all && narrowed && n ? shownWords(n, all) : "");
  view.nothing.hidden = !all || n > 0;
  view.empty.hidden = all > 0;
  view.root.classList.toggle("no-cards", !all);
  view.root.classList.toggle("with-form", Boolean(view.form));
  view.root.classList.toggle("looking", isLooking());
  view.filters.show(on, counts(doc, loose));
}

function say(place, text) {
  if (place.textContent !== text) place.textContent = text;
}

function summary(all, n) {
  const kaarten = count(said.cards, all);
  return n ? fill(said.in_bubbles, { kaarten, n }) : fill(said.none_in_bubbles, { kaarten });
}

const shownWords = (n, all) => fill(said.shown, { n, kaarten: count(said.cards, all) });

function counts(doc, loose) {
  const of = ({ key, keeps }) => [key, doc.kaarten.filter((card) => keeps(card, loose.has(card.id))).length];
  return { all: doc.kaarten.length, ...Object.fromEntries(FILTERS.map(of)) };
}

function narrow(act) {
  act();
  draw(current());
  clearTimeout(view.speaking);
  // Said once, when the typing stops.
  view.speaking = setTimeout(() => view && announce(view.nothing.hidden ? view.shown.textContent : said.nothing), PATIENCE);
}

function showAll() {
  narrow(() => {
    on.clear();
    query = "";
    view.search.put("");
  });
  view.title.focus();
}

/** Open, change or close the form as the address asks. */
function turnTo(sub, { example = "", ...began }) {
  const was = view.form?.id();
  if (sub === NEW && roomForOne()) return was === "" && !Object.keys(began).length ? view.form.first() : open("", began, example);
  if (sub && was === sub) return null;
  if (sub && cardOf(sub)) return open(sub);
  if (sub && sub !== NEW) {
    history.replaceState(history.state, "", format("p"));
    message(said.unknown);
  }
  if (!view.form) return null;
  closeForm();
  return view.list.link(was) ?? view.title;
}

function open(id, began = {}, example = "") {
  closeForm();
  view.form = cardForm({ id, began, example, on: { create, close, another, remove, gone } });
  view.form.learn(view.sheet);
  view.place.replaceChildren(view.form.element);
  document.documentElement.dataset.form = "";
  if (getComputedStyle(view.title.closest(".cards-title")).position === "absolute") scrollTo({ top: 0, behavior: "instant" });
  return view.form.first();
}

function closeForm() {
  if (!view?.form) return;
  const { form } = view;
  view.form = null;
  view.place.replaceChildren();
  delete document.documentElement.dataset.form;
  dropIfBlank(form.id(), form.began);
}

/** The first letter was typed: from now on the card has an address of its own. */
function create(id) {
  history.replaceState(history.state, "", format("p", id));
  closeNote("p");
  view.note?.remove();
}

/** Back to where the card was opened from; who came straight to it goes to the list. */
function close() {
  if (history.state?.entry > 0) history.back();
  else go("p", "", { instead: true });
}

function another({ bij }) {
  if (!roomForOne()) return;
  hand("p", { bij });
  go("p", NEW, { instead: true });
}

function remove(id) {
  gone();
  removeCard(id);
}

function gone() {
  history.replaceState(history.state, "", format("p"));
  closeForm();
  draw(current());
  view.title.focus();
}

/** A card in the place of another adds no step to go back by. */
function follow(event, sub) {
  const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (sub === NEW && !roomForOne()) event.preventDefault();
  else if (view.form && !elsewhere) {
    event.preventDefault();
    go("p", sub, { instead: true });
  }
}

function actions(id) {
  const { edit, place, combine, duplicate, remove: away } = said.menu;
  return [
    { text: edit, icon: "pen", act: () => view.list.link(id).click() },
    { text: place, icon: "bubbles", act: () => putInBubble(id) },
    { text: combine, icon: "combine", act: () => combineCard(id) },
    { text: duplicate, icon: "copy", act: () => copyCard(id) },
    { text: away, icon: "trash", act: () => removeFromList(id) },
  ];
}

/** In the exercise it belongs to; the first where it belongs to both, or to none. */
function combineCard(id) {
  const { bij } = cardOf(id);
  hand("c2", { kaart: id });
  go("c2", bij.length === 1 && bij[0] === "sterkte" ? "2" : "");
}

async function putInBubble(id) {
  try {
    const { openPlaceDialog } = await import("../bubbles/bubble-place.js");
    await openPlaceDialog(cardOf(id));
  } catch {
    message(frameWords.not_loaded);
  }
}

function removeFromList(id) {
  const item = view.list.link(id).closest("li");
  const neighbour = (item.nextElementSibling ?? item.previousElementSibling)?.querySelector("a");
  removeCard(id);
  (neighbour ?? view.title).focus();
}
