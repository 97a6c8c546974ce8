// The drawing of a list without cards: one card, with two more to come behind it.

import { svg } from "../elements/el.js";

/** A drawing of 150 by 160. */
export function cardStack() {
  const card = (attributes) => svg("rect", { width: 112, height: 150, rx: 7, ...attributes });
  const line = (y, end = 116) => svg("path", { class: "stack-line", d: `M32 ${y}H${end}` });
  return svg("svg", { class: "card-stack", viewBox: "0 0 168 164", "aria-hidden": "true" },
    card({ class: "stack-later", transform: "translate(54 4) rotate(8 56 150)" }),
    card({ class: "stack-later", transform: "translate(36 2) rotate(3 56 150)" }),
    card({ class: "stack-card", x: 18, y: 7 }),
    svg("path", { class: "mark-link", d: "M36 26L56 20" }),
    svg("circle", { class: "mark-you", cx: 36, cy: 26, r: 8 }),
    svg("circle", { class: "mark-partner", cx: 56, cy: 20, r: 5 }),
    line(53), line(75), line(97),
    svg("path", { class: "stack-border", d: "M32 113H116" }),
    line(129), line(143, 92));
}
