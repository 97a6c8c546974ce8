// How typed text is set on paper: in lines of so many mm, as large as fits. Pure but for the measuring.

import { textWidth } from "../elements/measure.js";

/** Millimetres in a point. */
export const PT = 25.4 / 72;

export const FACES = { text: "400 100px 'Fira Sans'", strong: "600 100px 'Fira Sans'", head: "600 100px Poppins" };

const STEP = 0.25;
const letters = globalThis.Intl?.Segmenter ? new Intl.Segmenter() : null;

/** The width of a text in mm, in a face of `FACES` and a size in pt. */
export const widthOf = (text, size, face = "text") => (textWidth(text, FACES[face]) / 100) * size * PT;

/**
 * A text in as many lines as there are `widths` (mm), in the largest size (pt) of `[size, least]`: `{size, lines, cut}`, or
 * nothing where even the smallest is too large. A word that is wider than its line is cut, but only where nothing else helps.
 */
export function fitted(text, widths, [size, least], face = "text") {
  for (const cut of [false, true]) {
    for (let now = size; now >= least - 1e-6; now -= STEP) {
      const lines = broken(text, (i) => widths[i] ?? 0, now, face, cut, widths.length);
      if (lines) return { size: now, lines, cut };
    }
  }
  return null;
}

/** The same with lines as even as they can be, on as few as it takes: for a name. */
export function even(text, widths, sizes, face = "text") {
  const set = fitted(text, widths, sizes, face);
  if (!set || set.lines.length < 2) return set;
  const size = [set.size, set.size];
  const narrower = [0.6, 0.7, 0.8, 0.9].map((share) => fitted(text, widths.map((width) => width * share), size, face));
  return narrower.find((one) => one && one.lines.length === set.lines.length && !one.cut) ?? set;
}

/** A text in as many lines of `width` mm as it takes. */
export const wrapped = (text, width, size, face = "text") => broken(text, () => width, size, face, true, Infinity);

/** As much of a text as fits on a line, with an ellipsis where that is not all. */
export function clipped(text, width, size, face = "text") {
  const all = graphemes(text);
  if (widthOf(all.join(""), size, face) <= width) return all.join("");
  let [fits, over] = [0, all.length];
  while (over - fits > 1) {
    const middle = (fits + over) >> 1;
    if (widthOf(`${all.slice(0, middle).join("")}…`, size, face) <= width) fits = middle;
    else over = middle;
  }
  return `${all.slice(0, fits).join("").trimEnd()}…`;
}

/** Lines, or nothing where there are more than `most`, or where a word is too wide and may not be `cut`. */
function broken(text, width, size, face, cut, most) {
  const lines = [];
  const fits = (line) => widthOf(line.trimEnd(), size, face) <= width(lines.length) + 1e-6;
  for (const paragraph of text.split(/\r\n|[\n\r\u2028\u2029]/u).map((one) => one.trim()).filter(Boolean)) {
    let line = "";
    for (let piece of paragraph.split(/(?<=[\s-])/u)) {
      if (fits(line + piece)) {
        line += piece;
        continue;
      }
      if (line) lines.push(line.trimEnd());
      line = "";
      while (!fits(piece)) {
        if (!cut || lines.length >= most) return null;
        const n = longest(piece, (part) => fits(part));
        lines.push(n.fits);
        piece = n.rest;
      }
      line = piece;
    }
    lines.push(line.trimEnd());
    if (lines.length > most) return null;
  }
  return lines;
}

/** As many letters of a word as fit, at least one, and the rest of it. */
function longest(word, fits) {
  const all = graphemes(word);
  let [most, over] = [1, all.length];
  while (over - most > 1) {
    const middle = (most + over) >> 1;
    if (fits(all.slice(0, middle).join(""))) most = middle;
    else over = middle;
  }
  return { fits: all.slice(0, most).join(""), rest: all.slice(most).join("") };
}

/** Letters as they are seen: an emoji of several signs is one. */
const graphemes = (text) => (letters ? [...letters.segment(text)].map((one) => one.segment) : [...text]);
