// The bubble sheet on paper: the map with the names of cards in it, a second sheet for who lies further away, and a list.

import { fill, svg } from "../elements/el.js";
import kit from "../generated/kit.js";
import { brokenName } from "../elements/measure.js";
import { onSheet, placed } from "../document/network.js";
import { cardName } from "./paper-cards.js";
import { list } from "./paper-list.js";
import { foot, line, page, short, sheetOf, use } from "./paper-page.js";
import { clipped, even, FACES, fitted, PT, widthOf } from "./paper-text.js";
import parts from "../generated/paper/map.js";
import places from "../generated/paper/places.js";
import { blank, record } from "../places/shards.js";
import said from "../generated/words-paper.js";

const CAPITAL = 0.123;

/** What must be known before a document can be drawn: the sheet of its municipality, and all names on it. */
export async function known(document) {
  const own = document.bollen.midden ? await record(document.bollen.midden) : null;
  const sheet = own ?? blank;
  const codes = own ? onSheet(document, own) : [];
  const names = new Map([[own?.nis, own?.n], ...sheet.b.map(([nis, name]) => [nis, name]), ...sheet.far.map((nis, i) => [nis, sheet.farNames[i]])]);
  const others = [...codes, ...document.kaarten.map((card) => card.nis)].filter((nis) => nis && !names.get(nis));
  await Promise.all([...new Set(others)].map(async (nis) => names.set(nis, (await record(nis))?.n ?? "")));
  return { own, sheet, codes, nameOf: (nis) => names.get(nis) ?? "" };
}

/** The pages: the map, sheets with bubbles further away, and the list of all cards. */
export function bubbles(task, about) {
  const { own, sheet, codes } = about;
  const around = sheet.b.map(([nis]) => (codes.includes(nis) ? nis : null));
  const further = codes.filter((nis) => nis !== own?.nis && !around.includes(nis));
  const halves = placed(task.document, codes).bubbles;
  const size = parts.further.length;
  const sheets = Array.from({ length: Math.ceil(further.length / size) }, (_, i) => further.slice(i * size, (i + 1) * size));
  const more = sheets.map((some) => furtherPage(task, about, some, halves));
  return [map(task, about, around, halves), ...more, ...list(task, about)];
}

/** A sheet with its frame, and a group in it that takes what is drawn in mm of A3. */
function framed(task, own, part) {
  const name = `b-${task.paper}`;
  const made = page(name, [name, ...part], kit.titles.b);
  const [scale, x, y] = parts.small;
  const group = svg("g", task.paper === "a3" ? {} : { transform: `translate(${x} ${y}) scale(${scale})` });
  sheetOf(made).append(group);
  foot(sheetOf(made), task, name, own ? [own.n] : []);
  return { made, group, room: { by: task.paper === "a3" ? 1 : 1 / scale, paper: task.paper } };
}

function map(task, { own, sheet, nameOf }, around, halves) {
  const { made, group, room } = framed(task, own, [`b-${task.paper}-${own ? "named" : "blank"}`, ...(own && !own.rough ? [`b-${task.paper}-north`] : [])]);
  const [centre, ...slots] = parts.layouts[sheet.layout];
  group.append(use(`layout-${sheet.layout}`));
  const linked = own ? around : slots.map(() => null);
  const links = linked.map((nis, i) => (nis || !own) && use(`link-${sheet.layout}-${i + 1}`)).filter(Boolean);
  group.append(...slots.flatMap((slot, i) => bubble(slot, around[i] ? nameOf(around[i]) : "", halves.get(around[i]), room)));
  group.append(...bubble(centre, own?.n ?? "", halves.get(own?.nis), room), ...links);
  return made;
}

function furtherPage(task, { own, nameOf }, some, halves) {
  const { made, group, room } = framed(task, own, []);
  const { lines: [[x, y]], size: [size] } = places.sheets[`b-${task.paper}`].places.further;
  sheetOf(made).append(line(said.further, x, y, size, "head"));
  some.forEach((nis, i) => group.append(use(`${parts.further[i][0]}-tint`, ...parts.further[i].slice(1)), ...bubble(parts.further[i], nameOf(nis), halves.get(nis), room)));
  return made;
}

/** A bubble with its name and the names of the cards in it; without a name, with a line to write one. */
function bubble([kind, x, y], name, cards, room) {
  const here = parts.rooms[kind];
  const halves = ["boven", "onder"].map((half, i) => written(cards?.[half] ?? [], here, i, room));
  const lines = halves.map(({ lined }, i) => lined && use(`${kind}-lines-${i + 1}`, x, y)).filter(Boolean);
  const texts = svg("g", { transform: `translate(${short(x)} ${short(y)})` }, ...halves.map((half) => half.texts), name && pillName(kind, name, here.pill, room));
  const label = name ? isLabelled(kind, room) && use(`${kind}-own`, x, y) : use(`${kind}-blank-${room.paper}`, x, y);
  return [use(kind, x, y), use(`${kind}-${room.paper}`, x, y), ...lines, label, texts].filter(Boolean);
}

/** One's own name stands under a label, which on A4 could not be read. */
const isLabelled = (kind, { paper }) => paper === "a3" && kind.startsWith("centre");

/** The name of a municipality: on one line, or smaller on two, broken after a hyphen. */
function pillName(kind, name, width, room) {
  const { own, name: sizes, "name-lines": smaller } = places.sizes;
  const one = fitted(name, [width], kind.startsWith("centre") ? own : sizes, "head");
  const drop = isLabelled(kind, room) ? parts.drop : 0;
  if (one && one.lines.length === 1) return [line(name, 0, drop + one.size * CAPITAL, one.size, "head", "middle")];
  const [size, least] = smaller;
  const tried = [size, least, least * 0.85].map((now) => ({ now, lines: brokenName(name, FACES.head, (width / now / PT) * 100) }));
  const { now, lines } = tried.find(({ now: at, lines: some }) => some.length < 3 && some.every((each) => widthOf(each, at, "head") <= width)) ?? tried.at(-1);
  const high = now * PT * 1.12;
  return lines.map((each, i) => line(clipped(each, width, now, "head"), 0, now * CAPITAL + (i - (lines.length - 1) / 2) * high, now, "head", "middle"));
}

/**
 * The names of cards in a half: one on each writing line; where there are more, or on A4, one a row in the middle of the
 * half, without lines. What finds no room is on the list.
 */
function written(cards, here, i, { paper, by }) {
  const lined = paper === "a3" && cards.length <= here.a3[i].length;
  const rows = lined ? here.a3[i] : here[paper === "a3" ? "close" : "a4"][i];
  if (!cards.length || !rows.length) return { lined, texts: [] };
  const shown = cards.length > rows.length ? cards.slice(0, rows.length - 1) : cards;
  const names = shown.map(cardName);
  if (shown.length < cards.length) names.push(fill(said.more, { n: cards.length - shown.length }));
  const lines = set(names, rows, places.sizes.actor.map((each) => each * by), lined);
  const shift = !lined && (rows.length - lines.length) % 2 ? (rows[1][1] - rows[0][1]) / 2 : 0;
  const texts = lines.map(({ text, size, row: [left, y, width] }) => line(text, left + width / 2, y + shift, size, "text", "middle"));
  return { lined, texts };
}

/**
 * The names as lines, all in one size: a long one on two where there is room for it, else cut: the list has it whole.
 * Where no writing line is lost by it, a name goes on two lines rather than in smaller letters.
 */
function set(texts, rows, [size, least], lined) {
  const more = Array.from({ length: rows.length - texts.length + 1 }, (_, i) => i);
  const sizes = Array.from({ length: Math.floor((size - least) / 0.25 + 1e-6) + 1 }, (_, i) => size - i * 0.25);
  const tries = lined ? more.flatMap((extra) => sizes.map((now) => [now, extra])) : sizes.flatMap((now) => more.map((extra) => [now, extra]));
  for (const [now, extra] of tries) {
    const lines = arranged(texts, used(rows, texts.length + extra, lined), now, extra);
    if (lines.length === texts.length + extra && lines.every(({ whole }) => whole)) return lines;
  }
  return arranged(texts, used(rows, texts.length, lined), least, 0);
}

/** The rows that are used: the first of those with writing lines, else those in the middle. */
function used(rows, n, lined) {
  const first = lined ? 0 : Math.floor((rows.length - n) / 2);
  return rows.slice(first, first + n);
}

/** Each name on its row, those that are too long on two as long as there are `more` of these. */
function arranged(texts, rows, size, more) {
  const lines = [];
  for (const text of texts) {
    const [here, next] = rows.slice(lines.length).map(([, , width]) => width);
    const one = fitted(text, [here], [size, size]);
    const two = !(one && !one.cut) && more > 0 ? even(text, [here, next], [size, size]) : null;
    const set = one && !one.cut ? one : two && !two.cut ? two : null;
    if (set === two && two) more -= 1;
    for (const each of set?.lines ?? [clipped(text, here, size)]) lines.push({ text: each, size, whole: Boolean(set), row: rows[lines.length] });
  }
  return lines;
}
