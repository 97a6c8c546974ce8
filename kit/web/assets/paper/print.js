// Prints sheets with what was typed: drawn anew as on paper, in a part of the page that only printers see.

import { clear, el, style } from "../elements/el.js";
import { bubbles, known } from "./paper-bubbles.js";
import { canvas } from "./paper-canvas.js";
import { cards } from "./paper-cards.js";
import { continued } from "./paper-list.js";
import { job } from "./paper-page.js";
import { ideas } from "../document/document.js";
import { setting } from "../document/settings.js";
import { current, subscribe } from "../document/store.js";

const ORDER = ["c1", "c2", "b", "p"];
const LATER = 1000;
const FONTS = ["400 16px 'Fira Sans'", "600 16px 'Fira Sans'", "600 16px Poppins"];

const drawings = new Map();
let ready = null;
let timer = 0;

/** The sheets that hold something. */
export function filled(document) {
  const { wie, waar, wat, sterktes, beperkingen } = document.canvas1;
  const some = (...texts) => texts.some((text) => text.trim());
  const holds = {
    c1: some(wie, waar, wat, ...sterktes, ...beperkingen),
    c2: document.canvas2.some((one) => some(one.vertrekpunt, ...ideas(one)) || one.partners.some(Boolean) || one.verder.length),
    b: Boolean(document.bollen.midden),
    p: document.kaarten.length > 0,
  };
  return ORDER.filter((key) => holds[key]);
}

/** The sheets that a view is printed as: its own, or all that hold something; nothing where a view is text. */
export function sheetsOf(view, document) {
  if (ORDER.includes(view)) return [view];
  if (view !== "overzicht" && view !== "k") return [];
  const all = filled(document);
  return all.length ? all : ORDER;
}

/**
 * Print sheets, on `a4` or `a3`, in an edition. Asks the browser once all is there. Where it can print one size at a time
 * only, says before which paper that is (`tell(form)`), and tells what is left: a list of `{form, go(tell)}`, `form` being
 * `a3l` `a4l` or `a4p`.
 */
export async function print(sheets, { paper = setting("paper", "a4"), edition = "colour", tell = () => {} } = {}) {
  const document = current();
  const [now, ...others] = jobs(build(sheets, document, paper, await loaded(document, edition)), edition);
  await now.go(tell);
  return others;
}

/** The same sheets as a file, a `Blob`, that no print window has a say in. */
export async function asPdf(sheets, { paper, edition, ...titles }) {
  const document = current();
  const [parts, { pdfOf }] = await Promise.all([loaded(document, edition), import("./pdf.js")]);
  const [store, ...pages] = build(sheets, document, paper, parts);
  put([store, ...pages], edition);
  try {
    return await pdfOf(pages, titles);
  } finally {
    remove();
  }
}

/** Only Chromium gives each page its own size; Firefox takes one for all, WebKit makes them smaller (docs/web.md, section 15). */
const mixes = () => Boolean(navigator.userAgentData ?? window.chrome);

const formOf = (page) => page.classList[1];

/** What is printed in one go, and what next: all of it, or size by size where a browser takes one size for all. */
function jobs([store, ...pages], edition) {
  return (mixes() ? [pages] : bySize(pages)).map((some) => {
    const place = () => put([store, ...some], edition);
    return {
      form: formOf(some[0]),
      place,
      async go(tell) {
        place();
        if (!mixes()) tell(formOf(some[0]));
        await drawn();
        window.print();
      },
    };
  });
}

/** The pages by their size, those of the first page first. */
function bySize(pages) {
  const forms = [...new Set(pages.map(formOf))];
  return forms.map((form) => pages.filter((page) => formOf(page) === form));
}

/**
 * Have all at hand to print a view at once: who prints from the browser's own menu leaves no time to fetch anything.
 * Tells whether there is anything to print in this way.
 */
export async function preparePrint(view) {
  const document = current();
  ready = sheetsOf(view, document).length ? await prepared(view, document) : null;
  return ready !== null;
}

async function prepared(view, document) {
  const [parts, { tellOthers }] = await Promise.all([loaded(document, setting("edition", "colour")), import("./printing.js")]);
  return { view, parts, tellOthers };
}

/** What did not go along when the browser's own menu printed: sheets of another size. */
let left = [];

// What was typed since is printed too, and what is looked at by now: only who is in a bubble that came since would have no name.
addEventListener("beforeprint", () => {
  if (holder() || !ready) return;
  const document = current();
  const sheets = sheetsOf(globalThis.document.documentElement.dataset.view, document);
  if (!sheets.length) return;
  const [now, ...others] = jobs(build(sheets, document, setting("paper", "a4"), ready.parts), setting("edition", "colour"));
  now.place();
  left = others;
});

subscribe((document, before) => {
  if (ready && (document.bollen !== before.bollen || document.kaarten !== before.kaarten)) preparePrint(ready.view);
});

// Some browsers still read the page after they say that they are done with it.
addEventListener("afterprint", () => {
  clearTimeout(timer);
  timer = setTimeout(remove, LATER);
  const others = left;
  left = [];
  ready?.tellOthers(others);
});

const holder = () => document.getElementById("paper");

function remove() {
  holder()?.remove();
  document.documentElement.classList.remove("paper");
}

async function loaded(document, edition) {
  const [store, about] = await Promise.all([drawing(edition), known(document), style("paper.css"), ...FONTS.map((font) => globalThis.document.fonts.load(font))]);
  return { store, about };
}

/** The file with all drawings of an edition, fetched once. */
function drawing(edition) {
  if (!drawings.has(edition)) {
    const found = fetched(`paper/${edition}.svg`);
    drawings.set(edition, found);
    found.catch(() => drawings.delete(edition));
  }
  return drawings.get(edition);
}

async function fetched(name) {
  const answer = await fetch(new URL(name, import.meta.url));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return new DOMParser().parseFromString(await answer.text(), "image/svg+xml").documentElement;
}

/** All pages, in the order of the sheets; what did not fit behind them. */
function build(sheets, document, paper, { store, about }) {
  const task = job(document, paper);
  const pages = ORDER.filter((key) => sheets.includes(key)).flatMap((key) => {
    if (key === "b") return bubbles(task, about);
    return key === "p" ? cards(task) : canvas(key, task);
  });
  return [globalThis.document.importNode(store, true), ...pages, ...continued(task)];
}

function put(nodes, edition) {
  clearTimeout(timer);
  const [store, ...pages] = nodes;
  store.setAttribute("class", "paper-store");
  const into = holder() ?? document.body.appendChild(el("div", { id: "paper" }));
  into.className = edition;
  clear(into).append(store, ...pages);
  document.documentElement.classList.add("paper");
  size(pages);
}

/** Browsers that know no named pages get the size of all pages, where they have one. */
function size(pages) {
  const forms = new Set(pages.map(formOf));
  const css = { a3l: "A3 landscape", a4l: "A4 landscape", a4p: "A4 portrait" };
  const sheet = [...document.styleSheets].find((one) => one.href?.endsWith("/paper.css"));
  try {
    const rule = [...sheet.cssRules].find((one) => one instanceof CSSPageRule && !one.selectorText);
    rule.style.setProperty("size", css[forms.size === 1 ? [...forms][0] : "a4p"]);
  } catch {
    // Then the size is chosen in the browser's own window.
  }
}

/** Two frames: what was put into the page has been laid out by then. */
const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
