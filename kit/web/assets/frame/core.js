// Begins: reads the address, shows the sheet it asks for, and keeps to it.

import { style } from "../elements/el.js";
import * as frame from "./frame.js";
import { format, parse } from "./route.js";
import { opened } from "../document/settings.js";
import * as store from "../document/store.js";
import frameWords from "../generated/words-frame.js";

const VIEWS = {
  overzicht: () => import("../overview/view-overview.js"),
  c1: () => import("../canvases/view-c1.js"),
  c2: () => import("../canvases/view-c2.js"),
  p: () => import("../cards/view-p.js"),
  b: () => import("../bubbles/view-b.js"),
  i: () => import("../inspiration/view-i.js"),
  w: () => import("../texts/view-text.js"),
  d: () => import("../texts/view-text.js"),
  k: () => import("../keep/view-k.js"),
};

let shown = null;
let turn = 0;
const heights = new Map();
let entry = 0;

start();

function start() {
  store.open(() => frame.message(frameWords.other_tab));
  frame.open();
  history.scrollRestoration = "manual";
  entry = history.state?.entry ?? 0;
  store.subscribe(update);
  addEventListener("hashchange", () => arrive(false));
  addEventListener("scroll", () => heights.set(entry, scrollY), { passive: true });
  begin();
  if (document.readyState === "complete") rest();
  else addEventListener("load", rest, { once: true });
}

/** A link that was looked at goes on being looked at after a reload. */
async function begin() {
  const { data, looking } = opened();
  if (looking) await import("../keep/looking.js").then(({ again }) => again(data)).catch(() => {});
  arrive(true, looking ? "" : data);
}

/** The sheet follows the document. What had the focus may be gone then: without it, keys begin at the top of the page. */
async function update(doc, before) {
  const had = shown?.live.contains(document.activeElement);
  await shown?.module.update?.(doc, before);
  if (had && document.activeElement === document.body) shown.live.querySelector("h1")?.focus({ preventScroll: true });
}

/** What the first view can do without: the bold letters, keys, and all that works without a network. */
function rest() {
  style("bold.css");
  import("./keys.js").then((keys) => keys.open());
  import("./offline.js");
}

/** Show what the address asks for. `first`: the page was just opened, so that the focus stays where the browser put it. */
async function arrive(first, link = "") {
  const known = history.state?.entry;
  if (known === undefined) {
    entry = first ? 0 : Math.max(entry, ...heights.keys(), 0) + 1;
    history.replaceState({ ...history.state, entry }, "");
  } else {
    entry = known;
  }
  const route = parse(location.hash);
  // Only a link: whoever came for a sheet since is shown that.
  if (!location.hash) route.share = link;
  // A code and a link are read once: whoever copies the address, or comes back, does not want them again. Nor what no sheet has.
  const read = format(route.view, route.sub);
  if (read !== (location.hash || "#")) history.replaceState(history.state, "", read);
  if (route.share) {
    await show({ ...route, view: "overzicht" }, first, () => import("../keep/view-share.js"));
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
    if (mine === turn) frame.message(frameWords.not_loaded);
    return;
  }
  if (mine !== turn) return;
  if (!same) shown?.module.leave?.();
  document.documentElement.dataset.view = route.view;
  shown = { view: route.view, module, live, shared: Boolean(route.share) };
  // What was said of this sheet still holds: a card that was deleted can be brought back from the list.
  if (!same && !first) frame.hush();
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
