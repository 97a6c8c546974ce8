// Where what somebody looks for stands in a text: blind to case, accents, hyphens, spaces and apostrophes.

import { el } from "./el.js";
import { folded } from "../document/network.js";

/** The words of a query, as they are compared. */
export const asked = (query) => query.split(/\s+/u).map(folded).filter(Boolean);

/** Whether all words of a query stand in a text that was folded. */
export const holds = (text, wanted) => wanted.every((word) => text.includes(word));

/** From where to where a query stands in a text, or nothing. */
export function found(text, query) {
  const wanted = folded(query);
  if (!wanted) return null;
  const at = [];
  let key = "";
  let place = 0;
  for (const letter of text) {
    for (const one of folded(letter)) {
      key += one;
      at.push(place);
    }
    place += letter.length;
  }
  const from = key.indexOf(wanted);
  if (from < 0) return null;
  const end = from + wanted.length;
  return [at[from], end < key.length ? at[end] : text.length];
}

/** A text with what was looked for marked in it, as a list of what to put in a page. */
export function marked(text, query) {
  const place = found(text, query);
  if (!place) return [text];
  const [from, to] = place;
  return [text.slice(0, from), el("b", { class: "match" }, text.slice(from, to)), text.slice(to)];
}
