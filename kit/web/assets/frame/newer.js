// Somebody scanned a sheet on paper: is it the sheet that stands here, an older one, or one of another edition?

import { el, fill, icon, listed, style } from "../elements/el.js";
import { notice, openDialog } from "./frame.js";
import kit from "../generated/kit.js";
import { subscribe } from "../document/store.js";
import { told } from "./versions.js";
import frameWords from "../generated/words-frame.js";
import keepWords from "../generated/words-keep.js";

const said = keepWords.newer;

/** Tell under the heading of a sheet what the code of its paper says. */
export async function tell({ view, code }, live) {
  const found = told(view, code, kit);
  if (!found) return;
  await style("keep.css");
  const place = el("div", { class: "newer" });
  const close = () => {
    stop();
    place.remove();
    live.querySelector("h1")?.focus();
  };
  place.append(found.other ? otherEdition(close) : newerVersion(view, found, close));
  const put = () => live.isConnected && !place.isConnected && live.querySelector("h1")?.after(place);
  // A sheet that is drawn anew at a change does not know of what is told here.
  const stop = subscribe(() => queueMicrotask(put));
  alone(live);
  put();
}

/** One note at a time: who has a sheet on paper needs no explanation of it. */
function alone(live) {
  live.querySelector(".newer")?.remove();
  const note = live.querySelector(".arrival");
  note?.parentElement.classList.remove("with-note");
  note?.nextElementSibling?.classList.remove("after-note");
  note?.remove();
}

function otherEdition(close) {
  return notice({ drawing: "flag", words: said.other_edition, buttons: [{ text: said.close, act: close }] });
}

function newerVersion(view, found, close) {
  const others = found.changed.filter((key) => key !== view);
  const text = [
    found.version !== kit.version && fill(said.versions, { oud: found.version, nieuw: kit.version }), said.this_changed,
    others.length > 0 && fill(said.also_changed, { bladen: named(others) }),
    found.same.length > 0 && fill(found.same.length === 1 ? said.same.one : said.same.many, { bladen: capital(named(found.same)) }),
  ];
  return notice({
    drawing: "flag", words: [el("strong", {}, said.head), " ", text.filter(Boolean).join(" ")],
    buttons: [{ text: said.show, act: () => show(found) }, { text: said.close, act: close }],
  });
}

const named = (keys) => listed(keys.map((key) => kit.titles[key].toLocaleLowerCase(document.documentElement.lang)), frameWords.conjunction);
const capital = (text) => text.charAt(0).toLocaleUpperCase(document.documentElement.lang) + text.slice(1);

function show({ changed, same }) {
  const list = (head, keys) => keys.length > 0 && [
    el("h3", {}, head),
    el("ul", {}, keys.map((key) => el("li", {}, el("a", { href: `#${key}`, on: { click: (event) => leaveTo(event, box) } }, kit.titles[key])))),
  ];
  const body = el("div", { class: "dialog-body newer-lists" },
    list(said.changed_head, changed), list(said.same_head, same),
    el("p", { class: "keep-buttons" }, el("a", { class: "button second", href: "#k", on: { click: (event) => leaveTo(event, box) } }, icon("print"), fill(said.print, { nieuw: kit.version }))));
  const box = openDialog({ title: said.title, body });
}

/** The dialog first takes its step out of the history; then the link is followed. */
function leaveTo(event, box) {
  event.preventDefault();
  const hash = event.currentTarget.getAttribute("href");
  addEventListener("popstate", () => { location.hash = hash; }, { once: true });
  box.close();
}
