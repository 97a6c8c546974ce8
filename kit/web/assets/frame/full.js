// A field in which nothing more goes says so, whatever sheet it stands on: who types on, or pastes, would lose it in silence.

import { el, fill } from "../elements/el.js";
import said from "../generated/words-frame.js";

const EVENTS = ["input", "focusin", "fit"];
/** What lies over the page is placed at these: nothing may come in between. */
const BOXES = ".place-box, .sector-box";

const notes = new WeakMap();
let made = 0;

/** Begin: each field that has a most is followed. */
export function open() {
  // Before what follows from it on the sheet; and `fit` comes no further than its field.
  for (const event of EVENTS) document.addEventListener(event, look, { capture: true });
}

function look({ target: field }) {
  const full = field.maxLength > 0 && !field.readOnly && field.value.length >= field.maxLength;
  if (!full) notes.get(field)?.replaceChildren();
  else if (!notes.get(field)?.firstChild) tell(field);
}

function tell(field) {
  if (!notes.has(field)) notes.set(field, noteOf(field));
  // What is not there yet when it is filled, nobody hears.
  requestAnimationFrame(() => notes.get(field).replaceChildren(fill(said.full, { n: field.maxLength })));
}

function noteOf(field) {
  const note = el("p", { class: "hint field-note", role: "status", id: `full-${++made}` });
  (field.closest(BOXES) ?? field).after(note);
  field.setAttribute("aria-describedby", [field.getAttribute("aria-describedby"), note.id].filter(Boolean).join(" "));
  return note;
}
