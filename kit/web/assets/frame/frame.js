// What stands around every sheet: the bar, the saved state, messages, notices, dialogs and menus.

import { el, icon } from "../elements/el.js";
import kit from "../generated/kit.js";
import { canUndo, change, current, status, subscribe, undo } from "../document/store.js";
import said from "../generated/words-frame.js";

const ICONS = { nothing: "lock", saved: "tick", busy: "", blocked: "warning", newer: "warning", offline: "offline", looking: "eye" };
const PATIENCE = 1000;

let busy = 0;

/** Begin: the saved state follows the store from now on. */
export function open() {
  subscribe(showState);
  addEventListener("online", showState);
  addEventListener("offline", showState);
  document.querySelector(".skip").addEventListener("click", skip);
  document.addEventListener("keydown", shortcut);
  showState();
}

function skip(event) {
  event.preventDefault();
  document.querySelector("main").focus();
}

function shortcut(event) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== "z") return;
  if (event.target.matches?.("input:not([type=checkbox], [type=radio], [type=file]), textarea")) return;
  if (takeBack()) event.preventDefault();
}

function takeBack() {
  if (!canUndo() || !undo()) return false;
  message(said.undone);
  return true;
}

/** Mark a sheet in the bar as the current one, and name it in the window's title. */
export function mark(view, title) {
  for (const link of document.querySelectorAll(".bar a")) {
    if (link.dataset.view === view) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  document.title = title === kit.title ? title : `${title} – ${kit.title}`;
}

let shown = "";
let states = said.states;

/** How a state is said. */
export const stateWords = (name) => states[name];

/** Say some states in other words from now on: where a browser keeps nothing for long, nothing else may be said. Who said them hears `kit:restated`. */
export function restate(others) {
  states = { ...states, ...others };
  shown = "";
  showState();
  dispatchEvent(new Event("kit:restated"));
}

function showState() {
  const now = status();
  clearTimeout(busy);
  if (now === "busy") {
    // Nobody needs to know of what is over before it can be read.
    busy = setTimeout(() => setState("busy"), PATIENCE);
    return;
  }
  setState(navigator.onLine || now === "looking" || isWrong(now) ? now : "offline");
}

/** Whether a state costs somebody their work if they do not hear of it. */
export const isWrong = (name) => "alert" in said.states[name];

function setState(name) {
  if (name === shown) return;
  const place = document.querySelector(".state");
  place.dataset.state = name;
  place.classList.toggle("wrong", isWrong(name));
  place.replaceChildren(
    ...(ICONS[name] ? [icon(ICONS[name])] : []),
    el("span", { class: "short" }, states[name].short),
    el("span", { class: "long" }, states[name].long),
  );
  if (isWrong(name)) speak(document.getElementById("alert"), states[name].alert);
  // Nothing of theirs is to be seen either.
  if (name === "newer") message(states.newer.alert, { buttons: [{ text: said.reload, act: () => location.reload() }] });
  shown = name;
}

function speak(region, text) {
  // The same words twice are only spoken when the region was empty in between.
  region.replaceChildren();
  requestAnimationFrame(() => region.replaceChildren(text));
}

/** Say something to who cannot see it, when nothing else is being said. */
export const announce = (text) => speak(document.getElementById("status"), text);

/** A message at the foot of the page, one at a time, until the next change or until it is closed. */
export function message(text, { undo: undoable = false, buttons = [] } = {}) {
  const place = document.getElementById("message");
  const close = el("button", { type: "button", class: "icon-button", "aria-label": said.close, on: { click: hush } }, icon("cross"));
  const back = el("button", { type: "button", class: "text-link", on: { click: () => takeBack() } }, said.undo);
  const had = place.contains(document.activeElement);
  place.replaceChildren(
    el("p", {}, text),
    ...(undoable ? [back] : []),
    ...buttons.map(({ text: label, act }) => el("button", { type: "button", class: "text-link", on: { click: act } }, label)),
    close,
  );
  place.hidden = false;
  // What was pressed in it is gone.
  if (had) close.focus();
  announce(text);
}

let waiting = null;

/** A message that can wait: it does not take the place of one with a button that somebody may want. */
export function aside(text, options) {
  if (document.getElementById("message").hidden) message(text, options);
  else waiting = [text, options];
}

/** Take the message away. */
export function hush() {
  const place = document.getElementById("message");
  if (place.contains(document.activeElement)) document.querySelector("main").focus();
  place.hidden = true;
  place.replaceChildren();
  const [next, options] = waiting ?? [];
  waiting = null;
  if (next) message(next, options);
}

/** Change the document and say so, with a button that undoes it. */
export function changeAndTell(recipe, text) {
  if (change(recipe, { undo: true })) message(text, { undo: true });
}

/** A note in the page: a drawing, words (strings or elements) and buttons `{text, act, main}`, or with their classes in `kind`. */
export function notice({ drawing = "flag", words: content, buttons = [], role = "status", close = null }) {
  return el("div", { class: "notice", role },
    typeof drawing === "string" ? icon(drawing) : drawing,
    el("div", { class: "notice-words" },
      el("p", {}, content),
      buttons.length > 0 && el("p", { class: "notice-buttons" }, buttons.map(noticeButton))),
    close && el("button", { type: "button", class: "icon-button", "aria-label": close.label, on: { click: close.act } }, icon("cross")));
}

function noticeButton({ text, act, main = false, kind = main ? "button" : "text-link" }) {
  return el("button", { type: "button", class: kind, on: { click: act } }, text);
}

/** A dialog with a heading; Escape and the back button close it, and the focus goes back to where it was. */
export function openDialog({ title, body, className = "", onClose = () => {} }) {
  const opener = document.activeElement;
  const heading = el("h2", { id: "dialog-title" }, title);
  const shut = el("button", { type: "button", class: "icon-button", "aria-label": said.close, on: { click: () => box.close() } }, icon("cross"));
  const box = el("dialog", { class: `dialog ${className}`.trim(), "aria-labelledby": "dialog-title" }, el("div", { class: "dialog-head" }, heading, shut), body);
  const onBack = () => box.close();
  box.addEventListener("close", () => {
    removeEventListener("popstate", onBack);
    box.remove();
    if (history.state?.dialog) stepBack();
    focusAgain(opener);
    onClose();
  });
  box.addEventListener("click", (event) => event.target === box && box.close());
  document.body.append(box);
  history.pushState({ ...history.state, dialog: true }, "");
  addEventListener("popstate", onBack);
  box.showModal();
  (box.querySelector("[autofocus], .dialog-body input, .dialog-body textarea, .dialog-body button") ?? shut).focus();
  return { element: box, close: () => box.close() };
}

/** A step back in the history. Firefox takes the focus away with it: who had it, or got it meanwhile, has it again. */
function stepBack() {
  // The browser may have given it back already, before anything listens.
  let kept = document.activeElement;
  const follow = ({ target }) => { kept = target; };
  document.addEventListener("focusin", follow);
  const again = () => document.activeElement === document.body && focusAgain(kept);
  addEventListener("popstate", () => {
    // At once, before the sheet is drawn anew without knowing of it; and again, for it may be taken away a little later.
    again();
    setTimeout(() => {
      document.removeEventListener("focusin", follow);
      again();
    });
  }, { once: true });
  history.back();
}

function focusAgain(opener) {
  // What was drawn anew since goes by the same name; else the sheet's heading.
  const again = opener?.isConnected ? opener : opener?.id && document.getElementById(opener.id);
  (again || document.querySelector(`#${document.documentElement.dataset.view} h1[tabindex]`))?.focus();
}

/** The *Meer* button of a thing, with the list of what can be done with it: `{text, icon, act}`, or what gives these. */
export function menu(label, items) {
  const list = el("ul", { class: "menu-list", hidden: true });
  const button = el("button", { type: "button", class: "icon-button", "aria-label": label, "aria-expanded": "false" }, icon("more"));
  const whole = el("div", { class: "menu" }, button, list);
  const show = (open) => {
    // Of two hundred cards few are asked what can be done with them.
    if (open && !list.firstChild) list.append(...(typeof items === "function" ? items() : items).map((item) => el("li", {}, choice(item))));
    list.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    // Near the foot of the window, or of a dialog, it would be cut off.
    if (open) list.scrollIntoView({ block: "nearest" });
  };
  function choice({ text, icon: name, act }) {
    return el("button", { type: "button", on: { click: () => { show(false); button.focus(); act(); } } }, name && icon(name), text);
  }
  button.addEventListener("click", () => show(list.hidden));
  whole.addEventListener("focusout", (event) => !whole.contains(event.relatedTarget) && show(false));
  whole.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || list.hidden) return;
    event.stopPropagation();
    show(false);
    button.focus();
  });
  return whole;
}

/** The link at the foot of a sheet to the next one. */
export function nextLink(view) {
  return el("p", { class: "next" }, el("a", { class: "next-link", href: `#${view}` }, el("span", {}, said.next[view]), icon("arrow")));
}

/** Lets a text field be as high as what is in it, also where CSS cannot. Send it `fit` when its text was set. */
export function grow(field) {
  if (!CSS.supports("field-sizing", "content")) import("../elements/growing.js").then(({ follow }) => follow(field));
  return field;
}

/** The document's name: the organisation, if it is known. */
export const whose = () => current().canvas1.wie.trim();
