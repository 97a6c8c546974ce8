// On top of every sheet, as long as somebody looks at a network from a link: that it is not theirs, and the way back.

import { isEmpty } from "./document.js";
import { el } from "./el.js";
import { notice } from "./frame.js";
import { takeOver, whatIsIn } from "./keep-parts.js";
import { go } from "./route.js";
import { isLooking, lookAway, own, subscribe } from "./store.js";
import keepWords from "./words-keep.js";

const said = keepWords.link;

/** Show the way back until it is taken. */
export function showBar(doc) {
  const bar = el("div", { class: "looking-bar" }, notice({
    drawing: "eye", role: "note", words: [whatIsIn(doc), ". ", said.looking],
    buttons: ways(doc),
  }));
  const heed = subscribe(() => {
    if (isLooking()) return;
    bar.remove();
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
