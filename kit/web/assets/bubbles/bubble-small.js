// The small map of a narrow screen: a picker, with how many cards each half holds.

import { drawing, FRAMES, placedCircle } from "./bubble-drawing.js";
import { el, fill, icon } from "../elements/el.js";
import { brokenName, evenName, textWidth } from "../elements/measure.js";
import said from "../generated/words-bubbles.js";
import sheetB from "../generated/words-sheet-b.js";

const FONT = (size) => `600 ${size}px 'Fira Sans', 'Fira Fallback', sans-serif`;

/** The map, `width` px wide; the bubble that is open is marked. */
export function smallMap(view, width) {
  const frame = FRAMES.S;
  const scale = width / frame.width;
  const letters = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  const lying = view.items.filter((one) => one.circle);
  const far = view.items.filter((one) => one.far);
  const plane = el("ol", { class: "small-bubbles" }, lying.map((item) => smallBubble(item, placedCircle(item.circle, frame, scale), letters, view)));
  const picture = drawing({ items: view.items, gone: view.gone, record: view.sheet.record }, frame, scale, { small: true });
  const box = el("div", { class: "small-plane" }, picture, plane);
  box.style.setProperty("width", `${width}px`);
  box.style.setProperty("height", `${(frame.height * scale).toFixed(1)}px`);
  return el("nav", { class: "small-map", "aria-label": said.map },
    box,
    far.length > 0 && el("p", { class: "hint", id: "far-small" }, said.far),
    far.length > 0 && el("ol", { class: "small-far", "aria-labelledby": "far-small", start: lying.length + 1 }, far.map((item) => smallBubble(item, [0, 0, 41 * scale / 0.925], letters, view))));
}

function smallBubble(item, [x, y, r], letters, view) {
  const spot = el("li", { class: `small-bubble${item.own ? " own" : ""}${item.far ? " alone" : ""}` }, item.nis ? picker(item, r, letters, view) : blank(item, view));
  for (const [name, value] of [["left", x - r], ["top", y - r], ["width", 2 * r], ["height", 2 * r]]) spot.style.setProperty(name, `${value.toFixed(1)}px`);
  return spot;
}

function picker(item, r, letters, view) {
  const size = (item.own ? 16 : 12) * letters;
  const { lines, width } = named(item.name, size, r);
  const crowded = lines.length > 2;
  const [above, below] = [item.boven.length, item.onder.length];
  const label = el("span", { class: "small-name", "aria-hidden": "true" }, lines.map((line) => el("span", {}, line)));
  label.style.setProperty("width", `${width.toFixed(1)}px`);
  label.style.setProperty("font-size", `${size}px`);
  const number = (n, place) => n > 0 && el("span", { class: `small-count ${place}${crowded ? " badge" : ""}`, "data-n": n > 99 ? "99+" : n });
  return el("button", {
    type: "button", class: "small-pick", "data-nis": item.nis, "data-key": `pick-${item.nis}`, "aria-current": view.chosen === item.nis ? "true" : false,
    "aria-label": fill(said.counts, { gemeente: item.name, boven: above, onder: below }), on: { click: () => view.turn(item.nis) },
  }, number(above, "above"), label, number(below, "below"));
}

/** A name over its pill, which may reach over the circle; on the fewest lines that do. */
function named(name, size, r) {
  const font = FONT(size);
  const most = 2 * r - 4;
  const lines = textWidth(name, font) + 12 <= 2 * r - 8 ? [name] : evenName(name, font, most - 12);
  const widest = Math.max(...lines.map((line) => textWidth(line, font)));
  return { lines: lines.length ? lines : brokenName(name, font, most), width: Math.max(widest + 14, Math.min(2 * r - 24, 1.2 * r)) };
}

function blank(item, view) {
  return el("button", {
    type: "button", class: "small-pick blank", "aria-label": item.own ? sheetB.pills.own : said.choose, "data-key": `blank-${item.circle.join("-")}`,
    on: { click: () => (item.own ? view.askOwn() : view.askMunicipality()) },
  }, icon("plus"));
}
