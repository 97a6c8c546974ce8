// The bubble sheet: the map, the small map with one large bubble, or the list; beside it the cards that lie nowhere yet.

import { arrive, dropNote } from "./bubble-arrival.js";
import { cardOf, combined, liftCard, nameOf, placeCard, setCentre } from "./bubble-acts.js";
import { composed, isBare, missing } from "./bubble-compose.js";
import { focusOn, kept } from "./bubble-focus.js";
import { bubbleMenu, largeBubble } from "./bubble-large.js";
import { domainOf } from "./bubble-parts.js";
import { laidOut, sheetOf, taken } from "./bubble-sheet.js";
import { announce, message, openDialog } from "../frame/frame.js";
import { el, fill, style } from "../elements/el.js";
import { halfOf } from "../document/network.js";
import { remember, setting } from "../document/settings.js";
import { blank } from "../places/shards.js";
import { current, isLooking } from "../document/store.js";
import said from "../generated/words-bubbles.js";
import frameWords from "../generated/words-frame.js";

const NARROW = matchMedia("(width < 45em)");
const WIDE = matchMedia("(width >= 77.5em)");

let view = null;
/** The bubble that was large when another sheet was shown. */
let last = null;

/** Show the sheet in its section; `route.sub` may ask for a municipality in the middle. */
export async function show(live, route) {
  if (view?.live !== live) begin(live);
  const mine = view;
  await arrive(mine, route);
  await load(mine);
  if (mine === view) await draw();
}

/** The document changed, or only whether it is saved. */
export async function update(document, before) {
  if (!view || document === before) return;
  const mine = view;
  if (document.kaarten.length > before.kaarten.length) dropNote(mine);
  if (document.bollen !== before.bollen) await load(mine);
  if (mine !== view) return;
  await draw();
  landed(document, before);
}

/** Another sheet is shown. */
export function leave() {
  last = view?.chosen ?? last;
  view?.end();
  view = null;
}

function begin(live) {
  const ends = new AbortController();
  const { signal } = ends;
  view = { live, sheet: { record: blank, names: new Map() }, chosen: last, opened: null, asking: null, dialog: null, note: null, width: 0, ...acts() };
  // Not within the observer: it would observe its own doing.
  const watch = new ResizeObserver(() => requestAnimationFrame(() => live.clientWidth !== view?.width && view?.width && draw()));
  watch.observe(live);
  for (const query of [NARROW, WIDE]) query.addEventListener("change", redraw, { signal });
  // What was measured with other letters is measured again.
  document.fonts.addEventListener("loadingdone", redraw, { signal });
  addEventListener("popstate", back, { signal });
  live.addEventListener("keydown", escape, { signal });
  view.end = () => {
    ends.abort();
    watch.disconnect();
    view.still?.();
  };
}

const redraw = () => view?.width && draw();

/** Once there is something to drag, what that takes comes too; whatever can be dragged has a button that does the same. */
async function makeDraggable(mine) {
  mine.still = () => {};
  const drag = await import("./bubble-drag.js").catch(() => null);
  if (mine !== view) return;
  mine.still = drag?.draggable(mine.live, {
    allowed: () => !isLooking(),
    ghost,
    label: landing,
    drop: (id, { tray, nis, half }) => (tray ? liftCard(id) : placeCard(id, bubble(nis, half), view.sheet)),
  });
}

async function load(mine) {
  try {
    mine.sheet = await sheetOf(current());
  } catch {
    message(frameWords.not_loaded);
  }
}

/** Which composition the window has room for. */
const kind = () => (NARROW.matches ? "S" : WIDE.matches ? "L" : "M");

function draw() {
  // Nothing can be measured of a sheet that is on its way out.
  if (!view.live.clientWidth) return null;
  const doc = current();
  const mine = view;
  const coming = missing(view, doc, kind());
  if (coming) return coming.then(() => mine === view && draw(), () => message(frameWords.not_loaded));
  const keep = kept();
  Object.assign(view, laidOut(doc, view.sheet), { doc, kind: kind(), signs: combined(doc), width: view.live.clientWidth });
  const known = new Set(taken(view.items).map((one) => one.nis));
  if (!known.has(view.chosen)) view.chosen = taken(view.items)[0]?.nis ?? null;
  if (view.opened && !known.has(view.opened.nis)) view.opened = null;
  if (isStill()) return null;
  view.start = null;
  view.live.replaceChildren(...composed(view));
  if (view.dialog) fillDialog();
  keep();
  if (!view.still && doc.kaarten.length) makeDraggable(view);
  return null;
}

/** Whether the field that asks for a municipality is there already: nobody who types in it is disturbed. */
function isStill() {
  return isBare(view, view.doc) && view.start?.isConnected && view.live.contains(view.note ?? view.start);
}

/** What the parts of the sheet can ask for. */
function acts() {
  return {
    isOpen: (nis, half) => view.kind === "L" && view.opened?.nis === nis && view.opened.half === half,
    open: (nis, half) => (view.kind === "M" ? openBubble(nis, half) : openAside({ opened: { nis, half } }, `add-${nis}-${half}`)),
    close: closeAside,
    turn,
    follow: (nis, half) => view.opened && view.kind === "L" && (view.opened = { nis, half }, draw()),
    leave: leaveDialog,
    askPlace,
    askMunicipality: () => leaveDialog(async () => (await import("./bubble-ask.js")).askMunicipality(view.sheet)),
    askOwn: () => leaveDialog(async () => (await import("./bubble-ask.js")).askOwn()),
    centre: (item) => leaveDialog(() => setCentre(item)),
    forget: () => view.dialog?.close(),
    loose: [],
    beginBlank: async () => { remember("blank", true); await draw(); focusOn("h1"); },
    isBlank: () => setting("blank", false),
    isList: () => setting("list"),
    setList: (list) => { remember("list", list); draw(); },
    toTray: () => focusOn("#tray-head"),
  };
}

function turn(nis) {
  view.chosen = nis;
  if (view.opened) view.opened = { ...view.opened, nis };
  draw();
  const item = view.items.find((one) => one.nis === nis);
  announce(fill(said.counts, { gemeente: item.name, boven: item.boven.length, onder: item.onder.length }));
}

/** Where a card belongs is asked at the side where there is one, else in a dialog. */
async function askPlace(card, nis) {
  const [{ openPlaceDialog, placeForm }] = await Promise.all([import("./bubble-place.js"), style("place.css")]);
  if (view?.kind === "L") openAside({ asking: { card, nis: nis ?? card.nis, placeForm } }, "");
  else if (view) leaveDialog(() => openPlaceDialog(cardOf(current(), card.id), nis ?? card.nis));
}

/** At the side of a wide screen: the back button closes it, as it does a dialog. */
function openAside(what, key) {
  if (!view.opened && !view.asking) {
    view.opener = document.activeElement?.dataset?.key ?? null;
    history.pushState({ ...history.state, aside: true }, "");
  }
  Object.assign(view, { asking: null }, what);
  draw();
  focusOn(key ? `[data-key="${key}"]` : ".place-form .chip");
}

function closeAside() {
  if (view.asking && view.opened) {
    view.asking = null;
    draw();
    focusOn('[data-key="large"]');
  } else if (history.state?.aside) {
    history.back();
  } else {
    closed();
  }
}

function back() {
  if ((view.opened || view.asking) && !history.state?.aside && !history.state?.dialog) closed();
}

function closed() {
  const { opener } = view;
  Object.assign(view, { opened: null, asking: null, opener: null });
  draw();
  focusOn(opener ? `[data-key="${CSS.escape(opener)}"]` : "#tray-head", "#tray-head");
}

function escape(event) {
  if (event.key !== "Escape" || event.defaultPrevented || !(view.opened || view.asking) || view.kind !== "L") return;
  event.preventDefault();
  closeAside();
}

/** On a tablet the bubble opens in a dialog. */
function openBubble(nis, half) {
  view.opened = { nis, half };
  const body = el("div", { class: "dialog-body bubble-dialog-body" });
  view.dialogBody = body;
  view.dialog = openDialog({ title: " ", body, className: "bubble-dialog", onClose: () => { if (view) { view.dialog = null; view.opened = null; } } });
  fillDialog();
  focusOn(`dialog [data-key="add-${nis}-${half}"]`);
}

function fillDialog() {
  const bubbles = taken(view.items);
  const at = bubbles.findIndex((one) => one.nis === view.opened?.nis);
  if (at < 0) {
    view.dialog.close();
    return;
  }
  view.dialog.element.querySelector("h2").textContent = fill(said.of, { n: at + 1, totaal: bubbles.length });
  view.dialogBody.replaceChildren(el("div", { class: "aside-menu" }, bubbleMenu(bubbles[at], view)), largeBubble(bubbles[at], view));
}

/** Closes the dialog of a bubble first, where there is one: the address only changes after that. */
function leaveDialog(act) {
  if (!view.dialog) {
    act();
    return;
  }
  addEventListener("popstate", () => setTimeout(act), { once: true });
  view.dialog.close();
}

const bubble = (nis, half) => ({ nis, name: view.items.find((one) => one.nis === nis).name, half });

function landing(id, { tray, nis, half }) {
  const card = cardOf(current(), id);
  if (tray) return card.nis ? said.drop_loose : "";
  return fill(said.drop, { gemeente: bubble(nis, half).name, plaats: said.where[half] });
}

function ghost(id) {
  const card = cardOf(current(), id);
  return el("div", { class: "ghost", "aria-hidden": "true" }, el("div", { class: "ghost-card" }, el("b", {}, nameOf(card)), el("span", { class: "hint" }, domainOf(card))));
}

/** A half that got a card shows it. */
function landed(document, before) {
  for (const card of document.kaarten) {
    const was = cardOf(before, card.id);
    if (!was || (was.nis === card.nis && halfOf(was) === halfOf(card))) continue;
    view.live.querySelector(`.half[data-nis="${card.nis}"][data-half="${halfOf(card)}"]`)?.classList.add("landed");
  }
}
