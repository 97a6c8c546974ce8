// How much of what was typed a bubble can hold. Pure but for the measuring of letters.

import { brokenName, textWidth } from "./measure.js";

/** A name in its pill: `{lines, size, fits}`, the largest size that fits on one line, else lines at the smallest. */
export function fitName(name, sizes, width, most, family = "Poppins, 'Poppins Fallback', sans-serif") {
  const font = (size) => `600 ${size}px ${family}`;
  for (const size of sizes) if (textWidth(name, font(size)) <= width) return { lines: [name], size, fits: true };
  const size = sizes.at(-1);
  const lines = brokenName(name, font(size), width);
  return { lines, size, fits: lines.length <= most && lines.every((line) => textWidth(line, font(size)) <= width) };
}

/**
 * The cards that fit in a half, `{shown: [{card, lines}], more}`: as many as there is room for, the others as a number.
 * `r`, `from` (where the pill ends) and `until` (where the words along the edge begin) are distances in px from the
 * equator; `upper`: the last name lies nearest to the pill. `signed(card)`: whether an icon follows its name.
 */
export function fitHalf(cards, { r, from, until, row, pitch, font, most, upper, sign, signed }) {
  for (let n = Math.min(cards.length, most); n > 0; n--) {
    const more = cards.length - n;
    const shown = stacked(cards.slice(0, n), more, { r, from, until, row, pitch, font, upper, sign, signed });
    if (shown) return { shown, more };
  }
  return { shown: [], more: cards.length };
}

function stacked(cards, more, room) {
  const { r, from, until, row, pitch, upper } = room;
  let y = from;
  const last = more ? row : 0;
  if (more && upper) y += last;
  const lines = new Map();
  for (const card of upper ? [...cards].reverse() : cards) {
    const found = oneName(card, y, room, until - (more && !upper ? last : 0));
    if (!found) return null;
    lines.set(card, found);
    y += Math.max(row, found.length * pitch + row - pitch);
  }
  return y + (more && !upper ? last : 0) <= until && y <= r ? cards.map((card) => ({ card, lines: lines.get(card) })) : null;
}

/** A name on one line or on two; what is left of a longer one is shown by an ellipsis. Nothing where there is no room. */
function oneName(card, y, { r, row, pitch, font, sign, signed }, until) {
  const after = signed(card) ? sign : 0;
  const chord = (height) => 2 * Math.sqrt(Math.max(0, r * r - (y + height) ** 2)) - 14;
  const text = card.naam.trim();
  if (y + row > until) return null;
  if (textWidth(text, font) + after <= chord(row - 4)) return [text];
  if (y + row + pitch > until) return [clipped(text, font, chord(row - 4) - after)];
  const width = chord(row + pitch - 4);
  const lines = brokenAtSpaces(text, font, width - after);
  if (lines.length === 1) return [clipped(text, font, width - after)];
  const rest = lines.slice(1).join(" ");
  return [clipped(lines[0], font, width), clipped(rest, font, width - after)];
}

function brokenAtSpaces(text, font, width) {
  const lines = [];
  for (const word of text.split(/\s+/u)) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && textWidth(longer, font) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** As many letters as fit, with an ellipsis for the others. */
export function clipped(text, font, width) {
  if (textWidth(text, font) <= width) return text;
  // A letter may be several signs: none of them is left alone.
  const letters = Intl.Segmenter ? [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment) : [...text];
  let [least, most] = [0, letters.length];
  while (least < most) {
    const n = Math.ceil((least + most) / 2);
    if (textWidth(`${letters.slice(0, n).join("").trimEnd()}…`, font) <= width) least = n;
    else most = n - 1;
  }
  return `${letters.slice(0, least).join("").trimEnd()}…`;
}
