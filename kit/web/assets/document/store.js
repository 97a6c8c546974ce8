// Where the document lives: in memory while the page is open, in the browser's store as it is typed, nowhere else.

import { empty, isEmpty, read } from "./document.js";
import { apply, difference } from "./patch.js";
import { remember, setting } from "./settings.js";

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
/** What is stored is of a newer version of this page, which alone may touch it. */
let newer = false;
let stored = false;
let onNews = () => {};
/** How two tabs are put together: known a moment after the page is there. Until then of a list that both changed one stays. */
let together = (from, mine, theirs, lost) => apply(theirs, difference(lost ? empty() : from, mine));
/** What lay in the store when it was last read or written, and the document that this page made of it. */
let [seen, base] = [null, state];
/** Beside it lies why it is there: `b…` somebody began, `w…` somebody erased all that was there before. */
const SIGN = "sign";
let sign = null;

/** The document as it is now. It is never changed: there comes another one. */
export const current = () => state;

/** Call `listener(document, before)` at each change, and at each change of `status()`, then with the same one twice. */
export function subscribe(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** One of `nothing` `saved` `busy` `blocked` `newer` `looking`. */
export function status() {
  if (mine) return "looking";
  if (newer) return "newer";
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
  if (undo) undoable(back);
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
  undoable(difference(empty(), state));
  clearTimeout(timer);
  timer = 0;
  sign = `w${Date.now()}`;
  // First, so that whoever hears that all is gone knows why; and again, for there may have been no room.
  remember(SIGN, sign);
  try {
    localStorage.removeItem(KEY);
    localStorage.removeItem(SPOILT);
    // There is nothing left that is not stored.
    blocked = false;
  } catch {
    blocked = true;
  }
  remember(SIGN, sign);
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
  onNews = elsewhere;
  seen = stand();
  sign = setting(SIGN);
  const found = seen && understood(seen);
  if (found) {
    base = state = found;
    stored = !isEmpty(found);
  }
  addEventListener("pagehide", save);
  document.addEventListener("visibilitychange", () => (document.hidden ? save() : catchUp()));
  // Without a key: all was erased.
  addEventListener("storage", (event) => (event.key ?? KEY) === KEY && catchUp());
  // A page that comes back from the browser's memory missed what other tabs said meanwhile.
  addEventListener("pageshow", catchUp);
}

/** `merged` of tabs.js, which the first view does without. */
export function mergeBy(merged) {
  together = merged;
}

/** The text that is stored; where nothing can be read, the one that was read last. */
function stand() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    blocked = true;
    return seen;
  }
}

/** The document in what is stored, or nothing: then it is not ours to throw away, whoever knows how may still read it. */
function understood(text) {
  const { document: found = null, fault } = read(text, { own: true });
  newer = fault === "newer";
  if (found || newer) return found;
  try {
    localStorage.setItem(SPOILT, text);
  } catch {
    blocked = true;
  }
  return null;
}

/** Take over what another tab stored since this page last looked; what was typed here meanwhile stays. */
function catchUp() {
  const text = stand();
  if (text === seen) return;
  const [before, erased] = [own(), isLost(text)];
  [seen, sign, newer] = [text, setting(SIGN), false];
  const theirs = text === null ? empty() : understood(text);
  if (newer) {
    tell(state);
    return;
  }
  // What nobody meant to erase is on this screen only now: all of it is news to the store.
  const next = text === null && erased ? before : together(base, before, theirs ?? empty(), erased || !theirs);
  [base, stored] = [theirs ?? empty(), text !== null];
  if (difference(base, next).length) later();
  if (!difference(before, next).length) {
    tell(state);
    return;
  }
  undone.length = 0;
  if (mine) mine = next;
  else tell(next);
  onNews();
}

/** Whether what this page knew was erased by nobody who said so here: by the browser, say, or with all its data. */
function isLost(text) {
  const now = setting(SIGN);
  if (seen === null || (now !== sign && now?.startsWith("w"))) return false;
  return text === null || (sign !== null && now !== sign);
}

function undoable(back) {
  undone.push(back);
  if (undone.length > STEPS) undone.shift();
}

function put(next) {
  later();
  tell(next);
}

function later() {
  clearTimeout(timer);
  timer = setTimeout(save, PATIENCE);
}

function tell(next) {
  const before = state;
  state = next;
  for (const listener of listeners) listener(state, before);
}

function save() {
  // What could not be stored is tried again whenever the page is left alone: there may be room by now.
  if (!timer && !blocked) return;
  catchUp();
  clearTimeout(timer);
  timer = 0;
  if (!newer) write();
  tell(state);
}

function write() {
  try {
    const text = JSON.stringify(own());
    localStorage.setItem(KEY, text);
    [seen, base] = [text, own()];
    stored = !isEmpty(base);
    blocked = false;
  } catch {
    blocked = true;
    return;
  }
  if (!setting(SIGN)) remember(SIGN, `b${Date.now()}`);
  sign = setting(SIGN);
}

/** The time of here with its shift from Greenwich, as in `2026-12-03T14:32:00+01:00`. */
function now() {
  const at = new Date();
  const minutes = -at.getTimezoneOffset();
  const two = (n) => String(Math.floor(Math.abs(n))).padStart(2, "0");
  const local = new Date(at.getTime() + minutes * 60_000).toISOString().slice(0, 19);
  return `${local}${minutes < 0 ? "-" : "+"}${two(minutes / 60)}:${two(minutes % 60)}`;
}
