// On top of every sheet, as long as somebody looks at a network from a link: that it is not theirs, and the way back.

import { isEmpty } from "../document/document.js";
import { tidied } from "./files.js";
import { el } from "../elements/el.js";
import { notice } from "../frame/frame.js";
import { takeOver, whatIsIn } from "./keep-parts.js";
import { go } from "../frame/route.js";
import { KEY } from "../document/settings.js";
import { unpacked } from "./share.js";
import { isLooking, look, lookAway, own, subscribe } from "../document/store.js";
import keepWords from "../generated/words-keep.js";

const said = keepWords.link;

/** A link outlives a reload, in its own tab, until somebody chose what to do with it: `{data, looking}`, or nothing any more. */
export function keepLink(link) {
  try {
    if (link) sessionStorage.setItem(KEY, JSON.stringify(link));
    else sessionStorage.removeItem(KEY);
  } catch {
    // Then it is gone with the page, as before.
  }
}

/** Look at the link again that was looked at when the page was loaded anew. */
export async function again(data) {
  const { document: found } = await unpacked(data);
  if (found) showBar(await tidied(found), data);
  else keepLink(null);
}

/** Look at a network; the way back stands on top until it is taken. `data`: the link it came from. */
export function showBar(doc, data) {
  look(doc);
  keepLink({ data, looking: true });
  const bar = el("div", { class: "looking-bar" }, notice({
    drawing: "eye", role: "note", words: [whatIsIn(doc), ". ", said.looking],
    buttons: ways(doc),
  }));
  const heed = subscribe(() => {
    if (isLooking()) return;
    bar.remove();
    keepLink(null);
    heed();
  });
  document.querySelector("main").prepend(bar);
}

function ways(doc) {
  const kind = "button second small";
  if (!isEmpty(own())) return [{ text: said.back, act: () => back(), kind }];
  return [{ text: said.go_on, act: () => back(() => takeOver(doc, said.replaced)), kind }, { text: said.back_empty, act: () => back(), kind }];
}

function back(act = () => {}) {
  lookAway();
  addEventListener("kit:shown", () => {
    document.querySelector("#overzicht h1")?.focus();
    act();
  }, { once: true });
  go("overzicht", "", { instead: true });
}
