// The page without a network: the service worker keeps what the page is made of, and says when there is a newer one.

import { setting, remember } from "../document/settings.js";
import { aside } from "./frame.js";
import kit from "../generated/kit.js";
import frameWords from "../generated/words-frame.js";

/** In rem: the bar, and a message of four lines above it. */
const ROOM = 12;
const WHEN = ["kit:shown", "scrollend"];

if ("serviceWorker" in navigator) register().catch(() => {
  // A private window, or an address without https: all works, with a network.
});

async function register() {
  const worker = navigator.serviceWorker;
  const page = new URL(kit.page, location.href);
  const found = await worker.register(new URL("sw.js", page), { scope: location.pathname });
  worker.addEventListener("message", ({ data }) => data === "ready" && ready());
  if (found.waiting) waiting(found.waiting);
  found.addEventListener("updatefound", () => {
    const fresh = found.installing;
    fresh?.addEventListener("statechange", () => {
      if (fresh.state === "installed" && worker.controller) waiting(fresh);
    });
  });
  (found.active ?? found.installing ?? found.waiting)?.postMessage("keep");
}

/** Told once, and only where it lies over nothing that somebody is about to press: else when a sheet is shown, or scrolled. */
function ready() {
  if (setting("offline")) return;
  const tell = () => {
    // Before there is a sheet nobody knows what lies there.
    if (!document.documentElement.dataset.ready || covers()) return;
    for (const event of WHEN) removeEventListener(event, tell);
    remember("offline", true);
    aside(frameWords.offline_ready);
  };
  for (const event of WHEN) addEventListener(event, tell);
  tell();
}

/** Whether a button lies at the foot of the window, where messages are. */
function covers() {
  const foot = innerHeight - ROOM * parseFloat(getComputedStyle(document.documentElement).fontSize);
  return [...document.querySelectorAll("main .live .button")].map((one) => one.getBoundingClientRect()).some(({ top, bottom }) => bottom > foot && top < innerHeight);
}

/** Never by itself: somebody may be typing. */
function waiting(fresh) {
  const reload = () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    fresh.postMessage("take over");
  };
  aside(frameWords.newer_site, { buttons: [{ text: frameWords.reload, act: reload }] });
}
