// What two tabs made of one document, in one. Pure.

import { empty, read } from "./document.js";
import { entries, isKnown } from "./entries.js";
import { apply, difference } from "./patch.js";

/**
 * `theirs`, with what `own` changed since both were `base`; of a text that both changed, own. Lists are put together
 * entry by entry. A card that both made under the same name stays twice: theirs gets another name. One that was taken
 * away by one and written on by the other stays. `erased`: `theirs` began when all was gone, and lacks what it never had.
 */
export function merged(known, own, theirs, erased = false) {
  const base = erased ? left(empty(), known, theirs) : known;
  const rewritten = new Set(lost(base, theirs, own).map(({ id }) => id));
  const steps = difference(base, own).filter(({ remove }) => !rewritten.has(remove));
  const { gewijzigd } = steps.length ? own : theirs;
  const news = withoutTwins({ ...theirs, gewijzigd, kaarten: [...theirs.kaarten, ...lost(base, own, theirs)] }, own, steps);
  const next = apply(news, steps);
  putLists(next, base, own, news);
  // What refers to a card that is gone, and what is over, is put right as when it is read.
  return read(JSON.stringify(next), { own: true }).document;
}

/** What is `known` in the texts that `theirs` has too; else it is as in `none`: what they lack they did not take away. */
function left(none, known, theirs) {
  if (typeof none === "string") return theirs.trim() ? known : none;
  if (Array.isArray(none)) return none.map((one, i) => left(one, known[i], theirs[i]));
  if (typeof none !== "object" || none === null) return none;
  return Object.fromEntries(Object.entries(none).map(([key, one]) => [key, left(one, known[key], theirs[key])]));
}

/** The cards of `one` that it changed, and that `other` has no more. */
function lost(base, one, other) {
  const [old, there] = [byId(base.kaarten), byId(other.kaarten)];
  return one.kaarten.filter((card) => old.has(card.id) && !there.has(card.id) && !same(card, old.get(card.id)));
}

/** `theirs`, in which no card has the name of another one that `own` made. */
function withoutTwins(theirs, own, steps) {
  const ids = new Set([...own.kaarten, ...theirs.kaarten].map(({ id }) => id));
  let next = theirs;
  for (const { insert } of steps) {
    const other = insert && theirs.kaarten.find(({ id }) => id === insert.id);
    if (!other || same(other, insert)) continue;
    let n = ids.size;
    while (ids.has(`k${n}`)) n++;
    ids.add(`k${n}`);
    next = renamed(next, other.id, `k${n}`);
  }
  return next;
}

function renamed(document, from, id) {
  const to = (one) => (one === from ? id : one);
  return {
    ...document,
    kaarten: document.kaarten.map((card) => ({ ...card, id: to(card.id) })),
    canvas2: document.canvas2.map((one) => ({ ...one, partners: one.partners.map(to), verder: one.verder.map(to) })),
  };
}

/** Put each list in `next` that all three have: in the document itself, in its parts, and in things by their `id` or their place. */
function putLists(next, base, own, theirs) {
  for (const [key, value] of Object.entries(next)) {
    const three = [base, own, theirs].map((one) => one[key]);
    if (!three.every((one) => typeof one === "object" && one !== null)) continue;
    if (isKnown(key)) next[key] = entries(key, ...three);
    else if (Array.isArray(value)) value.forEach((one, i) => putThing(one, three.map((list) => one.id ? list.find(({ id }) => id === one.id) : list[i])));
    else putLists(value, ...three);
  }
}

function putThing(thing, three) {
  if (three.every(Boolean)) putLists(thing, ...three);
}

const byId = (list) => new Map(list.map((one) => [one.id, one]));
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
