// The examples of the inspiration list as buttons that begin a card; the list itself stands in the page.

import { halfDisc } from "../cards/card-parts.js";
import { clusters, sectorHalf } from "../document/catalogue.js";
import { count, el, fill, icon } from "../elements/el.js";
import { found, marked } from "../elements/matching.js";
import said from "../generated/words-inspiration.js";

/** The name a card begins with: without what explains it, and with a capital. */
export function nameFrom(example) {
  const short = example.replace(/\s*\([^()]*\)\s*$/u, "") || example;
  return short.charAt(0).toLocaleUpperCase("nl") + short.slice(1);
}

/** Whether it is only the name of a kind, so that one has to say which. */
export const isGeneral = (example) => /^\p{Ll}/u.test(example);

const compared = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/gu, " ").trim();

/** How many of these cards say an example, alone or with more behind it: "Bibliotheek Boechout" is a "bibliotheek". */
export function saying(example, cards) {
  const name = compared(nameFrom(example));
  return cards.filter((card) => {
    const own = compared(card.naam);
    return own.startsWith(name) && !/^[\p{L}\p{N}]/u.test(own.slice(name.length));
  }).length;
}

/**
 * Make the list in the page one to work with, once: a drawing for each cluster and sector, a button for each example.
 * `start(example, sector)` begins a card. The answer is what there is: `[{cluster, node, sectors: [{sector, node, head, examples}]}]`.
 */
export function enhanced(section, start) {
  // What the list says is read before anything is added to it.
  const known = clusters();
  return known.map((cluster) => {
    const node = section.querySelector(`[data-cluster="${CSS.escape(cluster.key)}"]`);
    node.querySelector("h2").prepend(el("span", { class: "cluster-disc", "aria-hidden": "true" }, icon(cluster.icon)));
    return { cluster, node, name: wrapped(node.querySelector("h2")), sectors: cluster.sectors.map((sector) => sectorPart(node, sector, start)) };
  });
}

function sectorPart(within, sector, start) {
  const node = within.querySelector(`[data-sector="${CSS.escape(sector.key)}"]`);
  const head = node.querySelector("h3");
  const name = wrapped(head);
  const half = sectorHalf(sector.key);
  head.append(" ", ...halfDisc(half, null, { boven: said.upper_half, onder: said.lower_half }[half] ?? said.either_half));
  head.setAttribute("tabindex", "-1");
  const items = [...node.querySelectorAll("li")];
  return { sector, node, head, name, examples: items.map((item, i) => exampleButton(item, items[i - 1], sector, sector.examples[i], start)) };
}

/** The words of a heading in an element of their own, apart from its drawings. */
function wrapped(head) {
  const text = [...head.childNodes].filter((one) => one.nodeType === Node.TEXT_NODE);
  const inner = el("span", {}, text.map((one) => one.textContent).join("").trim());
  for (const one of text) one.remove();
  head.append(inner);
  return inner;
}

function exampleButton(item, before, sector, text, start) {
  const sign = el("span", { class: "example-sign" }, icon("plus"));
  const name = el("span", {}, text);
  const n = el("span", { class: "example-count" });
  const button = el("button", { type: "button", class: "chip example", "aria-label": fill(said.start, { naam: text }), on: { click: () => start(text, sector, button) } }, sign, name, " ", n);
  const { label } = item.dataset;
  const first = label && before?.dataset.label !== label;
  item.replaceChildren(...[first && el("span", { class: "hint example-label" }, `${label}:`), button].filter(Boolean));
  return { text, item, button, sign, name, n, cards: 0 };
}

/** Say how many cards an example has. */
export function tell(example, cards) {
  if (example.cards === cards) return;
  example.cards = cards;
  const told = cards ? count(said.cards, cards) : "";
  example.sign.replaceChildren(icon(cards ? "tick" : "plus"));
  example.n.textContent = told;
  example.button.classList.toggle("used", cards > 0);
  example.button.setAttribute("aria-label", fill(cards ? said.start_another : said.start, { naam: example.text, kaarten: told }));
}

/** Show what answers to a query, with what answers marked; the answer is how many examples, in how many sectors. */
export function sift(parts, query, keeps) {
  const sum = { examples: 0, sectors: 0 };
  for (const part of parts) {
    const whole = !query || Boolean(found(part.cluster.name, query));
    const shown = part.sectors.filter((one) => siftSector(one, query, whole, keeps(part.cluster, one.sector), sum)).length;
    part.node.hidden = !shown;
    mark(part.name, part.cluster.name, query);
  }
  return sum;
}

function siftSector({ sector, node, name, examples }, query, whole, kept, sum) {
  const all = whole || Boolean(found(sector.name, query));
  let n = 0;
  for (const { text, item, name: place } of examples) {
    item.hidden = !all && !found(text, query);
    if (!item.hidden) n++;
    mark(place, text, query);
  }
  mark(name, sector.name, query);
  node.hidden = !kept || !n;
  if (!node.hidden) {
    sum.examples += n;
    sum.sectors++;
  }
  return !node.hidden;
}

function mark(place, text, query) {
  if (query || place.firstElementChild) place.replaceChildren(...marked(text, query));
}
