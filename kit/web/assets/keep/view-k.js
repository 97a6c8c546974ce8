// Keep and share: as a file, in a link, on paper, as a table; and erase. What a button needs is fetched when it is pressed.

import { isEmpty } from "../document/document.js";
import { clear, el, fill, icon, style } from "../elements/el.js";
import { announce, isWrong, message, notice, stateWords } from "../frame/frame.js";
import { heading } from "../elements/heading.js";
import { setting } from "../document/settings.js";
import { current, isLooking, replace, status, wipe } from "../document/store.js";
import frameWords from "../generated/words-frame.js";
import said from "../generated/words-keep.js";

let view = null;
/** What was erased, as long as this page is open, and nowhere but here. */
let erased = null;

/** Show the page in its section. */
export async function show(live) {
  await style("keep.css");
  if (view?.live === live && live.firstChild) return;
  view = { live };
  clear(live).append(whole());
  addEventListener("kit:restated", update);
  update();
}

/** The document changed, or how well it is kept. */
export function update() {
  if (!view) return;
  showState();
  showErasing();
  prepare();
  for (const part of [view.opened, view.erase]) part.classList.toggle("not-now", isLooking());
}

/** Another sheet is shown. */
export function leave() {
  removeEventListener("kit:restated", update);
  view = null;
}

function whole() {
  view.state = el("div", { class: "keep-state" });
  return el("div", { class: "keep" },
    heading(said.title), view.state,
    el("div", { class: "keep-parts" },
      el("div", {}, savePart(), openPart(), sharePart()),
      el("div", {}, printPart(), tablePart(), erasePart())));
}

function showState() {
  const now = status();
  const wrong = isWrong(now);
  const told = stateWords(now === "looking" || now === "nothing" || wrong ? now : "saved");
  if (view.state.dataset.state === now && view.told === told) return;
  view.state.dataset.state = now;
  view.told = told;
  view.state.replaceChildren(wrong
    ? notice({ drawing: "warning", role: "alert", words: [el("strong", {}, told.long), ". ", told.alert] })
    : notice({ drawing: "lock", role: "note", words: [el("strong", {}, `${told.long}.`), told.note ? ` ${told.note}` : "", " ", frameWords.foot.privacy, " ", said.no_account] }));
  view.state.firstChild.classList.toggle("wrong", wrong);
}

/* The parts */

function part(drawing, { head, hint }, ...content) {
  return el("section", { class: "keep-part" }, icon(drawing), el("div", {}, el("h2", { class: "small" }, head), el("p", { class: "hint" }, hint), content));
}

/** Do something with modules that are fetched for it; without a network, at a first visit, it is said that they are not there. */
const using = (act, ...imports) => async (...given) => {
  let modules;
  try {
    modules = await Promise.all(imports.map((fetched) => fetched()));
  } catch {
    message(frameWords.not_loaded);
    return;
  }
  await act(Object.assign({}, ...modules), ...given);
};

const button = (text, act, kind = "second small") => el("button", { type: "button", class: `button ${kind}`, on: { click: act } }, text);

function savePart() {
  return part("save", said.save, el("p", { class: "keep-buttons" }, button(said.save.button, using(({ saveFile }) => saveFile(), () => import("./files.js")), "")), el("p", { class: "hint" }, said.save.later));
}

function openPart() {
  const choose = el("input", { type: "file", accept: ".json,application/json", hidden: true, "data-file": true });
  const place = el("div", { class: "keep-found" });
  const start = button(said.open.button, () => choose.click());
  choose.addEventListener("change", async () => {
    const [file] = choose.files;
    if (file) await open(file, place, choose);
    // The same file once more is another choice.
    choose.value = "";
  });
  view.opened = part("upload", said.open, el("p", { class: "keep-buttons changes" }, start, choose), el("p", { class: "hint instead" }, said.link.not_now), place);
  view.opened.dataset.part = "open";
  view.start = start;
  return view.opened;
}

const open = using(async (tools, file, place, choose) => {
  const { document: found, fault } = await tools.readFile(file);
  if (fault) refuse(tools, place, file, fault, choose);
  else ask(tools, place, await tools.tidied(found));
}, () => import("./files.js"), () => import("./keep-parts.js"));

function refuse({ refusal }, place, file, fault, choose) {
  const note = notice({
    drawing: "warning", role: "alert",
    words: refusal(said.refused.file, fill(said.refused.quoted, { naam: file.name }), said.refused.causes[fault]),
    buttons: [{ text: said.refused.another, act: () => choose.click(), kind: "button second small" }],
  });
  note.classList.add("wrong");
  place.replaceChildren(note);
}

/** What is in the file, and what shall be done with it. Nothing has changed yet. */
function ask({ addCards, dayOf, takeOver, whatIsIn }, place, found) {
  const day = dayOf(found);
  const content = isEmpty(found)
    ? [said.open.nothing]
    : [said.open.found, " ", whatIsIn(found), ". ", day && fill(said.open.changed, { datum: day })];
  const shut = () => {
    place.replaceChildren();
    view.start.focus();
  };
  const done = (act) => () => {
    shut();
    act();
  };
  const buttons = [
    { text: said.open.replace, act: done(() => takeOver(found, said.open.replaced)), kind: "button small" },
    found.kaarten.length > 0 && { text: said.open.add, act: done(() => addCards(found)), kind: "button second small" },
    { text: said.open.cancel, act: shut, kind: "text-link" },
  ].filter(Boolean);
  const note = notice({ drawing: "file", words: content, buttons: isEmpty(found) ? buttons.slice(-1) : buttons });
  place.replaceChildren(note);
  note.querySelector("button").focus();
}

function sharePart() {
  const place = el("div", { class: "keep-found", role: "status" });
  const copy = button(said.share.to_clipboard, () => withLink(place, toClipboard));
  const send = navigator.share && button(said.share.send, () => withLink(place, toOthers));
  return part("share", said.share, el("p", { class: "keep-buttons" }, copy, send), place);
}

/**
 * The link of what is typed, made before anybody asks: `{link}` or what to tell in its place. A browser lets nothing be
 * copied or sent that only comes after the first wait behind a press (WebKit).
 */
function prepare() {
  const doc = current();
  if (view.link?.doc === doc) return;
  const mine = { doc, link: "", tell: isEmpty(doc) ? said.share.empty : "" };
  view.link = mine;
  mine.ready = mine.tell ? Promise.resolve() : make(mine);
}

async function make(mine) {
  try {
    const { LONGEST, able, linkOf } = await import("./share.js");
    if (!able()) mine.tell = said.share.old;
    else mine.link = await linkOf(mine.doc);
    if (mine.link.length > LONGEST) mine.tell = said.share.too_long;
  } catch {
    mine.tell = frameWords.not_loaded;
  }
}

async function withLink(place, use) {
  prepare();
  const mine = view.link;
  place.replaceChildren();
  if (!mine.link && !mine.tell) await mine.ready;
  if (mine.tell) place.replaceChildren(el("p", { class: "keep-told" }, mine.tell));
  else await use(mine.link, place);
  // What did not come may come now.
  if (mine.tell === frameWords.not_loaded) view.link = null;
}

async function toClipboard(link, place) {
  try {
    await navigator.clipboard.writeText(link);
    message(said.share.copied);
  } catch {
    // Where the browser does not allow it, somebody can still do it by hand.
    const field = el("input", { type: "text", readonly: true, id: "keep-link", value: link });
    place.replaceChildren(el("div", { class: "field" }, el("label", { for: "keep-link", class: "label" }, said.share.by_hand), field));
    field.focus();
    field.select();
  }
}

async function toOthers(link) {
  try {
    await navigator.share({ title: said.link.title, url: link });
  } catch {
    // Closed without a choice: nothing is wrong.
  }
}

function printPart() {
  return part("print", said.print, el("p", { class: "keep-buttons" }, button(said.print.button, using(({ askPrint }) => askPrint(), () => import("../paper/print-choice.js")))));
}

function tablePart() {
  return part("table", said.table, el("p", { class: "keep-buttons" }, button(said.table.button, () => saveTable())));
}

const saveTable = using(async ({ table, sector, nameOf, offer }) => {
  const doc = current();
  if (!doc.kaarten.length) {
    message(said.table.empty);
    return;
  }
  const text = table(doc.kaarten, said.table, (key) => sector(key)?.name ?? key);
  offer(await nameOf(said.table.file_name, doc, "csv"), text, "text/csv;charset=utf-8");
  message(said.table.done);
}, () => import("./csv.js"), () => import("../document/catalogue.js"), () => import("./files.js"));

/* Erase */

function erasePart() {
  const place = el("div", { class: "changes" });
  view.erase = part("trash", said.erase, place, el("p", { class: "hint instead" }, said.link.not_now));
  view.erase.dataset.part = "erase";
  view.place = place;
  return view.erase;
}

/** The button; what was erased, as long as nothing else came in its place; or both, since it can come back until the end. */
function showErasing() {
  if (erased && same(erased, current())) erased = null;
  const now = !erased ? "whole" : isEmpty(current()) ? "gone" : "other";
  if (view.place.dataset.state === now) return;
  view.place.dataset.state = now;
  const again = el("p", { class: "keep-buttons" }, button(said.erase.button, erase, "small erase"));
  view.place.replaceChildren(...(now === "gone" ? [] : [again]), ...(now === "whole" ? [] : [wayBack(now)]));
}

/** When something was changed last does not count. */
const same = (one, other) => JSON.stringify({ ...one, gewijzigd: "" }) === JSON.stringify({ ...other, gewijzigd: "" });

function erase() {
  // What nobody here can read, nobody here can give back.
  if (status() === "newer") {
    message(stateWords("newer").alert);
    return;
  }
  if (isEmpty(current())) {
    message(said.erase.empty);
    return;
  }
  erased = current();
  wipe();
  showErasing();
  view.place.querySelector("button").focus();
  announce(`${said.erase.gone} ${said.erase.until}`);
}

function wayBack(now) {
  const other = now === "other";
  return notice({
    drawing: "undo", role: "note",
    words: [...(other ? [said.erase.still] : [el("strong", {}, said.erase.gone), " ", said.erase.until]), setting("link") ? ` ${said.erase.link}` : ""],
    buttons: [{ text: said.erase.back, act: giveBack, kind: other ? "button second small" : "button small" }],
  });
}

function giveBack() {
  const whole = erased;
  erased = null;
  replace(whole);
  showErasing();
  view.place.querySelector("button").focus();
  message(said.erase.returned, { undo: true });
}
