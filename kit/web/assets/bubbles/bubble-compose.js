// How the parts of the bubble sheet lie on a screen: narrow (S), middling (M) and wide (L).

import { bubbleMenu, largeBubble } from "./bubble-large.js";
import { taken } from "./bubble-sheet.js";
import { tray } from "./bubble-tray.js";
import { count, el, fill, icon, pieces, style } from "../elements/el.js";
import { nextLink } from "../frame/frame.js";
import { heading } from "../elements/heading.js";
import { isLooking } from "../document/store.js";
import said from "../generated/words-bubbles.js";
import frameWords from "../generated/words-frame.js";
import sheetB from "../generated/words-sheet-b.js";

/** On paper the map ends at its own edge; a screen of more px a mm would only be larger. */
const MOST = { S: 480, M: 900, L: 1000 };
/** From here on a map may not fit, and the small one does not. */
const [LARGER, LARGEST] = [1.06, 1.4];
const SIDE = 318;
const BETWEEN = 26;

/** What only some screens show; fetched by those. */
const PARTS = {
  start: [() => import("./bubble-start.js"), "place.css"],
  list: [() => import("./bubble-list.js"), "bubbles.css", "bubble-list.css"],
  map: [() => import("./bubble-map.js"), "bubbles.css", "bubble-map.css"],
  small: [() => import("./bubble-small.js"), "bubbles.css"],
};
const parts = {};

/** Whether nothing lies on the sheet yet, and nobody said that it may be so. */
export const isBare = (view, { bollen: { midden, erbij } }) => !midden && !erbij.length && !view.isBlank();

/** Fetches what is needed to show the sheet as it is now; nothing when all of it is there. */
export function missing(view, doc, kind) {
  const map = kind === "S" ? "small" : "map";
  // A map may turn out not to fit: then there is the list.
  const names = isBare(view, doc) ? ["start"] : asList(view, kind) ? ["list"] : view.isList() === null && kind !== "S" && letters() > LARGER ? [map, "list"] : [map];
  const absent = names.filter((name) => !parts[name]);
  return absent.length ? Promise.all(absent.map(fetchPart)) : null;
}

async function fetchPart(name) {
  const [load, ...sheets] = PARTS[name];
  [parts[name]] = await Promise.all([load(), ...sheets.map(style)]);
}

/** How many times as large as usual the browser writes. */
const letters = () => parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;

/** Whether it is the list before anything is measured: it was chosen, or the names do not fit in the small map. */
const asList = (view, kind) => view.isList() ?? (kind === "S" && letters() > LARGEST);

/** All parts of the sheet, in reading order. */
export function composed(view) {
  if (isBare(view, view.doc)) return [head(view, said.start_lead), view.start = parts.start.start({ blank: view.beginBlank }), nextLink("p")];
  const laid = { S: narrow, M: middling, L: wide }[view.kind];
  return [laid(view)];
}

function head(view, lead, ...more) {
  return el("div", { class: "bubbles-head" },
    el("div", { class: "bubbles-title" }, heading(said.title), ...more),
    view.note ?? (lead && el("p", { class: "lead" }, lead)));
}

const how = () => pieces(said.lead, { boven: el("b", {}, said.lead_upper), onder: el("b", {}, said.lead_lower) });

function narrow(view) {
  const bubbles = taken(view.items);
  const item = bubbles.find((one) => one.nis === view.chosen);
  const list = asList(view, "S");
  return el("div", { class: "bubbles bubbles-S" },
    head(view, null, ownPill(view)),
    list ? parts.list.bubbleList(view) : [
      skip(view),
      parts.small.smallMap(view, Math.min(MOST.S * letters(), view.width)),
      item && el("p", { class: "hint small-hint" }, said.numbers, view.loose.length > 0 && [" ", el("button", { type: "button", class: "inline-link", on: { click: view.toTray } }, count(said.loose_count, view.loose.length))]),
      item && el("div", { class: "large-box" }, bubbleMenu(item, view), largeBubble(item, view)),
    ],
    el("hr", { class: "border" }), tray(view), foot(view, list), nextLink("p"));
}

function middling(view) {
  const bleed = Math.min(MOST.M, Math.max(view.width, Math.min(704, document.documentElement.clientWidth)));
  const { body, list } = sheet(view, bleed);
  return el("div", { class: "bubbles bubbles-M" },
    head(view, how(), ownPill(view), toggle(view, list)), skip(view), body,
    el("hr", { class: "border" }), tray(view, adding(view)), nextLink("p"));
}

function wide(view) {
  const { body, list } = sheet(view, Math.min(MOST.L, view.width - SIDE - BETWEEN));
  return el("div", { class: `bubbles bubbles-L${list ? " as-list" : ""}${view.note ? " with-note" : ""}` },
    el("div", { class: "bubbles-main" }, head(view, how()), skip(view), body, nextLink("p")),
    el("div", { class: "bubbles-side" }, side(view, list)));
}

/** The map, or the list where that was chosen, or where letters are too large for a map. */
function sheet(view, width) {
  const chosen = view.isList();
  if (chosen === true) return { body: parts.list.bubbleList(view), list: true };
  const map = parts.map.bubbleMap(view, view.kind, width);
  return chosen === null && !map.fits && parts.list ? { body: parts.list.bubbleList(view), list: true } : { body: map.element, list: false };
}

function ownPill(view) {
  const own = view.items[0];
  if (isLooking()) return el("p", { class: "pill own" }, own.name);
  return el("button", { type: "button", class: "button second small own-pill", "data-key": "own", on: { click: view.askOwn } },
    own.name || sheetB.pills.own, el("span", { class: "visually-hidden" }, `: ${said.other_own}`), icon("down"));
}

const skip = (view) => el("a", { class: "skip-loose", href: "#b", on: { click: (event) => { event.preventDefault(); view.toTray(); } } }, said.skip);

const foot = (view, list) => el("div", { class: "bubbles-foot" }, adding(view), toggle(view, list));

function adding(view) {
  if (isLooking()) return null;
  return el("button", { type: "button", class: "button second small", "data-key": "add", on: { click: view.askMunicipality } }, icon("plus"), said.add);
}

/** *Bollen* or *Lijst*; arrows change it too. */
function toggle(view, list) {
  const one = (key, drawing, on) => el("button", { type: "button", "data-key": `as-${key}`, "aria-pressed": String(on), on: { click: () => view.setList(key === "list") } }, icon(drawing), said.ways[key]);
  const whole = el("div", { class: "toggle", role: "group", "aria-label": said.ways.label }, one("bubbles", "bubbles", !list), one("list", "page", list));
  whole.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    event.preventDefault();
    const key = event.key === "ArrowLeft" ? "bubbles" : "list";
    whole.querySelector(`[data-key="as-${key}"]`).focus();
    view.setList(key === "list");
  });
  return whole;
}

function side(view, list) {
  const { asking, opened } = view;
  const item = opened && view.items.find((one) => one.nis === opened.nis);
  if (asking) {
    // Made once: what was chosen in it stays, whatever is drawn anew.
    asking.form ??= asking.placeForm(asking.card, view.sheet, { nis: asking.nis, done: view.close });
    return aside(view, said.where_belongs, [], asking.form, true);
  }
  if (!item) return [tray(view), el("hr", { class: "border" }), foot(view, list)];
  const bubbles = taken(view.items);
  const title = fill(said.of, { n: bubbles.indexOf(item) + 1, totaal: bubbles.length });
  return [
    aside(view, title, bubbleMenu(item, view), largeBubble(item, view), false),
    el("p", { class: "hint" }, pieces(said.loose_link, { n: el("button", { type: "button", class: "inline-link", on: { click: view.close } }, view.loose.length, el("span", { class: "visually-hidden" }, ` ${said.loose}`)) })),
  ];
}

function aside(view, title, menu, body, headed) {
  return el("section", { class: "aside", "aria-label": title },
    el("div", { class: "aside-head" },
      headed ? el("h2", { class: "small" }, title) : el("p", { class: "hint" }, title), menu,
      el("button", { type: "button", class: "icon-button", "aria-label": frameWords.close, "data-key": "aside-close", on: { click: view.close } }, icon("cross"))),
    body);
}
