// Keys that work everywhere: save as a file, and print. And: what is typed here should last.

import { isLooking, subscribe } from "./store.js";

/** Begin to listen. */
export function open() {
  document.addEventListener("keydown", shortcut);
  subscribe(lasting);
}

function shortcut(event) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  const act = { s: save, p: print }[event.key.toLowerCase()];
  if (!act) return;
  event.preventDefault();
  act();
}

async function save() {
  (await import("./files.js")).saveFile();
}

async function print() {
  const { printSheets, sheetsOf } = await import("./printing.js");
  await printSheets(sheetsOf(document.documentElement.dataset.view));
}

/** After the first card the browser is asked not to throw this away by itself. */
function lasting(document, before) {
  if (isLooking() || !document.kaarten.length || before.kaarten.length) return;
  navigator.storage?.persist?.().catch(() => {});
}
