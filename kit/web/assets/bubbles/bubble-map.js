// The map: every municipality in its own place with the names in it. One ordered list, laid over the drawing.

import { aloneDrawing, drawing, FRAMES, placedCircle } from "./bubble-drawing.js";
import { fitHalf, fitName } from "./bubble-fit.js";
import { nameOf } from "./bubble-acts.js";
import { HALVES, halfWords } from "./bubble-parts.js";
import { beside } from "./bubble-large.js";
import { count, el, fill, icon } from "../elements/el.js";
import { textWidth } from "../elements/measure.js";
import said from "../generated/words-bubbles.js";
import sheet from "../generated/words-sheet-b.js";

/** Of each composition, in px at letters of the common size (web.md, section 5.3). */
const SIZES = {
  L: { pill: 32, own: 50, names: [15, 14], ownNames: [22, 18, 15], lines: 2, size: 14, row: 24, pitch: 18, most: 3, ownMost: 4 },
  M: { pill: 28, own: 50, names: [13, 12], ownNames: [22, 18, 15], lines: 3, size: 13, row: 24, pitch: 18, most: 2, ownMost: 3 },
};
const INSETS = { other: [17, 8.5], own: [19, 10] };
const SIGN = 22;

/**
 * The map of a composition (`L` or `M`), `width` px wide: `{element, fits}`. It does not fit where letters are so large that
 * a name leaves its pill: then the list is the better way.
 */
export function bubbleMap(view, kind, width) {
  const frame = FRAMES[kind];
  const scale = width / frame.width;
  const letters = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  const room = { ...SIZES[kind], letters, view };
  const insets = { other: INSETS.other.map((value) => value * letters), own: INSETS.own.map((value) => value * letters) };
  const lying = view.items.filter((one) => one.circle);
  const far = view.items.filter((one) => one.far);
  const shown = lying.map((item) => mapBubble(item, placedCircle(item.circle, frame, scale), room));
  const radius = neighbourRadius(lying) * scale;
  const away = far.map((item) => mapBubble(item, [radius, radius, radius], room));
  const plane = el("ol", { class: "map-bubbles" }, shown.map((one) => one.element));
  plane.style.setProperty("height", `${frame.height * scale}px`);
  const whole = el("div", { class: `map map-${kind}` },
    el("div", { class: "map-plane" }, drawing({ items: view.items, gone: view.gone, record: view.sheet.record }, frame, scale, { insets }), plane),
    far.length > 0 && farAway(away, far, radius, insets, lying.length));
  whole.style.setProperty("--wide", `${width}px`);
  whole.querySelector(".bubble-drawing").style.setProperty("height", `${frame.height * scale}px`);
  whole.addEventListener("keydown", (event) => step(event, whole, view));
  return { element: whole, fits: [...shown, ...away].every((one) => one.fits) };
}

/** The bubbles further away are of the size of the others. */
const neighbourRadius = (lying) => Math.min(44, ...lying.slice(1).map(({ circle }) => circle[2]));

function farAway(away, far, radius, insets, before) {
  away.forEach(({ element }, i) => {
    element.classList.add("alone");
    element.prepend(aloneDrawing(radius, insets, i));
  });
  return el("section", { class: "far", "aria-labelledby": "far-head" },
    el("hr", { class: "border" }),
    el("h2", { class: "small", id: "far-head" }, said.far),
    el("ol", { class: "far-bubbles", start: before + 1 }, away.map((one) => one.element)));
}

function mapBubble(item, [x, y, r], room) {
  const { letters } = room;
  const pill = mapPill(item, r, room);
  const element = el("li", { class: `map-bubble${item.own ? " own" : ""}`, "data-nis": item.nis }, pill.element);
  for (const [name, value] of [["left", x - r], ["top", y - r], ["width", 2 * r], ["height", 2 * r]]) element.style.setProperty(name, `${value.toFixed(1)}px`);
  if (!item.nis) return { element, fits: true };
  const [above, below] = INSETS[item.own ? "own" : "other"];
  const ends = { boven: r - (above + 3) * letters, onder: r - (below + 14) * letters };
  const from = pill.height / 2 + 2;
  element.append(...HALVES.map((half) => mapHalf(item, half, { r: r - 6, from, until: ends[half], angle: edgeAngle(item, half, r, letters) }, room)));
  return { element, fits: pill.fits && HALVES.every((half) => from + room.row * letters <= ends[half]) };
}

/** How far the words along an edge reach to either side, in radians. */
function edgeAngle({ own }, half, r, letters) {
  const { arcs } = sheet;
  const text = own ? { boven: arcs.own_upper, onder: arcs.own_lower }[half] : halfWords(half).arc;
  const inset = INSETS[own ? "own" : "other"][half === "boven" ? 0 : 1] * letters;
  const width = textWidth(text, `600 ${(own ? 13 : 12) * letters}px 'Fira Sans', 'Fira Fallback', sans-serif`) + text.length;
  return Math.min(1.4, width / 2 / (r - inset) + 0.08);
}

function mapPill(item, r, room) {
  const { letters } = room;
  const width = 1.72 * r;
  if (!item.nis) return blankPill(item, width, room);
  const fit = fitName(item.name, (item.own ? room.ownNames : room.names).map((size) => size * letters), width - 24, item.own ? 2 : room.lines);
  const pitch = Math.round(fit.size * 1.2);
  const height = Math.max((item.own ? room.own : room.pill) * letters, fit.lines.length * pitch + (item.own ? 24 : 12) * letters);
  const element = el("h2", { class: `pill map-pill${item.own ? " own" : ""}` },
    item.own && el("span", { class: "label own-label" }, sheet.pills.own),
    el("span", { class: "map-name" }, fit.lines.map((line, i) => el("span", { class: "map-line" }, line, i < fit.lines.length - 1 && !line.endsWith("-") ? " " : ""))));
  for (const [name, value] of [["width", width], ["min-height", height], ["font-size", fit.size], ["line-height", pitch]]) element.style.setProperty(name, `${value.toFixed(1)}px`);
  return { element, height, fits: fit.fits };
}

/** Where nobody lies yet: whoever is chosen gets the bubble. */
function blankPill(item, width, room) {
  const act = () => (item.own ? room.view.askOwn() : room.view.askMunicipality());
  const element = el("button", { type: "button", class: `pill map-pill blank${item.own ? " own" : ""}`, on: { click: act }, "data-key": `blank-${item.circle?.join("-")}` },
    icon("plus"), item.own ? sheet.pills.own : said.choose);
  element.style.setProperty("width", `${width.toFixed(1)}px`);
  return { element, height: room.pill, fits: true };
}

function mapHalf(item, half, space, room) {
  const { letters, view } = room;
  const cards = item[half];
  const { name } = halfWords(half);
  const size = room.size * letters;
  const { shown, more } = fitHalf(cards, {
    ...space, row: room.row * letters, pitch: room.pitch * letters, font: `400 ${size}px 'Fira Sans', 'Fira Fallback', sans-serif`,
    most: item.own ? room.ownMost : room.most, upper: half === "boven", sign: SIGN * letters, signed: (card) => view.signs.has(card.id),
  });
  const button = el("button", {
    type: "button", class: "half-open", "data-key": `half-${item.nis}-${half}`, "aria-expanded": String(view.isOpen(item.nis, half)),
    "aria-label": fill(said.half, { gemeente: item.name, helft: name.toLowerCase(), kaarten: cards.length ? count(said.cards, cards.length) : said.empty }),
    on: { click: () => view.open(item.nis, half) },
  });
  const list = el("ul", { class: "half-names" }, shown.map(({ card, lines }) => cardName(card, lines, view)),
    cards.slice(shown.length).map((card) => el("li", { class: "visually-hidden" }, nameOf(card))),
    more > 0 && el("li", { class: "half-more", "aria-hidden": "true" }, `+ ${more}`));
  list.style.setProperty(half === "boven" ? "bottom" : "top", `${space.from.toFixed(1)}px`);
  list.style.setProperty("font-size", `${size}px`);
  // A name lies on its half: who points at it points at the half too.
  const onName = (event) => event.target.closest(".half-name") && view.open(item.nis, half);
  return el("section", { class: `half map-half ${half}`, "data-nis": item.nis, "data-half": half, on: { click: onName } },
    el("h3", { class: "visually-hidden" }, name), list, button);
}

function cardName(card, lines, view) {
  const sign = view.signs.get(card.id);
  const whole = nameOf(card);
  const shown = lines.map((line, i) => el("span", { class: "name-line" }, line || whole, i === lines.length - 1 && sign && icon(sign, `combined ${sign}`)));
  return el("li", { class: "half-name", "data-card": card.id },
    el("span", { "aria-hidden": "true" }, shown),
    el("span", { class: "visually-hidden" }, sign ? `${whole}, ${said.combined[sign]}` : whole));
}

/** Arrows go from half to half: sideways round the centre, up and down within a bubble. */
function step(event, whole, view) {
  const half = event.target.closest?.(".half-open")?.closest(".half");
  if (!half || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const { nis, half: which } = half.dataset;
  const item = view.items.find((one) => one.nis === nis);
  const to = {
    ArrowLeft: () => [beside(view.items, item, -1).nis, which],
    ArrowRight: () => [beside(view.items, item, 1).nis, which],
    ArrowUp: () => [nis, "boven"],
    ArrowDown: () => [nis, "onder"],
  }[event.key];
  if (!to) return;
  event.preventDefault();
  const [code, other] = to();
  whole.querySelector(`[data-key="half-${code}-${other}"]`)?.focus();
  view.follow(code, other);
}
