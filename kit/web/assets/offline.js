// The page without a network: the service worker keeps what the page is made of, and says when there is a newer one.

import { setting, remember } from "./settings.js";
import { aside } from "./frame.js";
import kit from "./kit.js";
import words from "./words.js";

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

function ready() {
  if (setting("offline")) return;
  remember("offline", true);
  aside(words.frame.offline_ready);
}

/** Never by itself: somebody may be typing. */
function waiting(fresh) {
  const reload = () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    fresh.postMessage("take over");
  };
  aside(words.frame.newer_site, { buttons: [{ text: words.frame.reload, act: reload }] });
}
