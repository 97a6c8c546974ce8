"use strict";

// The server tells when something was saved; then only what the page shows is fetched anew, so that it stays where it is.
const source = new EventSource("/events");
const stopped = document.getElementById("stopped");

async function renew() {
  const answer = await fetch("/", { cache: "no-store" });
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const [old, now] = [document.querySelector("main"), fresh.querySelector("main")];
  // A picture that is still the same stays: so nothing flickers.
  const kept = new Map([...old.querySelectorAll("img")].map((img) => [img.getAttribute("src"), img]));
  for (const img of now.querySelectorAll("img")) {
    const same = kept.get(img.getAttribute("src"));
    if (same) img.replaceWith(same);
  }
  old.replaceWith(document.adoptNode(now));
}

source.onopen = () => { stopped.hidden = true; };
source.onerror = () => { stopped.hidden = false; };
source.onmessage = () => { renew().catch(() => { stopped.hidden = false; }); };
