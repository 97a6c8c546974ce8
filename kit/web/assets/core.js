// Begins: reads the address, shows the sheet it asks for, and keeps to it.

import { style } from "./el.js";
import * as frame from "./frame.js";
import * as keys from "./keys.js";
import { parse } from "./route.js";
import * as store from "./store.js";
import words from "./words.js";

const VIEWS = {
  overzicht: () => import("./view-overview.js"),
  c1: () => import("./view-c1.js"),
  c2: () => import("./view-c2.js"),
  p: () => import("./view-p.js"),
  b: () => import("./view-b.js"),
  i: () => import("./view-i.js"),
  w: () => import("./view-text.js"),
  d: () => import("./view-text.js"),
  k: () => import("./view-k.js"),
};

let shown = null;
let turn = 0;
const heights = new Map();
let entry = 0;

start();

function start() {
  store.open(() => frame.message(words.frame.other_tab));
  frame.open();
  keys.open();
  history.scrollRestoration = "manual";
  entry = history.state?.entry ?? 0;
  store.subscribe((document, before) => shown?.module.update?.(document, before));
  addEventListener("hashchange", () => arrive(false));
  addEventListener("scroll", () => heights.set(entry, scrollY), { passive: true });
  arrive(true);
  if (document.readyState === "complete") rest();
  else addEventListener("load", rest, { once: true });
}

/** What the first view can do without: the bold letters, and all that works without a network. */
function rest() {
  style("bold.css");
  import("./offline.js");
}

/** Show what the address asks for. `first`: the page was just opened, so that the focus stays where the browser put it. */
async function arrive(first) {
  const known = history.state?.entry;
  if (known === undefined) {
    entry = first ? 0 : Math.max(entry, ...heights.keys(), 0) + 1;
    history.replaceState({ ...history.state, entry }, "");
  } else {
    entry = known;
  }
  const route = parse(location.hash);
  // A code and a link are read once: whoever copies the address, or comes back, does not want them again.
  if (route.code || route.share) history.replaceState(history.state, "", route.share ? "#" : `#${route.view}${route.sub ? `/${route.sub}` : ""}`);
  if (route.share) {
    await show({ ...route, view: "overzicht" }, first, () => import("./view-share.js"));
    return;
  }
  await show(route, first, VIEWS[route.view], known !== undefined && !first);
  if (route.code) (await import("./newer.js")).tell(route, shown.live);
}

async function show(route, first, load, back = false) {
  const mine = ++turn;
  const section = document.getElementById(route.view);
  const live = section.querySelector(".live");
  const same = shown?.view === route.view && !route.share && !shown.shared;
  let module;
  try {
    module = await load();
  } catch {
    document.documentElement.dataset.ready ??= "";
    if (mine === turn) frame.message(words.frame.not_loaded);
    return;
  }
  if (mine !== turn) return;
  if (!same) shown?.module.leave?.();
  document.documentElement.dataset.view = route.view;
  shown = { view: route.view, module, live, shared: Boolean(route.share) };
  // What was said of this sheet still holds: a card that was deleted can be brought back from the list.
  if (!same) frame.hush();
  const target = await module.show(live, { ...route, back });
  if (mine !== turn) return;
  settle(route, live, { first, back, same, target });
}

/** `target`: the element that a sheet wants the focus to go to. */
function settle(route, live, { first, back, same, target }) {
  const heading = live.querySelector("h1");
  frame.mark(route.view, heading?.dataset.title ?? heading?.textContent ?? "");
  document.documentElement.dataset.ready = route.view;
  if (!first) place(heading, { back, same, target });
  // Now there is room for what is said of what happened: a change of sheet took all messages away.
  dispatchEvent(new Event("kit:shown"));
}

function place(heading, { back, same, target }) {
  const here = same ? scrollY : 0;
  scrollTo({ top: back ? heights.get(entry) ?? here : here, behavior: "instant" });
  if (target) target.focus();
  else if (!same && heading) heading.focus({ preventScroll: true });
}
