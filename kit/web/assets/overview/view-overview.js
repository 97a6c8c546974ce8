// The overview: the picture of one's network, and how far each step is.

import { clear, count, el, fill, icon, listed, style } from "../elements/el.js";
import { isEmpty } from "../document/document.js";
import { notice } from "../frame/frame.js";
import { heading } from "../elements/heading.js";
import kit from "../generated/kit.js";
import { onSheet, placed, progress } from "../document/network.js";
import { picture } from "./picture.js";
import { blank, record } from "../places/shards.js";
import { current, isLooking } from "../document/store.js";
import canvasWords from "../generated/words-canvas-1.js";
import frameWords from "../generated/words-frame.js";
import said from "../generated/words-overview.js";
import stepWords from "../generated/words-steps.js";

let place = null;
let watched = null;
let fresh = false;

/** Show the overview in its section. */
export async function show(live, route) {
  await style("overview.css");
  place = live;
  fresh = true;
  clear(live).append(el("div", { class: "overview" }));
  await draw(current(), route.known === false);
}

/** The document changed. */
export function update(document, before) {
  // Only whether it is saved: nothing of that stands here.
  return document === before ? null : draw(document, false);
}

/** Another sheet is shown. */
export function leave() {
  watched?.disconnect();
  place = null;
}

async function draw(doc, unknown) {
  const sheet = await sheetOf(doc);
  if (!place) return;
  const codes = onSheet(doc, sheet.named ? sheet.record : null);
  const far = progress(doc, codes);
  const parts = el("div", { class: "overview" },
    el("div", { class: "overview-network" },
      heading(isEmpty(doc) ? kit.title : isLooking() ? doc.canvas1.wie.trim() || kit.title : said.title_mine),
      el("p", { class: "lead" }, summary(doc, codes)),
      unknown && notice({ drawing: "flag", words: said.unknown_sheet }),
      drawing(doc, sheet, codes),
      el("p", { class: "overview-buttons" }, buttons(doc, far)),
      el("p", { class: "privacy" }, icon("lock"), frameWords.foot.privacy)),
    el("div", { class: "overview-steps" }, steps(doc, far, sheet), extras()));
  place.replaceChildren(parts);
}

/** The sheet of the municipality in the middle; without a network, or without a municipality, that without names. */
export async function sheetOf(doc) {
  const { midden } = doc.bollen;
  if (!midden) return { record: blank, named: false };
  try {
    const found = await record(midden);
    return found ? { record: found, named: true } : { record: blank, named: false };
  } catch {
    return { record: blank, named: false };
  }
}

function summary(doc, codes) {
  if (isEmpty(doc)) return said.intro;
  const { loose } = placed(doc, codes);
  if (!doc.kaarten.length) return said.no_cards;
  const waiting = loose.length ? ` ${count(said.waiting, loose.length)}` : "";
  return `${fill(said.summary, totals(doc, codes))}${waiting}`;
}

function totals(doc, codes) {
  const { bubbles, loose } = placed(doc, codes);
  const where = [...bubbles.values()].filter(({ boven, onder }) => boven.length + onder.length);
  return {
    partners: count(said.partners, doc.kaarten.length - loose.length),
    gemeenten: count(said.municipalities, where.length),
  };
}

function drawing(doc, sheet, codes) {
  const box = el("div", { class: "overview-picture" });
  const fit = () => {
    const image = picture(doc, sheet.record, box.clientWidth || 344, sheet.named);
    image.setAttribute("aria-label", sentence(doc, sheet, codes));
    // The links draw themselves once, not at each change.
    image.classList.toggle("fresh", fresh);
    fresh = false;
    box.replaceChildren(image);
  };
  watched?.disconnect();
  let width = 0;
  // Not within the observer: it would observe its own doing.
  watched = new ResizeObserver(() => requestAnimationFrame(() => {
    if (box.clientWidth === width) return;
    width = box.clientWidth;
    fit();
  }));
  watched.observe(box);
  return box;
}

/** What the picture shows, as a sentence. */
export function sentence(doc, sheet, codes) {
  const { bubbles } = placed(doc, codes);
  const names = (half) => [...bubbles].filter(([, cards]) => cards[half].length).map(([nis, cards]) => nameOf(sheet, nis) ?? cards[half][0].gemeente);
  const [above, below] = [names("boven"), names("onder")];
  if (!above.length && !below.length) return said.picture_empty;
  const parts = [
    above.length && fill(said.picture_above, { namen: listed(above, frameWords.conjunction) }),
    below.length && fill(said.picture_below, { namen: listed(below, frameWords.conjunction) }),
  ].filter(Boolean);
  return `${fill(said.picture, totals(doc, codes))} ${parts.join(" ")}`;
}

function nameOf({ record: sheet, named }, nis) {
  if (!named) return null;
  return nis === sheet.nis ? sheet.n : sheet.b.find(([code]) => code === nis)?.[1] ?? null;
}

function buttons(doc, far) {
  if (isEmpty(doc)) return [main(said.begin, "c1"), el("a", { class: "button second", href: "#k" }, said.open_file)];
  const [next] = [
    [!far.you.done, "c1"], [!(far.strengths.done && far.limits.done), "c1"], [!far.bubbles.done, "b"], [!far.cards.done, "p"], [!far.exercises.done, "c2"],
  ].filter(([open]) => open).map(([, view]) => view);
  const print = el("a", { class: next ? "button second" : "button", href: "#k" }, icon("print"), next ? said.print : said.print_all);
  return next ? [main(fill(said.go_on, { blad: said.sheets[next] }), next), print] : [print];
}

const main = (text, view) => el("a", { class: "button", href: `#${view}` }, text, icon("arrow"));

function steps(doc, far, sheet) {
  return el("ol", { class: "steps" },
    step(0, [row("c1", "canvas", said.canvas_1, ...you(far.you))]),
    step(1, [
      row("c1", "sun", canvasWords.strengths, ...filledIn(far.strengths)),
      row("c1", "cloud", canvasWords.limits, ...filledIn(far.limits)),
    ]),
    step(2, [
      row("b", "bubbles", said.bubbles, ...bubbles(doc, far.bubbles, sheet)),
      row("p", "cards", said.cards, ...cards(far.cards)),
      row("c2", "combine", said.canvas_2, ...exercises(far.exercises)),
    ]));
}

function step(i, rows) {
  const { digit, label, head } = stepWords[i];
  return el("li", { class: `step step-${i + 1}` },
    el("span", { class: "disc", "aria-hidden": "true" }, digit),
    el("div", {},
      el("p", { class: "label" }, label),
      el("h2", {}, head),
      el("ul", { class: "rows" }, rows)));
}

function row(view, drawing, name, told, done = false) {
  return el("li", {}, el("a", { class: "row", href: `#${view}` },
    icon(drawing),
    el("span", { class: "row-words" },
      el("span", { class: "row-name" }, name),
      el("span", { class: "hint" }, done && icon("tick", "done"), told)),
    icon("arrow")));
}

function you({ done, wie, waar, wat }) {
  if (!wie && !waar && !wat) return [said.you_empty];
  if (!wie) return [said.you_who];
  if (!wat) return [said.you_what];
  return waar ? [said.you_done, done] : [said.you_where, done];
}

const filledIn = ({ n, done }) => (n ? [count(said.filled, n), done] : [said.empty]);

function bubbles(doc, { done, neighbours, placed: n }, sheet) {
  if (!doc.bollen.midden) return [said.bubbles_empty];
  return [fill(said.bubbles_filled, { gemeente: sheet.named ? sheet.record.n : "", buren: count(said.neighbours, neighbours), kaarten: count(said.placed, n) }), done];
}

function cards({ n, loose, done }) {
  if (!n) return [said.cards_empty];
  return [loose ? fill(said.cards_loose, { kaarten: count(said.count_cards, n), n: loose }) : count(said.count_cards, n), done];
}

function exercises({ each, done }) {
  if (done) return [said.exercises_done, true];
  if (each.every((one) => one === "start")) return [said.exercises_empty];
  const i = each.findIndex((one) => one !== "done" && one !== "start");
  const at = i >= 0 ? i : each.indexOf("start");
  return [fill(said.exercise[each[at]], { n: at + 1 })];
}

function extras() {
  const rows = [["i", "bulb", said.inspiration, said.inspiration_hint], ["w", "page", said.method, said.method_hint], ["d", "clock", said.run_sheet, said.run_sheet_hint]];
  return el("section", { class: "extras" },
    el("hr", { class: "border" }),
    el("h2", { class: "small" }, said.extras),
    el("ul", { class: "rows" }, rows.map(([view, drawing, name, told]) => row(view, drawing, name, told))));
}
