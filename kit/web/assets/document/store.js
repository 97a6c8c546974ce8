// Where the document lives: in memory while the page is open, in the browser's store as it is typed, nowhere else.

import { empty, isEmpty, read } from "./document.js";
import { apply, difference, merged } from "./patch.js";

const KEY = `kit:${location.pathname}`;
const SPOILT = `${KEY}:spoilt`;
const PATIENCE = 300;
const STEPS = 20;

const listeners = new Set();
const undone = [];
let state = empty();
let mine = null;
let timer = 0;
let blocked = false;
let stored = false;
/** What lay in the store when it was last read or written, and the document that this page made of it. */
let [seen, base] = [null, state];

/** The document as it is now. It is never changed: there comes another one. */
export const current = () => state;

/** Call `listener(document, before)` at each change, and at each change of `status()`, then with the same one twice. */
export function subscribe(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** One of `nothing` `saved` `busy` `blocked` `looking`. */
export function status() {
  if (mine) return "looking";
  if (blocked) return "blocked";
  if (timer) return "busy";
  return stored ? "saved" : "nothing";
}

/**
 * Change the document: `recipe(draft)` changes a copy. With `undo`, the step can be undone; typing is none.
 * Tells whether anything changed; while somebody else's link is looked at, nothing does.
 */
export function change(recipe, { undo = false } = {}) {
  if (mine) return false;
  const draft = structuredClone(state);
  recipe(draft);
  const back = difference(draft, state);
  if (!back.length) return false;
  if (undo) remember(back);
  draft.gewijzigd = now();
  put(draft);
  return true;
}

/** Another document in its place; can be undone. */
export function replace(next) {
  change((draft) => Object.assign(draft, structuredClone(next)), { undo: true });
}

/** Nothing any more, here or in the store; only this page can bring it back, until it is closed. */
export function wipe() {
  remember(difference(empty(), state));
  clearTimeout(timer);
  timer = 0;
  try {
    localStorage.removeItem(KEY);
    localStorage.removeItem(SPOILT);
  } catch {
    blocked = true;
  }
  stored = false;
  [seen, base] = [null, empty()];
  tell(base);
}

/** Undo the last step, and only what it changed: what was typed since stays. */
export function undo() {
  const back = undone.pop();
  if (!back || mine) return false;
  put(apply(state, back));
  return true;
}

/** Whether there is a step to undo. */
export const canUndo = () => undone.length > 0 && !mine;

/** Show somebody else's document, which cannot be changed; one's own stays as it is. */
export function look(document) {
  mine ??= state;
  tell(document);
}

/** One's own document again. */
export function lookAway() {
  if (!mine) return;
  const own = mine;
  mine = null;
  tell(own);
}

/** One's own document, whatever is looked at. */
export const own = () => mine ?? state;

/** Whether somebody else's document is shown. */
export const isLooking = () => mine !== null;

/** What is stored; and listen to other tabs. `elsewhere()` is called when one of these changed the document. */
export function open(elsewhere) {
  const found = load();
  if (found) {
    base = state = found;
    stored = !isEmpty(found);
  }
  const again = () => catchUp() && elsewhere();
  addEventListener("pagehide", save);
  document.addEventListener("visibilitychange", () => (document.hidden ? save() : again()));
  addEventListener("storage", (event) => event.key === KEY && again());
  // A page that comes back from the browser's memory missed what other tabs said meanwhile.
  addEventListener("pageshow", again);
}

function load() {
  let text = null;
  try {
    text = localStorage.getItem(KEY);
  } catch {
    blocked = true;
  }
  seen = text;
  if (text === null) return null;
  const found = read(text, { own: true });
  if (found.document) return found.document;
  // Not ours to throw away: whoever knows how may still find it.
  try {
    localStorage.setItem(SPOILT, text);
  } catch {
    blocked = true;
  }
  return null;
}

/** Take over what another tab stored since this page last looked; what was typed here meanwhile stays. Tells whether there was any. */
function catchUp() {
  let text = seen;
  try {
    text = localStorage.getItem(KEY);
  } catch {
    // Then there is nothing newer either.
  }
  if (text === seen) return false;
  const theirs = text === null ? empty() : read(text, { own: true }).document;
  if (!theirs) return false;
  const next = merged(base, own(), theirs);
  [seen, base, stored] = [text, theirs, text !== null];
  undone.length = 0;
  if (mine) mine = next;
  else tell(next);
  return true;
}

function remember(back) {
  undone.push(back);
  if (undone.length > STEPS) undone.shift();
}

function put(next) {
  clearTimeout(timer);
  timer = setTimeout(save, PATIENCE);
  tell(next);
}

function tell(next) {
  const before = state;
  state = next;
  for (const listener of listeners) listener(state, before);
}

function save() {
  // What could not be stored is tried again whenever the page is left alone: there may be room by now.
  if (!timer && !blocked) return;
  clearTimeout(timer);
  timer = 0;
  catchUp();
  try {
    const text = JSON.stringify(own());
    localStorage.setItem(KEY, text);
    [seen, base] = [text, own()];
    stored = !isEmpty(base);
    blocked = false;
  } catch {
    blocked = true;
  }
  tell(state);
}

/** The time of here with its shift from Greenwich, as in `2026-12-03T14:32:00+01:00`. */
function now() {
  const at = new Date();
  const minutes = -at.getTimezoneOffset();
  const two = (n) => String(Math.floor(Math.abs(n))).padStart(2, "0");
  const local = new Date(at.getTime() + minutes * 60_000).toISOString().slice(0, 19);
  return `${local}${minutes < 0 ? "-" : "+"}${two(minutes / 60)}:${two(minutes % 60)}`;
}
