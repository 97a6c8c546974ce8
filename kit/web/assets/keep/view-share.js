// A link was opened: whose network is in it, and what to do with it. Nothing here changes before somebody chose.

import { isEmpty } from "../document/document.js";
import { clear, el, style } from "../elements/el.js";
import { refusal, tidied } from "./files.js";
import { notice } from "../frame/frame.js";
import { heading } from "../elements/heading.js";
import { addCards, takeOver, whatIsIn } from "./keep-parts.js";
import { keepLink, showBar } from "./looking.js";
import { onSheet } from "../document/network.js";
import { picture } from "../overview/picture.js";
import { go } from "../frame/route.js";
import { unpacked } from "./share.js";
import { remember } from "../document/settings.js";
import { isLooking, lookAway, own } from "../document/store.js";
import { sentence, sheetOf } from "../overview/view-overview.js";
import keepWords from "../generated/words-keep.js";

const said = keepWords.link;

let view = null;

/** Show what is in the link of this address. */
export async function show(live, { share }) {
  // Who looked at another link has closed that by opening this one.
  lookAway();
  const mine = { share };
  view = mine;
  await Promise.all([style("keep.css"), style("overview.css")]);
  // The page takes it out of its address at once; the browser's own list of pages it cannot change.
  remember("link", true);
  const { document: found, fault } = await unpacked(share);
  const doc = found && (await tidied(found));
  const drawn = doc && (await drawing(doc));
  if (view !== mine) return;
  keepLink(fault ? null : { data: share });
  clear(live).append(fault ? refused(fault) : opened(doc, drawn));
  document.addEventListener("click", homeward);
}

/** Nothing here depends on one's own document but the question, which stands until it is answered. */
export function update() {}

/** Another sheet is shown. */
export function leave() {
  document.removeEventListener("click", homeward);
  if (!isLooking()) keepLink(null);
  view = null;
}

/** The address is already that of the overview: to go there, one must be sent. */
function homeward(event) {
  if (event.target.closest?.('a[href="#"]')) home(event);
}

function home(event) {
  event?.preventDefault();
  go("overzicht", "", { instead: true });
}

function refused(fault) {
  const { causes, ...others } = keepWords.refused;
  const cause = { foreign: causes.foreign_link, old: causes.old_browser }[fault] ?? causes[fault];
  const note = notice({
    drawing: "warning", role: "alert", words: refusal(others.link, others.this_link, cause),
    buttons: [{ text: others.away, act: () => home(), kind: "button second small" }],
  });
  note.classList.add("wrong");
  return el("div", { class: "link-view" }, heading(said.title), note);
}

function opened(doc, drawn) {
  const mine = own();
  return el("div", { class: "link-view" },
    heading(said.title),
    el("p", { class: "lead" }, whatIsIn(doc)),
    drawn,
    !isEmpty(mine) && notice({ drawing: "warning", role: "note", words: [said.already, " ", whatIsIn(mine), "."] }),
    el("div", { class: "link-buttons" }, isEmpty(mine) ? onEmpty(doc) : onFilled(doc)));
}

const button = (text, act, kind = "second") => el("button", { type: "button", class: `button ${kind}`, on: { click: act } }, text);

function onEmpty(doc) {
  return [
    button(said.go_on, () => then(() => takeOver(doc, said.replaced)), ""),
    button(said.only_look, () => lookAt(doc)),
    button(said.close, () => home()),
  ];
}

function onFilled(doc) {
  return [
    button(said.look, () => lookAt(doc), ""),
    doc.kaarten.length > 0 && button(said.add, () => then(() => addCards(doc))),
    button(said.replace, () => then(() => takeOver(doc, said.replaced))),
    button(said.close, () => home()),
  ];
}

/** To the overview, and there it is said what happened: a change of sheet takes messages away. */
function then(act) {
  addEventListener("kit:shown", act, { once: true });
  home();
}

function lookAt(doc) {
  showBar(doc, view.share);
  home();
}

async function drawing(doc) {
  const sheet = await sheetOf(doc);
  const codes = onSheet(doc, sheet.named ? sheet.record : null);
  const box = el("div", { class: "link-picture" });
  const image = picture(doc, sheet.record, Math.min(Math.max(document.querySelector("main").clientWidth - 32, 288), 520), sheet.named);
  image.setAttribute("aria-label", sentence(doc, sheet, codes));
  box.append(image);
  return box;
}
