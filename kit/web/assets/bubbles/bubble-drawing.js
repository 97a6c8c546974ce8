// The drawing behind the bubbles: borders, circles, links and the words along the edges. It says nothing by itself.

import { svg } from "../elements/el.js";
import sheetB from "../generated/words-sheet-b.js";

const { arcs } = sheetB;

/** What part of the printed sheet is shown, in mm: with the title in its corner, or without. */
export const FRAMES = { L: { x: 8, y: 6, width: 386, height: 285 }, M: { x: 22, y: 8, width: 370, height: 283 }, S: { x: 21, y: 6, width: 372, height: 285 } };

/** A circle in mm as it lies in a frame that is `scale` px a mm. */
export const placedCircle = ([x, y, r], frame, scale) => [(x - frame.x) * scale, (y - frame.y) * scale, r * scale];

/** The whole drawing. `small`: without words along the edges, its lines thinner. */
export function drawing({ items, gone, record }, frame, scale, { small = false, insets = null } = {}) {
  const [width, height] = [frame.width * scale, frame.height * scale];
  const at = (circle) => placedCircle(circle, frame, scale);
  const lying = items.filter((one) => one.circle);
  const root = svg("svg", { class: `bubble-drawing${small ? " small" : ""}`, viewBox: `0 0 ${round(width)} ${round(height)}`, "aria-hidden": "true", focusable: "false" });
  root.append(
    svg("g", { class: "bubble-borders", transform: `scale(${round(scale, 4)}) translate(${-frame.x} ${-frame.y})` }, record.borders.map((d) => svg("path", { d, "vector-effect": "non-scaling-stroke" }))),
    ...gone.map((circle) => outline(at(circle), "gone")),
    ...lying.map((item) => bubble(item, at(item.circle))),
    ...lying.filter((one) => one.link).map((item) => link(at(lying[0].circle), at(item.circle), small)),
    ...(insets ? lying.filter((one) => one.nis).flatMap((item, i) => edgeWords(item, at(item.circle), i, insets)) : []));
  return root;
}

/** The drawing of one bubble alone, for those further away. */
export function aloneDrawing(r, insets, i) {
  const size = 2 * r;
  const item = { nis: "-", own: false };
  const middle = [r, r, r];
  return svg("svg", { class: "bubble-drawing", viewBox: `0 0 ${round(size)} ${round(size)}`, "aria-hidden": "true", focusable: "false" },
    bubble(item, middle), insets ? edgeWords(item, middle, `far-${i}`, insets) : null);
}

function bubble({ own, nis }, [x, y, r]) {
  const kind = `bubble-shape${own ? " own" : ""}${nis ? "" : " blank"}`;
  return svg("g", { class: kind },
    nis && svg("path", { class: "tint", d: `M${round(x - r)} ${round(y)}A${round(r)} ${round(r)} 0 0 1 ${round(x + r)} ${round(y)}Z` }),
    nis && svg("path", { class: "equator", d: `M${round(x - r)} ${round(y)}h${round(2 * r)}` }),
    outline([x, y, r], "outline"));
}

const outline = ([x, y, r], kind) => svg("circle", { class: kind, cx: round(x), cy: round(y), r: round(r) });

function link([cx, cy, cr], [x, y, r], small) {
  const far = Math.hypot(x - cx, y - cy);
  const on = (distance) => [cx + ((x - cx) / far) * distance, cy + ((y - cy) / far) * distance].map((value) => round(value));
  const [x1, y1] = on(cr);
  const [x2, y2] = on(far - r);
  const node = small ? 4.2 : 7;
  return svg("g", { class: "bubble-link" },
    svg("path", { d: `M${x1} ${y1}L${x2} ${y2}` }),
    svg("circle", { class: "own", cx: x1, cy: y1, r: node }),
    svg("circle", { cx: x2, cy: y2, r: node }));
}

/** The words that say whom each half is for, along its edge: read from left to right in both. */
function edgeWords({ own }, [x, y, r], i, insets) {
  const [above, below] = own ? insets.own : insets.other;
  const [upper, lower] = own ? [arcs.own_upper, arcs.own_lower] : [arcs.other_upper, arcs.other_lower];
  const arc = (name, radius, sweep, text) => {
    const id = `edge-${name}-${i}`;
    return [
      svg("path", { id, class: "edge", d: `M${round(x - radius)} ${round(y)}A${round(radius)} ${round(radius)} 0 0 ${sweep} ${round(x + radius)} ${round(y)}` }),
      svg("text", { class: own ? "edge-words own" : "edge-words" }, svg("textPath", { href: `#${id}`, startOffset: "50%" }, text)),
    ];
  };
  return [...arc("upper", r - above, 1, upper), ...arc("lower", r - below, 0, lower)];
}

const round = (value, digits = 1) => Number(value.toFixed(digits));
