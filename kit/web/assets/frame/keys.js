// Keys that work everywhere: save as a file, and print. And: what is typed here should last, or it is said that it does not.

import * as full from "./full.js";
import { aside, isWrong, message, restate } from "./frame.js";
import { remember, setting } from "../document/settings.js";
import { isEmpty } from "../document/document.js";
import { current, mergeBy, own, status, subscribe } from "../document/store.js";
import { merged } from "../document/tabs.js";
import frameWords from "../generated/words-frame.js";

/** The browser prints what is only text as it is. */
const TEXTS = ["i", "w", "d"];
const PATIENCE = 3000;
/** From so many cards on there is something that one would not like to write again. */
const WORTH = 3;

let waiting = 0;
/** Whether this is a private window, once it is known. */
let isPrivate = Promise.resolve(false);

/** Begin to listen. */
export function open() {
  mergeBy(merged);
  document.addEventListener("keydown", shortcut);
  addEventListener("beforeunload", ask);
  isPrivate = passing();
  subscribe(lasting);
  lasting(current());
  addEventListener("kit:shown", atHand);
  full.open();
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
      await (await import("../paper/print.js")).preparePrint(shownView());
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
  act().catch(() => message(frameWords.not_loaded));
}

const shownView = () => document.documentElement.dataset.view;

async function save() {
  await (await import("../keep/files.js")).saveFile();
}

async function print() {
  await (await import("../paper/printing.js")).printView(shownView());
}

/** Who closes a page of which nothing could be stored is asked once more, in the browser's own words. */
function ask(event) {
  if (isWrong(status()) && !isEmpty(own())) event.preventDefault();
}

const words = async () => (await import("../generated/words-keep.js")).default;

/**
 * Once there is something worth keeping, it is offered to ask the browser not to throw it away by itself: never unasked,
 * and not where it is thrown away all the same.
 */
async function lasting({ kaarten }) {
  const storage = navigator.storage;
  if (kaarten.length < WORTH || status() !== "saved" || !storage?.persist || setting("lasting")) return;
  remember("lasting", true);
  if ((await isPrivate) || (await storage.persisted())) return;
  const { lasting: said } = await words();
  const ask = async () => message((await storage.persist().catch(() => false)) ? said.done : said.refused);
  aside(said.why, { buttons: [{ text: said.button, act: ask }] });
}

/** A private window gives no folder of its own to a page (Firefox, Safari): it forgets all when it is closed, and says nothing. */
async function passing() {
  try {
    await navigator.storage?.getDirectory?.();
    return false;
  } catch {
    words().then(({ private: said }) => restate(said)).catch(() => {});
    return true;
  }
}
