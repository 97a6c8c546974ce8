// What differs between two documents, so that a step can be undone and whatever was typed since stays. Pure.
// A list of things with an `id` is compared thing by thing; another list as a whole, unless it has as many objects in it.

const KINDLESS = new Set(["gewijzigd"]);

/** What must be done with `from` to get `to`: steps for `apply`. */
export function difference(from, to, path = []) {
  const steps = [];
  for (const key of new Set([...Object.keys(from), ...Object.keys(to)])) {
    if (KINDLESS.has(key)) continue;
    steps.push(...between(from[key], to[key], [...path, key]));
  }
  return steps;
}

function between(from, to, path) {
  if (same(from, to)) return [];
  if (isThings(from) && isThings(to)) return things(from, to, path);
  if (isPlain(from) && isPlain(to)) return difference(from, to, path);
  if (isPlainList(from) && isPlainList(to) && from.length === to.length) {
    return from.flatMap((one, i) => between(one, to[i], [...path, i]));
  }
  return [{ path, value: to }];
}

function things(from, to, path) {
  const [old, now] = [byId(from), byId(to)];
  const gone = from.filter((one) => !now.has(one.id)).map((one) => ({ path, remove: one.id }));
  const added = to.flatMap((one, at) => (old.has(one.id) ? [] : [{ path, insert: one, at }]));
  const changed = to.flatMap((one) => {
    const before = old.get(one.id);
    return before ? difference(before, one, [...path, { id: one.id }]) : [];
  });
  return [...gone, ...added, ...changed];
}

/** Another document, with the steps done. A step whose thing is no longer there does nothing. */
export function apply(document, steps) {
  const next = structuredClone(document);
  for (const step of steps) {
    if ("remove" in step) without(at(next, step.path), step.remove);
    else if ("insert" in step) within(at(next, step.path), step);
    else set(next, step);
  }
  return next;
}

function without(list, id) {
  const i = list?.findIndex((one) => one.id === id) ?? -1;
  if (i >= 0) list.splice(i, 1);
}

function within(list, { insert, at: i }) {
  if (list && !list.some((one) => one.id === insert.id)) list.splice(i, 0, structuredClone(insert));
}

function set(document, { path, value }) {
  const holder = at(document, path.slice(0, -1));
  if (holder) holder[path.at(-1)] = structuredClone(value);
}

function at(document, path) {
  return path.reduce((found, key) => (isPlain(key) ? found?.find((one) => one.id === key.id) : found?.[key]), document);
}

const isPlain = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isPlainList = (value) => Array.isArray(value) && value.length > 0 && value.every(isPlain);
// An empty list has things too: that of a document without cards.
const isThings = (value) => Array.isArray(value) && value.every((one) => isPlain(one) && "id" in one);
const byId = (list) => new Map(list.map((one) => [one.id, one]));
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
