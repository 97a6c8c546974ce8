// Buttons that pick what is shown: several at once, and one that shows all.

import { el, icon } from "./el.js";

/**
 * The row, as an element with `show(on, counts)`: `on` is the set of keys that are on, `counts` a number by key, `all`
 * among them, or nothing. `parts` are `{key, text, drawing}`, the first that of all; `onTurn(key)` is called for each.
 */
export function toggles({ label, parts, onTurn }) {
  const buttons = parts.map(({ key, text, drawing = null }, i) => {
    const n = el("span", { class: "toggle-count" });
    const button = el("button", { type: "button", class: "chip", "aria-pressed": "false", on: { click: () => onTurn(key) } },
      i > 0 && el("span", { class: "toggle-tick" }, icon("tick")), drawing, el("span", {}, text, n));
    return { key, button, n };
  });
  const row = el("div", { class: "toggles", role: "group", "aria-label": label }, buttons.map(({ button }) => button));
  row.show = (on, counts = null) => {
    for (const { key, button, n } of buttons) {
      button.setAttribute("aria-pressed", String(key === parts[0].key ? on.size === 0 : on.has(key)));
      const told = counts ? ` ${counts[key]}` : "";
      if (n.textContent !== told) n.textContent = told;
    }
  };
  return row;
}

/** Turn a key on or off in a set; the first key, that of all, turns everything off. */
export function turn(on, key, all = "all") {
  if (key === all) on.clear();
  else if (!on.delete(key)) on.add(key);
}
