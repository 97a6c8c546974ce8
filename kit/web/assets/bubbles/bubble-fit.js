// How much of what was typed a bubble can hold. Pure but for the measuring of letters.

import { brokenName, textWidth } from "../elements/measure.js";

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
 * middle; those words take `angle` to either side of the vertical. `upper`: the last name lies nearest to the pill.
 * `signed(card)`: whether an icon, `sign` px wide, follows its name.
 */
export function fitHalf(cards, room) {
  for (let n = Math.min(cards.length, room.most); n > 0; n--) {
    const more = cards.length - n;
    const shown = stacked(cards.slice(0, n), more, room);
    if (shown) return { shown, more };
  }
  return { shown: [], more: cards.length };
}

function stacked(cards, more, room) {
  const { r, from, until, row, pitch, upper } = room;
  let y = from;
  const last = more ? pitch : 0;
  if (more && upper) y += last;
  const lines = new Map();
  for (const card of upper ? [...cards].reverse() : cards) {
    const found = oneName(card, y, room, until - (more && !upper ? last : 0));
    // Rather fewer names than half ones.
    if (!found || (cards.length > 1 && found.join("").endsWith("…") && !card.naam.trim().endsWith("…"))) return null;
    lines.set(card, found);
    y += Math.max(row, found.length * pitch + row - pitch);
  }
  return y + (more && !upper ? last : 0) <= until && y <= r ? cards.map((card) => ({ card, lines: lines.get(card) })) : null;
}

/** A name on one line or on two; what is left of a longer one is shown by an ellipsis. Nothing where there is no room. */
function oneName(card, y, room, until) {
  const { row, pitch, font, sign, signed } = room;
  const after = signed(card) ? sign : 0;
  const text = card.naam.trim();
  if (y + row > until) return null;
  const near = widest(y + row - 4, room);
  const one = [clipped(text, font, near - after)];
  if (one[0] === text || y + row + pitch > until) return one;
  const far = widest(y + row + pitch - 4, room);
  const two = onTwo(text, font, room.upper ? [far, near - after] : [near, far - after]);
  return two && two.join("").length > one[0].length ? two : one;
}

/** As many words as fit on the first line, the others on the second. Nothing where not even the first word fits. */
function onTwo(text, font, [first, second]) {
  const parts = text.split(/\s+/u);
  let n = 0;
  while (n < parts.length && textWidth(parts.slice(0, n + 1).join(" "), font) <= first) n++;
  return n && n < parts.length ? [parts.slice(0, n).join(" "), clipped(parts.slice(n).join(" "), font, second)] : null;
}

/** How wide a line may be whose far edge lies `y` from the equator: within the circle, and under the words along it. */
function widest(y, { r, until, angle }) {
  const within = (radius, margin) => 2 * Math.sqrt(Math.max(0, radius * radius - y * y)) - margin;
  return y / Math.cos(angle) <= until ? within(r, 14) : Math.min(within(r, 14), within(until, 4));
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
