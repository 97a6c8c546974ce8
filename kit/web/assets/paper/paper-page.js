// One page of paper: a drawing in mm with typed text on it, as text nodes only.

import { isEmpty } from "../document/document.js";
import { el, fill, svg } from "../elements/el.js";
import kit from "../generated/kit.js";
import { fit } from "./paper-fit.js";
import { fitted, PT, widthOf } from "./paper-text.js";
import places from "../generated/paper/places.js";
import said from "../generated/words-paper.js";

const BETWEEN = "\u00a0\u00a0|\u00a0\u00a0";
const WHOSE = 70;
const FORMS = { 420: "a3l", 297: "a4l", 210: "a4p" };

/** What is printed in one go: the document, the date it was filled in, and what did not fit, to be printed behind it. */
export const job = (document, paper) => ({ document, paper, date: isEmpty(document) ? "" : day(document.gewijzigd), rest: [] });

/** A page as large as a sheet, with the drawings of these names on it. */
export function page(name, drawings, label) {
  const { size: [width, height] } = places.sheets[name];
  const sheet = svg("svg", { class: "paper-sheet", viewBox: `0 0 ${width} ${height}` }, drawings.map((one) => use(one)));
  return el("section", { class: `paper-page ${FORMS[width]}`, "aria-label": label }, sheet);
}

/** A drawing, at a place. */
export const use = (name, x = 0, y = 0) => svg("use", { href: `#paper-${name}`, x: x || null, y: y || null });

/** The part of a page that is drawn on. */
export const sheetOf = (made) => made.firstElementChild;

/** One line of text: its left end, its middle or its right end at `x`. */
export function line(text, x, y, size, face = "text", anchor = null) {
  return svg("text", { class: `paper-${face}`, x: short(x), y: short(y), "font-size": short(size * PT), "text-anchor": anchor }, text);
}

/**
 * Text in a place of a sheet whose corner is at (`x`, `y`); a text that is too long for it goes behind, under `name`.
 * Nothing where nothing was typed.
 */
export function write(into, task, place, text, name, [x, y] = [0, 0]) {
  if (!place || !text?.trim()) return;
  let set = fit(text, place);
  if (!set) {
    keep(task, name, text);
    set = fitted(said.see, place.lines.map(([, , width]) => width), [place.size[0], 1]);
  }
  set.lines.forEach((each, i) => into.append(onLine(each, place.lines[i], set.size, place.centred, [x, y])));
}

/** Keep a text for the pages behind, once: what stands in several places has all their names. */
export function keep(task, name, text) {
  const same = task.rest.find((one) => one.text === text);
  if (!same) task.rest.push({ names: [name], text });
  else if (!same.names.includes(name)) same.names.push(name);
}

function onLine(text, [left, baseline, width], size, centred, [x, y]) {
  return line(text, x + left + (centred ? width / 2 : 0), y + baseline, size, "text", centred ? "middle" : null);
}

/** A tick in a box. */
export function tick(into, [left, top, side], [x, y] = [0, 0]) {
  const at = (dx, dy) => `${short(x + left + side * dx)} ${short(y + top + side * dy)}`;
  into.append(svg("path", { class: "paper-tick", d: `M${at(0.2, 0.52)}L${at(0.42, 0.76)}L${at(0.82, 0.22)}` }));
}

/** What a sheet's own footer is continued with: what is told of it (`also`), whose it is, and when it was filled in. */
export function foot(into, task, name, also = []) {
  const { footer } = places.sheets[name];
  if (!footer) return;
  const [x, y, end, start, right] = footer;
  const [size] = places.sizes.footer;
  const date = task.date && fill(said.filled_in, { datum: task.date });
  const told = (some) => some.filter(Boolean).map((one) => BETWEEN + one).join("");
  const fits = (text) => x + widthOf(text, size) <= end;
  // Whose it is stands on canvas 1 already; when it was filled in only here.
  const wie = task.document.canvas1.wie.trim().replace(/\s+/gu, " ");
  const whose = widthOf(wie, size) <= WHOSE ? wie : "";
  const whole = [[...also, whose, date], [...also, date]].map(told).find(fits);
  const text = whole ?? [[...also, whose], also].map(told).find(fits);
  if (text) into.append(line(text, x, y, size, "note"));
  if (whole === undefined && right - widthOf(date, size) >= start) into.append(line(date, right, y, size, "note", "end"));
}

/** The footer of a page that is no sheet of the kit. */
export function ownFoot(into, task, title) {
  const { size: [width, height] } = places.sheets.text;
  const [size] = places.sizes.footer;
  const left = [kit.title, title, fill(said.filled_in, { datum: task.date })];
  into.append(line(left.join(BETWEEN), 12, height - 8.8, size, "note"), line(fill(said.version, { versie: kit.version }), width - 12, height - 8.8, size, "note", "end"));
}

/** A day without its year, as it is said; today where a date cannot be read. */
function day(text) {
  const found = new Date(text);
  const date = Number.isNaN(found.getTime()) ? new Date() : found;
  return new Intl.DateTimeFormat(document.documentElement.lang || undefined, { day: "numeric", month: "long" }).format(date);
}

/** Hundredths of a mm. */
export const short = (value) => Number(value.toFixed(2));
