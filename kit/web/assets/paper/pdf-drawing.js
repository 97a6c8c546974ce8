// A drawing of the page as the operators of PDF: what `kit/web/svg.py` writes, and the text that lies on it.

import { num } from "./pdf-file.js";

const CIRCLE = 0.5523;
const PEN = { fill: "#000", stroke: "none", "stroke-width": "1", "stroke-linecap": "butt", "stroke-linejoin": "miter", "stroke-dasharray": "none", "stroke-dashoffset": "0", "stroke-miterlimit": "4", "fill-rule": "nonzero" };
const CAPS = ["butt", "round", "square"];
const JOINS = ["miter", "round", "bevel"];

/**
 * All that is seen of an element, as operators in its own units. `texts(node, pen)` and `images(node)` give those of what
 * is no path.
 */
export function drawn(node, tools, pen = PEN) {
  if (node.localName === "defs") return "";
  const here = penOf(node, pen);
  const moved = placed(node);
  const clip = clipped(node);
  const inside = content(node, tools, here);
  return inside && (moved || clip) ? `q ${moved}${clip}${inside}Q\n` : inside;
}

function content(node, tools, pen) {
  switch (node.localName) {
    case "use": return drawn(document.getElementById(node.getAttribute("href").slice(1)), tools, pen);
    case "path": return painted(operators(node.getAttribute("d")), pen);
    case "circle": return painted(round(...["cx", "cy", "r"].map((name) => Number(node.getAttribute(name)))), pen);
    case "rect": return painted(pill(...["x", "y", "width", "height", "rx"].map((name) => Number(node.getAttribute(name)))), pen);
    case "text": return tools.texts(node, pen);
    case "image": return tools.images(node);
    default: return [...node.children].map((child) => drawn(child, tools, pen)).join("");
  }
}

/** How an element is inked: its attributes say so, or, of what this page draws itself, its class. */
function penOf(node, pen) {
  const style = node.hasAttribute("class") && node.localName !== "svg" ? getComputedStyle(node) : null;
  const own = (name) => style?.getPropertyValue(name) || node.getAttribute(name);
  return Object.fromEntries(Object.entries(pen).map(([name, value]) => [name, own(name) || value]));
}

function placed(node) {
  const [x, y] = node.localName === "use" ? [Number(node.getAttribute("x")), Number(node.getAttribute("y"))] : [0, 0];
  const turned = [...(node.getAttribute("transform") ?? "").matchAll(/(\w+)\(([^)]*)\)/g)].map(([, kind, given]) => {
    const values = given.match(/-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/g).map(Number);
    return `${matrix(kind, values).map((value) => Number(value.toFixed(7))).join(" ")} cm `;
  });
  return turned.join("") + (x || y ? `1 0 0 1 ${num(x)} ${num(y)} cm ` : "");
}

function matrix(kind, [a, b]) {
  if (kind === "translate") return [1, 0, 0, 1, a, b ?? 0];
  if (kind === "scale") return [a, 0, 0, b ?? a, 0, 0];
  const [cos, sin] = [Math.cos((a * Math.PI) / 180), Math.sin((a * Math.PI) / 180)];
  return [cos, sin, -sin, cos, 0, 0];
}

function clipped(node) {
  const name = /url\("?#([^")]+)"?\)/.exec(node.getAttribute("clip-path") ?? "")?.[1];
  return name ? `${operators(document.getElementById(name).firstElementChild.getAttribute("d"))}W n ` : "";
}

/** A path with its ink; nothing where it has none. */
function painted(path, pen) {
  const [fill, stroke] = [colour(pen.fill, "rg"), colour(pen.stroke, "RG")];
  if (!fill && !stroke) return "";
  const even = fill && pen["fill-rule"] === "evenodd" ? "*" : "";
  return `${fill}${stroke && stroke + line(pen)}${path}${fill ? (stroke ? "B" : "f") : "S"}${even}\n`;
}

function line(pen) {
  const dashes = pen["stroke-dasharray"] === "none" ? "" : pen["stroke-dasharray"].split(/[\s,]+/).map((one) => num(parseFloat(one))).join(" ");
  const number = (name) => num(parseFloat(pen[name]));
  return `${number("stroke-width")} w ${CAPS.indexOf(pen["stroke-linecap"])} J ${JOINS.indexOf(pen["stroke-linejoin"])} j ${number("stroke-miterlimit")} M [${dashes}] ${number("stroke-dashoffset")} d `;
}

/** A colour as an operator: `#22252b`, `#000`, `rgb(34, 37, 43)`; empty for none. */
export function colour(value, operator) {
  if (!value || value === "none") return "";
  const hex = /^#(?:([\da-f])([\da-f])([\da-f])|([\da-f]{2})([\da-f]{2})([\da-f]{2}))$/i.exec(value);
  const parts = hex ? hex.slice(1).filter(Boolean).map((one) => parseInt(one.length === 1 ? one + one : one, 16)) : value.match(/[\d.]+/g).slice(0, 3).map(Number);
  return `${parts.map((part) => num(part / 255)).join(" ")} ${operator} `;
}

/** A circle that starts on the right and goes round as those of SVG do, so that dashes fall alike. */
function round(x, y, r) {
  const k = r * CIRCLE;
  const quarter = (...values) => `${values.map(num).join(" ")} c `;
  return `${num(x + r)} ${num(y)} m ${quarter(x + r, y + k, x + k, y + r, x, y + r)}${quarter(x - k, y + r, x - r, y + k, x - r, y)}${quarter(x - r, y - k, x - k, y - r, x, y - r)}${quarter(x + k, y - r, x + r, y - k, x + r, y)}h `;
}

/** A rectangle with round corners. */
function pill(x, y, width, height, r) {
  const [right, foot, k] = [x + width, y + height, r * (1 - CIRCLE)];
  const go = (operator, ...values) => `${values.map(num).join(" ")} ${operator} `;
  return go("m", x + r, y) + go("l", right - r, y) + go("c", right - k, y, right, y + k, right, y + r)
    + go("l", right, foot - r) + go("c", right, foot - k, right - k, foot, right - r, foot)
    + go("l", x + r, foot) + go("c", x + k, foot, x, foot - k, x, foot - r)
    + go("l", x, y + r) + go("c", x, y + k, x + k, y, x + r, y) + "h ";
}

const LENGTHS = { m: 2, l: 2, h: 1, v: 1, q: 4, c: 6, z: 0 };

/** The path of an SVG as operators: PDF knows no relative ones, and no quadratic curves. */
export function operators(d) {
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const out = [];
  const to = (operator, ...points) => {
    out.push(`${points.map(num).join(" ")} ${operator} `);
    [x, y] = points.slice(-2);
  };
  for (const [, letter, given] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const kind = letter.toLowerCase();
    if (!(kind in LENGTHS)) throw new Error(`no such path in a drawing: ${letter}`);
    const values = (given.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    if (kind === "z") {
      out.push("h ");
      [x, y] = [startX, startY];
    }
    for (let i = 0; i < values.length; i += LENGTHS[kind]) {
      const [dx, dy] = letter === kind ? [x, y] : [0, 0];
      const p = values.slice(i, i + LENGTHS[kind]).map((value, n) => value + (kind === "v" || n % 2 ? dy : dx));
      if (kind === "m" && i === 0) {
        to("m", ...p);
        [startX, startY] = p;
      } else if (kind === "h") to("l", p[0], y);
      else if (kind === "v") to("l", x, p[0]);
      else if (kind === "q") to("c", x + (2 / 3) * (p[0] - x), y + (2 / 3) * (p[1] - y), p[2] + (2 / 3) * (p[0] - p[2]), p[3] + (2 / 3) * (p[1] - p[3]), p[2], p[3]);
      else to(kind === "c" ? "c" : "l", ...p);
    }
  }
  return out.join("");
}
