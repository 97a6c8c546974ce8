// Who comes to the bubble sheet by a printed code: with a municipality in it, or without.

import { arrivalNote, noteWords } from "../frame/arrival.js";
import { centre } from "./bubble-sheet.js";
import { fill } from "../elements/el.js";
import { notice } from "../frame/frame.js";
import { record } from "../places/shards.js";
import { change, current, isLooking } from "../document/store.js";
import said from "../generated/words-bubbles.js";
import { setCentre } from "./bubble-acts.js";

/** Reads what the address asks for; leaves a note in `view.note` where somebody must know, or choose. */
export async function arrive(view, { sub }) {
  if (!sub) {
    if (!view.note) view.note = arrivalNote("b", noteWords(said.arrival));
    return;
  }
  // It is read once: who comes back later may have put another municipality in the middle.
  history.replaceState(history.state, "", "#b");
  const found = await known(sub);
  view.note = found ? welcome(view, found) : notice({ words: said.unknown });
}

async function known(sub) {
  if (!/^\d{5}$/.test(sub)) return null;
  return record(sub).catch(() => null);
}

function welcome(view, { nis, n }) {
  const { midden } = current().bollen;
  if (midden === nis || isLooking()) return null;
  if (midden) return choice(view, { nis, name: n }, midden);
  const note = arrivalNote("b", noteWords({ head: fill(said.arrival_named.head, { gemeente: n }), text: said.arrival_named.text }));
  change((draft) => centre(draft, nis));
  return note;
}

/** Nothing changes before somebody chose. */
function choice(view, found, midden) {
  const end = () => {
    note.remove();
    view.note = null;
    view.live.querySelector("h1")?.focus();
  };
  const own = { name: "" };
  const note = notice({
    drawing: "bubbles",
    words: fill(said.other_sheet, { gemeente: found.name }),
    buttons: [
      { text: fill(said.take, { gemeente: found.name }), main: true, act: () => { end(); setCentre(found); } },
      { text: said.stay, act: end },
    ],
  });
  record(midden).then((one) => {
    own.name = one?.n ?? "";
    if (own.name) note.querySelector(".text-link").textContent = fill(said.stay_with, { gemeente: own.name });
  }).catch(() => {});
  return note;
}

/** The note goes once somebody has begun. */
export function dropNote(view) {
  view.note?.remove();
  view.note = null;
}
