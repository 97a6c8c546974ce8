// Elements without markup: whatever somebody typed reaches the page as text nodes only.

const SVG = "http://www.w3.org/2000/svg";

/** An element. `on` maps events to listeners; what is false, null or undefined is left out; true is an empty attribute. */
export function el(tag, attributes = {}, ...children) {
  return fitted(document.createElement(tag), attributes, children);
}

/** The same within a drawing. */
export function svg(tag, attributes = {}, ...children) {
  return fitted(document.createElementNS(SVG, tag), attributes, children);
}

function fitted(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") listen(node, value);
    else if (name === "value") node.value = value ?? "";
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

function listen(node, listeners) {
  for (const [event, listener] of Object.entries(listeners)) node.addEventListener(event, listener);
}

/** A drawing of the sprite in the page; it says nothing to who cannot see it. */
export function icon(name, extra = "") {
  return svg("svg", { class: `icon ${extra}`.trim(), "aria-hidden": "true", focusable: "false", viewBox: "0 0 24 24" }, svg("use", { href: `#icon-${name}` }));
}

/** An empty element. */
export function clear(node) {
  node.replaceChildren();
  return node;
}

/** Words with what stands between braces filled in. */
export function fill(words, values = {}) {
  return words.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** The same where what is filled in may be elements: a list of what to put in a page. */
export function pieces(words, values) {
  return words.split(/(\{\w+\})/).map((part) => (part.startsWith("{") && part.slice(1, -1) in values ? values[part.slice(1, -1)] : part));
}

/** The words for a number, of one or of any other. */
export function count({ one, many }, n, values = {}) {
  return fill(n === 1 ? one : many, { n, ...values });
}

/** Things in a row as they are said: "a, b en c". */
export function listed(things, and) {
  return things.length < 2 ? things.join("") : `${things.slice(0, -1).join(", ")} ${and} ${things.at(-1)}`;
}

const sheets = new Map();

/** A style sheet of a view, once it is there. */
export function style(name) {
  if (!sheets.has(name)) {
    const href = new URL(name, import.meta.url).href;
    sheets.set(name, new Promise((ready) => {
      document.head.append(el("link", { rel: "stylesheet", href, on: { load: ready, error: ready } }));
    }));
  }
  return sheets.get(name);
}
