// The municipalities by everything people call them: name, French or former name, part, postal or NIS code.

import { fetched, record } from "./shards.js";

const MOST = 6;
const LONGEST = 100;
const SHORTLIST = 24;
const SUGGESTIONS = 3;
const PREFIX = 4;

/** The sheet of one municipality: see `record` in shards.js. */
export const shard = record;

/** All municipalities, by NIS code, as in `data/places.json`. */
export async function everything() {
  return (await fetched("data/places.json"));
}

let index = null;

async function indexed() {
  index ??= made(await everything());
  return index;
}

/** How well a name claims who it names: the municipality itself first, its parts last. Years are those of mergers. */
const CLAIMS = { name: 0, fr: 1, part: 3 };
const claim = (kind) => CLAIMS[kind] ?? 2;

/**
 * Everything anyone can be found by: `{nis, n, kind, name, asked, key, at, starts}`, those with the best claim first.
 * `asked`: the name is not enough to know who is meant; of a municipality's own name it is the province.
 */
function made(places) {
  const bearers = [];
  const numbers = [];
  for (const [nis, { n, z = [], m = [], p }] of Object.entries(places)) {
    const known = [[n, "name", p], ...m];
    for (const [name, kind, asked] of known) bearers.push({ nis, n, kind, name, asked, ...folding(name) });
    for (const code of [...z, nis]) numbers.push({ nis, n, kind: "code", name: code, key: code, at: [0, 1, 2, 3, 4], starts: [0] });
  }
  bearers.sort((a, b) => claim(a.kind) - claim(b.kind) || a.n.localeCompare(b.n, "nl"));
  return { bearers, numbers, places };
}

const LIGATURES = { œ: "oe", æ: "ae", ß: "ss" };

/** A name as it is compared: letters and digits only; where each stood in the name; and where its words begin. */
export function folding(text) {
  let key = "";
  const at = [];
  const starts = [];
  let inWord = false;
  let place = 0;
  for (const letter of text) {
    const plain = LIGATURES[letter.toLowerCase()] ?? letter.normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
    if (plain && !inWord) starts.push(key.length);
    // An accent that stands apart from its letter ends no word.
    inWord = plain !== "" || (inWord && /[\p{M}'’]/u.test(letter));
    for (const one of plain) {
      key += one;
      at.push(place);
    }
    place += letter.length;
  }
  return { key, at: [...at, text.length], starts };
}

/** *St* is *Sint* or *Saint* too. */
const readings = (key) => (key.startsWith("st") ? [key, ...["sint", "saint"].map((whole) => whole + key.slice(2))] : [key]);

/**
 * Who a query may mean, at most six, each municipality once: `[{nis, n, kind, name, asked, match: [from, to]}]`. `kind` is
 * what `name` is to the municipality `n`: `name` (itself), `fr`, `part`, `code`, or the year since which it is part of it.
 * `asked`: somebody has to choose.
 */
export async function find(query) {
  const all = await indexed();
  const found = matches(all, query);
  if (found.length) return found;
  const [name, place] = withPlace(query);
  return name ? matches(all, name).filter((one) => liesIn(all.places[one.nis], one.nis, place)).map((one) => ({ ...one, asked: false })) : [];
}

function matches({ bearers, numbers }, query) {
  const { key } = folding(query.slice(0, LONGEST));
  if (key.length < 2) return [];
  const digits = /^(?:be?)?(\d{2,5})$/.exec(key)?.[1];
  // Nobody knows half of a NIS code: that is for who types all of it.
  if (digits) return best(numbers.filter((one) => one.key.length === 4 || digits.length === 5).map((one) => ranked(one, digits)));
  const keys = readings(key);
  return best(bearers.map((one) => keys.map((given) => ranked(one, given)).find(Boolean)));
}

/** Whole names before beginnings, beginnings before words within. */
function ranked(bearer, key) {
  const at = bearer.starts.find((start) => bearer.key.startsWith(key, start));
  if (at === undefined) return null;
  return { rank: bearer.key === key ? 0 : at === 0 ? 1 : 2, bearer, from: bearer.at[at], to: end(bearer, at + key.length) };
}

const end = ({ at, name, key }, n) => (n >= key.length ? name.length : at[n - 1] + 1);

function best(found) {
  const seen = new Map();
  // Sorting is stable: of those equally well matched, the best claim stays first.
  for (const { bearer, from, to } of found.filter(Boolean).sort((a, b) => a.rank - b.rank)) {
    const { nis, n, kind, name, asked } = bearer;
    if (!seen.has(nis)) seen.set(nis, { nis, n, kind, name, asked, match: [from, to] });
    if (seen.size === MOST) break;
  }
  return [...seen.values()];
}

const WITH_PLACE = [/^(?<name>[^(]+)\((?<place>[^()]+)\)$/, /^(?<name>[^,]+),(?<place>[^,]+)$/, /^(?:be?[- ]?)?(?<place>\d{4,5})[ ,]+(?<name>\D+)$/i, /^(?<name>\D+) (?<place>\d{4,5})$/];

/** A name with where it is to be looked for: *Haren (Brussel)*, *9260 Schellebelle*. */
function withPlace(query) {
  const trimmed = query.slice(0, LONGEST).trim();
  const found = WITH_PLACE.map((pattern) => pattern.exec(trimmed)).find(Boolean);
  return found ? [found.groups.name.trim(), folding(found.groups.place).key] : [];
}

function liesIn({ n, z = [], m = [] }, nis, place) {
  const names = [n, ...m.filter(([, kind]) => kind !== "part").map(([name]) => name)];
  return z.includes(place) || nis === place || names.some((name) => folding(name).key === place);
}

/**
 * The one municipality that has a name itself, `{nis, name, others}`, or nothing: what somebody typed to the end needs no
 * choosing, but where several have it or a province does. `others` have a part or a former one of that name.
 */
export async function exact(text) {
  const { bearers } = await indexed();
  const { key } = folding(text.slice(0, LONGEST));
  const all = key ? bearers.filter((one) => one.key === key) : [];
  const [own, another] = all.filter((one) => one.kind === "name");
  if (!own || own.asked || another) return null;
  return { nis: own.nis, name: own.n, others: [...new Set(all.map((one) => one.n))].filter((name) => name !== own.n) };
}

/** The municipality a text speaks of, or nothing: of "Lier en omstreken" the first words that name one. */
export async function mentioned(text) {
  const words = text.slice(0, LONGEST).split(/[\s,;/()]+/u).filter(Boolean);
  for (let from = 0; from < words.length; from++) {
    for (let to = Math.min(words.length, from + 4); to > from; to--) {
      const found = await exact(words.slice(from, to).join(" "));
      if (found) return found;
    }
  }
  return null;
}

/** The three municipalities most like a name that nobody has, as `find` gives them; nothing where none is like it. */
export async function nearest(query) {
  const { bearers } = await indexed();
  const { key } = folding(query.slice(0, LONGEST));
  const close = shortlist(key, bearers).map((one) => [distance(key, one.key), one]).sort((a, b) => a[0] - b[0]);
  if (!close.length || close[0][0] > Math.max(1, Math.floor(key.length / 3))) return [];
  const each = new Map();
  for (const [, { nis, n, kind, name }] of close) if (!each.has(nis)) each.set(nis, { nis, n, kind, name, match: [0, 0] });
  return [...each.values()].slice(0, SUGGESTIONS);
}

function pairs(word) {
  const edged = `^${word}$`;
  return new Set(Array.from({ length: edged.length - 1 }, (_, i) => edged.slice(i, i + 2)));
}

/** Only those that share most pairs of letters are compared letter by letter: that is quick to see. */
function shortlist(key, bearers) {
  const wanted = [...pairs(key)];
  const scored = bearers.map((one) => {
    one.pairs ??= pairs(one.key);
    return [wanted.filter((pair) => one.pairs.has(pair)).length / (key.length + one.key.length), one];
  });
  return scored.filter(([score]) => score > 0).sort((a, b) => b[0] - a[0]).slice(0, SHORTLIST).map(([, one]) => one);
}

/** How many letters are wrong, missing, too many or swapped with the next. A missing end counts as one. */
export function distance(word, known) {
  if (word.length >= PREFIX && known.startsWith(word)) return Math.min(1, known.length - word.length);
  let before = [];
  let last = Array.from({ length: known.length + 1 }, (_, j) => j);
  for (let i = 1; i <= word.length; i++) {
    const row = [i];
    for (let j = 1; j <= known.length; j++) {
      let least = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (word[i - 1] === known[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && word[i - 1] === known[j - 2] && known[j - 1] === word[i - 2]) least = Math.min(least, before[j - 2] + 1);
      row.push(least);
    }
    [before, last] = [last, row];
  }
  return last.at(-1);
}
