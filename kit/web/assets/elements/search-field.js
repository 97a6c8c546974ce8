// A field to search in, with a button that empties it.

import { el, icon } from "./el.js";

/** The field as an element; `put(text)` on it fills it in. `onInput(text)` is called at each change. */
export function searchField({ label, placeholder = label, clear, value = "", onInput }) {
  const input = el("input", { type: "search", value, placeholder, "aria-label": label, autocomplete: "off", autocapitalize: "none", spellcheck: "false", enterkeyhint: "search" });
  const wipe = el("button", { type: "button", class: "icon-button", "aria-label": clear, hidden: !value }, icon("cross"));
  const whole = el("div", { class: "search" }, icon("search"), input, wipe);
  const tell = () => {
    wipe.hidden = !input.value;
    onInput(input.value);
  };
  input.addEventListener("input", tell);
  wipe.addEventListener("click", () => {
    whole.put("");
    tell();
    input.focus();
  });
  whole.put = (text) => {
    input.value = text;
    wipe.hidden = !text;
  };
  return whole;
}
