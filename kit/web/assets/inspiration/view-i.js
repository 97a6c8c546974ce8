// The inspiration list: sectors with examples. Its text stands in the page; here it becomes one to search and start from.

import { halfDisc } from "../cards/card-parts.js";
import { roomForOne } from "../cards/card-actions.js";
import { clusters, sectorHalf, sectors } from "../document/catalogue.js";
import { clear, count, el, fill, icon, style } from "../elements/el.js";
import { enhanced, isGeneral, nameFrom, saying, sift, tell } from "./examples.js";
import { announce } from "../frame/frame.js";
import { hand, handed } from "../frame/handed.js";
import { heading } from "../elements/heading.js";
import { go } from "../frame/route.js";
import { searchField } from "../elements/search-field.js";
import { current, isLooking } from "../document/store.js";
import { toggles, turn } from "../elements/toggles.js";
import said from "../generated/words-inspiration.js";

const PATIENCE = 600;

// Outlives a visit to another sheet: whoever comes back from a card goes on where they were.
const on = new Set();
const visit = { half: null, began: {}, chip: null };
let query = "";
let view = null;

/** Show the list in its section, and the sector the address asks for. The answer is where the focus goes. */
export async function show(live, { sub, back }) {
  await Promise.all([style("finder.css"), style("inspiration.css")]);
  const { half = null, ...began } = handed("i");
  if (!back) Object.assign(visit, { half, began, chip: null });
  if (view?.live !== live) build(live);
  draw();
  update(current());
  if (sub) toSector(sub);
  return back ? visit.chip : null;
}

/** The document changed: how many cards there are of each example. */
export function update(document) {
  if (!view) return;
  const bySector = Map.groupBy(document.kaarten, (card) => card.sector);
  for (const { sector, examples } of view.parts.flatMap((part) => part.sectors)) {
    const cards = bySector.get(sector.key) ?? [];
    for (const example of examples) tell(example, saying(example.text, cards));
  }
  view.section.classList.toggle("looking", isLooking());
}

/** Another sheet is shown. */
export function leave() {}

function build(live) {
  const section = live.closest(".view");
  view = { live, section, speaking: 0, parts: enhanced(section, start) };
  view.search = searchField({ label: said.search, placeholder: said.search_example, clear: said.clear_search, value: query, onInput: (text) => narrow(() => { query = text; }) });
  view.half = el("button", { type: "button", class: "chip", "aria-pressed": "true", on: { click: dropHalf } });
  view.filters = toggles({ label: said.filters.label, parts: filterParts(), onTurn: (key) => narrow(() => turn(on, key)) });
  view.filters.firstChild.after(view.half);
  view.status = el("p", { class: "hint found" });
  view.lead = el("p", { class: "lead" }, fill(said.lead, { sectoren: count(said.sectors, sectors().length) }));
  clear(live).append(el("div", { class: "inspiration-head" }, heading(said.title), view.lead, view.search, view.filters, view.status));
  legend(section);
  missing(section.querySelector(".missing"));
}

const filterParts = () => [
  { key: "all", text: said.filters.all },
  ...clusters().map(({ key, name, tone, icon: drawing }) => ({ key, text: name, drawing: el("span", { class: "cluster-disc", "data-tone": tone, "aria-hidden": "true" }, icon(drawing)) })),
];

function legend(section) {
  const [upper, lower] = section.querySelectorAll(".legend li");
  upper?.prepend(...halfDisc("boven", null, ""));
  lower?.prepend(...halfDisc("onder", null, ""));
}

/** Two ways to a card of somebody who does not stand in the list: what was looked for, or a name. */
function missing(place) {
  const field = el("input", { type: "text", id: "missing-name", autocomplete: "off", enterkeyhint: "done" });
  const begin = () => begun({ naam: field.value.trim() }, "", null);
  field.addEventListener("keydown", (event) => event.key === "Enter" && !event.isComposing && begin());
  const head = place.querySelector("h2");
  head.replaceChildren(el("label", { for: field.id }, head.textContent));
  view.absent = el("div", { class: "absent" });
  view.named = el("div", {}, head, el("div", { class: "field missing-field" }, field, el("button", { type: "button", class: "button second small", on: { click: begin } }, said.make)));
  view.name = field;
  place.replaceChildren(icon("plus"), view.absent, view.named);
  place.hidden = false;
}

function draw() {
  const text = query.trim();
  const { half } = visit;
  const sum = sift(view.parts, text, (cluster, sector) => (!on.size || on.has(cluster.key)) && (!half || (sectorHalf(sector.key) ?? half) === half));
  view.filters.show(on);
  view.half.hidden = !half;
  if (half) view.half.replaceChildren(...halfDisc(half, null, ""), half === "boven" ? said.filters.upper : said.filters.lower);
  const told = text ? foundWords(sum) : "";
  if (view.status.textContent !== told) view.status.textContent = told;
  view.absent.hidden = !text;
  view.named.hidden = Boolean(text);
  if (text) absent(text);
}

function foundWords({ examples, sectors: n }) {
  if (!examples) return said.nothing;
  return fill(said.found, { voorbeelden: count(said.examples, examples), sectoren: count(said.found_sectors, n) });
}

function absent(naam) {
  const { head, text, make } = said.absent;
  view.absent.replaceChildren(el("h2", {}, head), el("p", {}, fill(text, { naam })),
    el("button", { type: "button", class: "button second small", on: { click: () => begun({ naam }, "", null) } }, fill(make, { naam })));
}

function narrow(act) {
  act();
  draw();
  clearTimeout(view.speaking);
  view.speaking = setTimeout(() => view.status.textContent && announce(view.status.textContent), PATIENCE);
}

function dropHalf() {
  narrow(() => { visit.half = null; });
  view.filters.firstChild.focus();
}

function start(example, sector, chip) {
  const naam = nameFrom(example);
  begun({ naam, sector: sector.key }, isGeneral(example) ? naam : "", chip);
}

/** A card begins with what it was looked for with: the municipality of the bubble one came from, say. */
function begun(fields, example, chip) {
  if (isLooking() || !roomForOne()) return;
  visit.chip = chip;
  hand("p", { ...visit.began, ...fields, example });
  view.name.value = "";
  go("p", "nieuw");
}

function toSector(key) {
  const part = view.parts.flatMap(({ sectors: all }) => all).find(({ sector }) => sector.key === key);
  if (!part) {
    history.replaceState(history.state, "", "#i");
    return;
  }
  on.clear();
  query = "";
  view.search.put("");
  draw();
  // After the sheet itself was brought into view.
  requestAnimationFrame(() => {
    part.head.scrollIntoView({ block: "start", behavior: "instant" });
    part.head.focus({ preventScroll: true });
  });
}
