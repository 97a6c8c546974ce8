// The method and the run sheet: their text stands in the page; the tick boxes of the run sheet work.

import { clear, el, style } from "../elements/el.js";
import { heading } from "../elements/heading.js";
import { change, current, isLooking } from "../document/store.js";
import kit from "../generated/kit.js";

let ticks = [];

/** Show the sheet: only its heading is made here. */
export async function show(live, { view }) {
  await style("text.css");
  clear(live).append(heading(kit.titles[view]));
  const section = live.closest(".view");
  ticks = [...section.querySelectorAll("[data-check]")].map(tickBox);
  update(current());
}

/** The document changed. */
export function update(document) {
  for (const { box, key } of ticks) {
    box.checked = document.draaiboek.includes(key);
    box.disabled = isLooking();
  }
}

/** A line of the run sheet becomes the label of its tick box, once. */
function tickBox(line) {
  const key = line.dataset.check;
  let box = line.querySelector("input");
  if (!box) {
    box = el("input", { type: "checkbox" });
    const label = el("label", { class: "tick" }, box, el("span", {}, ...line.childNodes));
    line.replaceChildren(label);
    box.addEventListener("change", () => tick(key, box.checked));
  }
  return { box, key };
}

function tick(key, on) {
  change((draft) => {
    draft.draaiboek = draft.draaiboek.filter((one) => one !== key);
    if (on) draft.draaiboek.push(key);
  });
}
