// Pages of text on A4: what did not fit in its place, and all cards by municipality.

import { fill, svg } from "../elements/el.js";
import { halfOf } from "../document/network.js";
import { cardName, contact, sectorName } from "./paper-cards.js";
import { line, ownFoot, page, sheetOf, short } from "./paper-page.js";
import { clipped, widthOf, wrapped } from "./paper-text.js";
import places from "../generated/paper/places.js";
import said from "../generated/words-paper.js";

/** The left ends of columns and their width: one for running text, two for a list. */
const WIDE = { xs: [12], width: 186 };
const TWO = { xs: [12, 108], width: 90 };
const [FIRST, BOTTOM] = [48, 280];
const INDENT = 6;
const PILL = 9.2;
const CAPITAL = 0.123;
const TOGETHER = 4;
const SIZES = { head: [13, 6.4], strong: [11.5, 5.4], text: [11.5, 5.4], note: [10, 4.8] };
/** What is free above each, beside its own height. */
const GAPS = { head: 6, text: 1, pill: 9, name: 3 };

/** The pages with texts that were too long for their places; none where all fitted. */
export function continued(task) {
  const parts = task.rest.flatMap(({ names, text }) => [...rows(WIDE, names.join(" · "), "head", { gap: GAPS.head, keep: true }), ...rows(WIDE, text, "text", { gap: GAPS.text })]);
  return parts.length ? laid(task, said.continued, said.continued_lead, parts, WIDE) : [];
}

/** The pages with all cards: those of one's own municipality first, then clockwise, then others by name. */
export function list(task, sheet) {
  const groups = [...grouped(task, sheet)].filter(([, cards]) => cards.length);
  const parts = groups.flatMap(([name, cards, own]) => [{ pill: name, own, gap: GAPS.pill, high: PILL, keep: true }, ...cards.flatMap(entry)]);
  return parts.length ? laid(task, said.list, said.list_lead, parts, TWO) : [];
}

function grouped(task, { codes, nameOf }) {
  const groups = new Map(codes.map((nis) => [nis, []]));
  const names = new Map(codes.map((nis) => [nis, nameOf(nis)]));
  for (const card of task.document.kaarten) {
    const key = card.nis ?? card.gemeente.trim();
    if (!groups.has(key)) groups.set(key, []);
    if (!names.has(key)) names.set(key, card.gemeente.trim() || nameOf(card.nis) || said.no_municipality);
    groups.get(key).push(card);
  }
  const [known, other] = [codes, [...groups.keys()].filter((key) => !codes.includes(key))];
  other.sort((a, b) => !a - !b || names.get(a).localeCompare(names.get(b)));
  return [...known, ...other].map((key) => [names.get(key), groups.get(key), key !== "" && key === task.document.bollen.midden]);
}

function entry(card) {
  const ticks = [card.bovenlokaal && said.supralocal, card.grensverleggend && said.boundary_pushing, ...card.bij.map((one) => fill(said.belongs, { oefening: one === "beperking" ? said.limit : said.strength }))];
  const about = [sectorName(card), ...ticks].filter((one) => one && one.trim()).join(" · ");
  const parts = [
    ...rows(TWO, cardName(card), "strong", { gap: GAPS.name, half: halfOf(card) }),
    ...rows(TWO, about, "note"),
    ...rows(TWO, card.idee, "text"),
    ...rows(TWO, contact(card), "note"),
  ];
  return parts.map((part, i) => ({ ...part, keep: i < Math.min(TOGETHER, parts.length - 1) }));
}

/** The lines of a text, each `high` below what is above it, the first with a `gap` more; `keep`: with what follows. */
function rows({ width }, text, face, { gap = 0, keep = false, half = null } = {}) {
  const [size, high] = SIZES[face];
  const x = face === "head" ? 0 : INDENT;
  return wrapped(text, width - x, size, face).map((one, i) => ({ text: one, face, size, high, x, gap: i ? 0 : gap, keep, half: i ? null : half }));
}

function laid(task, title, lead, parts, { xs, width }) {
  const columns = [...flow(parts)];
  const pages = columns.flatMap((_, i) => (i % xs.length ? [] : [columns.slice(i, i + xs.length)]));
  return pages.map((some, i) => {
    const made = page("text", ["text"], title);
    const into = sheetOf(made);
    const [size] = places.sizes.title;
    into.append(line(title, xs[0] + 28, 20.2, size, "head"), line(lead, xs[0] + 28.3, 28, 12.5, "note"));
    some.forEach((column, n) => column.forEach(({ y, part }) => draw(into, part, xs[n], y, width)));
    ownFoot(into, task, pages.length > 1 ? fill(said.numbered, { titel: title, n: i + 1, m: pages.length }) : title);
    return made;
  });
}

/** Parts column by column, each with its baseline; what is to stay with what follows goes to the next one with it. */
function* flow(parts) {
  let some = [];
  let y = FIRST;
  let head = null;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i];
    const next = y + part.gap + part.high;
    if (some.length && next + following(parts, i) > BOTTOM) {
      yield some;
      some = head && part.pill === undefined ? [{ y: FIRST, part: head }] : [];
      y = FIRST + part.gap + part.high;
    } else {
      y = some.length ? next : FIRST;
    }
    if (!some.length) y = FIRST;
    if (part.pill !== undefined) head = part;
    some.push({ y, part });
  }
  if (some.length) yield some;
}

/** How much room is needed below a part for what it must not be parted from. */
function following(parts, i) {
  let room = 0;
  for (let next = i; parts[next]?.keep && parts[next + 1] && room < 60; next++) room += parts[next + 1].gap + parts[next + 1].high;
  return room;
}

function draw(into, part, left, y, width) {
  if (part.pill !== undefined) {
    pill(into, part, left, y, width);
    return;
  }
  if (part.half) into.append(halfDisc(left + 2.2, short(y - 1.5), part.half));
  into.append(line(part.text, left + part.x, y, part.size, part.face));
}

/** A line with the name of a municipality on it. */
function pill(into, { pill: name, own }, left, y, room) {
  const [size] = places.sizes.head;
  const shown = clipped(name, room - 2 * INDENT, size, "head");
  const width = short(widthOf(shown, size, "head") + 2 * INDENT);
  const middle = short(y - PILL / 2);
  const look = `paper-rule ${own ? "own" : "partner"}`;
  into.append(
    svg("path", { class: look, d: `M${short(left + width)} ${middle}H${left + room}` }),
    svg("rect", { class: look, x: left, y: short(middle - PILL / 2), width, height: PILL, rx: PILL / 2 }),
    line(shown, left + INDENT, middle + size * CAPITAL, size, "head"));
}

/** A small circle of which the half is filled in which a card lies. */
function halfDisc(x, y, half) {
  const r = 1.7;
  return svg("g", {},
    svg("path", { class: "paper-half", d: filledHalf(x, y, r, half === "boven" ? -1 : 1) }),
    svg("circle", { class: "paper-half-edge", cx: x, cy: y, r }));
}

/** Half a disc above (-1) or below (1) its middle, in curves: what makes a PDF of it knows no arcs. */
function filledHalf(x, y, r, side) {
  const [k, far] = [r * 0.5523, y + side * r];
  return `M${short(x - r)} ${y}C${[x - r, y + side * k, x - k, far, x, far].map(short).join(" ")}C${[x + k, far, x + r, y + side * k, x + r, y].map(short).join(" ")}Z`;
}
