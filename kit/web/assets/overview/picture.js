// The picture of a network: the bubble sheet, small, with what is filled in solid and what is not dashed.

import { svg } from "../elements/el.js";
import { brokenName, evenName, textWidth } from "../elements/measure.js";
import { placed } from "../document/network.js";
import overviewWords from "../generated/words-overview.js";

const MARGIN = 3;
const WIDE = 520;
const SIGNS = 6;

/**
 * The drawing, `width` px wide. `record`: the sheet of the municipality in the middle, in mm; `named`: whether it is one.
 * It says nothing by itself: whoever shows it gives it its name.
 */
export function picture(doc, record, width, named) {
  const frame = edges([record.c, ...record.b.map(([, , x, y, r]) => [x, y, r])]);
  const scale = width / (frame.right - frame.left);
  const place = ([x, y, r]) => [(x - frame.left) * scale, (y - frame.top) * scale, r * scale];
  const height = (frame.bottom - frame.top) * scale;
  const codes = record.b.map(([nis]) => nis).filter(Boolean);
  const { bubbles } = named ? placed(doc, [doc.bollen.midden, ...codes]) : { bubbles: new Map() };
  const large = width >= WIDE;
  const root = svg("svg", { class: "picture", viewBox: `0 0 ${round(width)} ${round(height)}`, width: round(width), height: round(height), role: "img" });
  const borders = svg("g", { class: "picture-borders", transform: `scale(${round(scale, 4)}) translate(${round(-frame.left)} ${round(-frame.top)})` },
    record.borders.map((d) => svg("path", { d, "vector-effect": "non-scaling-stroke" })));
  root.append(borders);
  const links = svg("g", { class: "picture-links" });
  const around = record.b.map(([nis, name, ...circle]) => {
    const cards = bubbles.get(nis);
    const here = place(circle);
    if (cards && cards.boven.length + cards.onder.length) links.append(...link(place(record.c), here, large));
    return bubble(here, named ? name : "", cards, large);
  });
  root.append(...around, centre(place(record.c), doc, large), links);
  return root;
}

function edges(circles) {
  return {
    left: Math.min(...circles.map(([x, , r]) => x - r)) - MARGIN,
    right: Math.max(...circles.map(([x, , r]) => x + r)) + MARGIN,
    top: Math.min(...circles.map(([, y, r]) => y - r)) - MARGIN,
    bottom: Math.max(...circles.map(([, y, r]) => y + r)) + MARGIN,
  };
}

function link([cx, cy, cr], [x, y, r], large) {
  const far = Math.hypot(x - cx, y - cy);
  const at = (from, towards) => [cx + ((x - cx) / far) * (towards ? cr : far - r), cy + ((y - cy) / far) * (towards ? cr : far - r)].map((value) => round(value));
  const [x1, y1] = at(0, true);
  const [x2, y2] = at(0, false);
  const node = large ? 6 : 4.2;
  return [
    svg("path", { class: "picture-link", pathLength: 1, d: `M${x1} ${y1}L${x2} ${y2}` }),
    svg("circle", { class: "picture-node own", cx: x1, cy: y1, r: node }),
    svg("circle", { class: "picture-node", cx: x2, cy: y2, r: node }),
  ];
}

function bubble([x, y, r], name, cards, large) {
  const full = cards && cards.boven.length + cards.onder.length > 0;
  const group = svg("g", { class: full ? "picture-bubble full" : "picture-bubble" });
  if (full && cards.boven.length) group.append(half(x, y, r, 1));
  if (full && cards.onder.length) group.append(half(x, y, r, 0));
  group.append(svg("circle", { cx: round(x), cy: round(y), r: round(r) }));
  if (full) group.append(svg("path", { class: "picture-equator", d: `M${round(x - r)} ${round(y)}h${round(2 * r)}` }));
  if (name) group.append(...pill(x, y, r, name, large));
  return group;
}

const half = (x, y, r, upper) => svg("path", { class: "picture-half", d: `M${round(x - r)} ${round(y)}A${round(r)} ${round(r)} 0 0 ${upper} ${round(x + r)} ${round(y)}Z` });

function pill(x, y, r, name, large) {
  const [size, pitch, pad] = large ? [15, 16, 24] : [12, 13, 16];
  const font = large ? "600 15px Poppins" : "600 12px 'Fira Sans'";
  const wide = 2 * r - (large ? 18 : 6);
  const lines = brokenName(name, font, wide - pad / 2);
  const width = Math.max(wide, ...lines.map((line) => textWidth(line, font) + pad / 2));
  const height = lines.length * pitch + (large ? 7 : 8);
  const box = svg("rect", { class: "picture-pill", x: round(x - width / 2), y: round(y - height / 2), width: round(width), height: round(height), rx: round(Math.min(height / 2, 14)) });
  const first = y - ((lines.length - 1) * pitch) / 2 + size * 0.35;
  return [box, ...lines.map((line, i) => svg("text", { class: large ? "picture-name large" : "picture-name", x: round(x), y: round(first + i * pitch) }, line))];
}

function centre([x, y, r], doc, large) {
  const ring = large ? 14 : 9;
  const { wie, sterktes, beperkingen } = doc.canvas1;
  return svg("g", { class: "picture-centre" },
    svg("circle", { class: "picture-ring", cx: round(x), cy: round(y), r: round(r - ring / 2 - 2), "stroke-width": ring }),
    svg("circle", { class: "picture-own", cx: round(x), cy: round(y), r: round(r) }),
    name(x, y, r - ring, wie.trim(), large),
    signs(x, y - r * (large ? 0.58 : 0.55), sterktes, "sun", large, r),
    signs(x, y + r * (large ? 0.62 : 0.58), beperkingen, "cloud", large, r));
}

const NAME_FONTS = { true: [[18, 22, "Poppins"], [16, 20, "Poppins"], [14, 18, "'Fira Sans'"]], false: [[14, 17, "Poppins"], [13, 16, "'Fira Sans'"], [12, 15, "'Fira Sans'"]] };

/** On at most two lines, in the largest letters that fit; what is left of a longer name is shown by an ellipsis. */
function name(x, y, r, wie, large) {
  if (!wie) return svg("text", { class: "picture-you", x: round(x), y: round(y + 8) }, overviewWords.you);
  const room = 2 * r - 10;
  const tried = NAME_FONTS[large].map(([size, pitch, face]) => {
    const font = `600 ${size}px ${face}`;
    const lines = evenName(wie, font, room);
    return { size, pitch, face, font, lines, fits: lines.length < 3 && lines.every((line) => textWidth(line, font) <= room) };
  });
  const { size, pitch, face, font, lines } = tried.find((one) => one.fits) ?? tried.at(-1);
  const shown = lines.slice(0, 2).map((line, i) => clipped(line, font, room, i === 1 && lines.length > 2));
  const first = y - ((shown.length - 1) * pitch) / 2 + size * 0.35;
  return shown.map((line, i) => svg("text", { class: "picture-whose", "font-size": size, "font-family": face, x: round(x), y: round(first + i * pitch) }, line));
}

function clipped(line, font, room, more) {
  let letters = [...line];
  if (!more && textWidth(line, font) <= room) return line;
  while (letters.length > 1 && textWidth(`${letters.join("")}…`, font) > room) letters = letters.slice(0, -1);
  return `${letters.join("").trimEnd()}…`;
}

function signs(x, y, texts, sign, large, room) {
  const n = Math.min(SIGNS, texts.filter((text) => text.trim()).length);
  const r = Math.min(large ? 16 : 9.5, room / (n + 1.5));
  const step = 2 * r + (large ? 8 : 4);
  const size = r * 1.25;
  return Array.from({ length: n }, (_, i) => {
    const cx = x + (i - (n - 1) / 2) * step;
    return svg("g", { class: `picture-sign ${sign}` },
      svg("circle", { cx: round(cx), cy: round(y), r: round(r) }),
      svg("use", { href: `#icon-${sign}`, x: round(cx - size / 2), y: round(y - size / 2), width: round(size), height: round(size) }));
  });
}

const round = (value, digits = 1) => Number(value.toFixed(digits));
