// Keys that work everywhere: save as a file, and print. And: what is typed here should last.

import { message } from "./frame.js";
import { isLooking, subscribe } from "./store.js";
import words from "./words.js";

/** The browser prints what is only text as it is. */
const TEXTS = ["i", "w", "d"];
const PATIENCE = 3000;

let waiting = 0;

/** Begin to listen. */
export function open() {
  document.addEventListener("keydown", shortcut);
  subscribe(lasting);
  addEventListener("kit:shown", atHand);
}

/**
 * Who prints from the browser's own menu gets the sheets too, drawn before it is asked: but only where a mouse is, and
 * where all is on the device already, for it costs a phone time and whoever never prints nothing.
 */
function atHand() {
  if (!navigator.serviceWorker?.controller || !matchMedia("(pointer: fine)").matches) return;
  clearTimeout(waiting);
  waiting = setTimeout(async () => {
    try {
      await (await import("./print.js")).preparePrint(shownView());
    } catch {
      // Then the browser prints the page as it is.
    }
  }, PATIENCE);
}

function shortcut(event) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  const act = { s: save, p: print }[event.key.toLowerCase()];
  if (!act || (act === print && TEXTS.includes(shownView()))) return;
  event.preventDefault();
  act().catch(() => message(words.frame.not_loaded));
}

const shownView = () => document.documentElement.dataset.view;

async function save() {
  await (await import("./files.js")).saveFile();
}

async function print() {
  await (await import("./printing.js")).printView(shownView());
}

/** After the first card the browser is asked not to throw this away by itself. */
function lasting(document, before) {
  if (isLooking() || !document.kaarten.length || before.kaarten.length) return;
  navigator.storage?.persist?.().catch(() => {});
}
