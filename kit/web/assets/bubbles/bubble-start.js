// No municipality yet: one bubble that asks for it.

import { setCentre } from "./bubble-acts.js";
import { el, fill, pieces } from "../elements/el.js";
import { placeField } from "../places/place-field.js";
import { current } from "../document/store.js";
import said from "../generated/words-bubbles.js";
import sheetB from "../generated/words-sheet-b.js";

/** The question, what canvas 1 says of it, and the way around it. `blank()` begins with bubbles that are nobody's. */
export function start({ blank }) {
  const hint = el("div", { class: "start-hint" });
  const field = placeField({ id: "own-municipality", label: sheetB.pills.own, labelClass: "label own-label", onChoose: setCentre });
  suggest(hint);
  return el("div", { class: "start" },
    el("div", { class: "start-bubble" }, field),
    hint,
    el("p", {}, el("button", { type: "button", class: "text-link quiet", on: { click: blank } }, said.begin_blank)));
}

async function suggest(hint) {
  const wrote = current().canvas1.waar.trim();
  if (!wrote) return;
  const found = await import("../places/places.js").then(({ mentioned }) => mentioned(wrote)).catch(() => null);
  if (!found) return;
  hint.append(
    el("p", {}, pieces(said.wrote, { tekst: el("b", {}, wrote) })),
    el("p", {}, el("button", { type: "button", class: "button second small", on: { click: () => setCentre(found) } }, fill(said.take, { gemeente: found.name }))));
}
