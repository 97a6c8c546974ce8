// The h1 of a sheet.

import { el } from "./el.js";

/** The focus comes here at each change of sheet. `data-title` is what the window is called, where that is shorter. */
export function heading(text, attributes = {}) {
  return el("h1", { tabindex: "-1", ...attributes }, text);
}
