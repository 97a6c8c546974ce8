// Lists of texts and of names, entry by entry: what somebody changed in one, done in the list that somebody else made of it. Pure.

import { LIMITS, withoutLastBlanks } from "./document.js";

/** Each entry has a place of its own, as a box on paper has. */
const PLACES = { sterktes: LIMITS.boxes, beperkingen: LIMITS.boxes, partners: LIMITS.partners, ideeen: LIMITS.combinations - 1 };
/** An entry is there or not. */
const SETS = ["erbij", "weg", "bij", "verder", "draaiboek"];

/** Whether the list of that name is one of these. */
export const isKnown = (key) => key in PLACES || SETS.includes(key);

/** The list `now`, with what was changed `from` a list `to` another. Of an entry that was changed twice both stay, where there is room. */
export function entries(key, from, to, now) {
  if (SETS.includes(key)) return inSet(from, to, now);
  const next = inPlaces(from, to, now, PLACES[key]);
  if (key === "partners") return next.map((one, i) => (next.indexOf(one) === i ? one : null));
  return key === "ideeen" ? next : withoutLastBlanks(next);
}

function inSet(from, to, now) {
  const next = now.filter((one) => to.includes(one) || !from.includes(one));
  to.forEach((one, i) => {
    if (!from.includes(one) && !next.includes(one)) next.splice(i, 0, one);
  });
  return next;
}

function inPlaces(from, to, now, places) {
  const next = [];
  const twice = [];
  for (let i = 0; i < Math.max(from.length, to.length, now.length); i++) {
    const [old, mine, theirs] = [from, to, now].map((list) => (i in list ? list[i] : ""));
    // What is written goes before what was taken away.
    next.push(mine === old || (isBlank(mine) && theirs !== old) ? theirs : mine);
    if (mine !== old && theirs !== old && mine !== theirs && !isBlank(mine) && !isBlank(theirs)) twice.push([old, theirs]);
  }
  for (const [old, theirs] of twice) {
    const free = room(next, from, old, places);
    if (!next.includes(theirs) && free >= 0) next[free] = theirs;
  }
  return next;
}

/** Where an entry can go whose place is taken: where the old one in it went, after the last, or where nothing is. */
function room(next, from, old, places) {
  const moved = next.findIndex((one, i) => one === old && from[i] !== old && !isBlank(one));
  if (moved >= 0) return moved;
  const end = next.findLastIndex((one) => !isBlank(one)) + 1;
  return end < places ? end : next.findIndex(isBlank);
}

const isBlank = (one) => !one?.trim();
