// The cards in a list. Only what changed is made anew: at each letter that is one card, of however many.

import { searchedIn } from "./card-filters.js";
import { cardDisc, nameOf, sectorName, signs } from "./card-parts.js";
import { el, fill, icon } from "../elements/el.js";
import { menu } from "../frame/frame.js";
import { halfOf } from "../document/network.js";
import said from "../generated/words-cards.js";

/** The list: `{element, show(cards, loose, open, keep), link(id)}`. `actions(card)` are the items of a card's menu. */
export function cardList(actions, follow) {
  const element = el("ul", { class: "card-list" });
  let items = new Map();

  /** Show cards in this order; `loose` is a set of ids, `open` the id of the one in the form, `keep(card, item)` filters. */
  function show(cards, loose, open, keep) {
    const next = new Map();
    for (const card of cards) next.set(card.id, renewed(items.get(card.id), card, loose.has(card.id)));
    items = next;
    const shown = cards.map((card) => items.get(card.id)).filter((item) => keep(item));
    arrange(element, shown.map((item) => item.node));
    for (const item of items.values()) markOpen(item, item.card.id === open);
    return shown.length;
  }

  function renewed(item, card, loose) {
    const key = JSON.stringify([card, halfOf(card)]);
    if (item?.key === key) return Object.assign(item, { loose });
    const node = made(card, actions, follow);
    if (item) replaced(item.node, node);
    return { key, card, loose, node, text: searchedIn(card) };
  }

  return { element, show, link: (id) => items.get(id)?.node.querySelector("a") };
}

/** One in the place of the other; whoever was on it stays on it. */
function replaced(old, node) {
  const inMenu = old.querySelector(".menu").contains(document.activeElement);
  const inside = old.contains(document.activeElement);
  old.replaceWith(node);
  if (inside) node.querySelector(inMenu ? ".menu button" : "a").focus();
}

/** These nodes in this order, and no others; what stands right is not touched. */
function arrange(list, nodes) {
  const wanted = new Set(nodes);
  for (const node of [...list.children]) if (!wanted.has(node)) node.remove();
  nodes.forEach((node, i) => {
    if (list.children[i] !== node) list.insertBefore(node, list.children[i] ?? null);
  });
}

function markOpen({ node }, open) {
  if (node.classList.contains("open") === open) return;
  node.classList.toggle("open", open);
  const link = node.querySelector("a");
  if (open) link.setAttribute("aria-current", "true");
  else link.removeAttribute("aria-current");
}

function made(card, actions, follow) {
  const name = nameOf(card);
  const more = menu(fill(said.menu.label, { naam: name }), () => actions(card.id));
  // A dialog that was opened from here finds its way back, also when the card was drawn anew.
  more.querySelector("button").id = `more-${card.id}`;
  return el("li", { class: "card" },
    el("div", { class: "card-top" },
      card.bij.length > 0 && el("div", { class: "card-signs" }, signs(card)),
      el("h2", { class: "card-name" }, el("a", { href: `#p/${card.id}`, on: { click: (event) => follow(event, card.id) } }, name)),
      more),
    where(card),
    card.idee.trim() && [el("hr", { class: "border" }), el("p", { class: "card-idea" }, card.idee.trim())],
    ticks(card));
}

function where(card) {
  const [place, field] = [card.gemeente.trim(), sectorName(card)];
  const parts = [
    place && el("span", { class: "card-place" }, icon("place"), place),
    (field || halfOf(card)) && el("span", { class: "card-field" }, cardDisc(card), field),
  ].filter(Boolean);
  return parts.length > 0 && el("p", { class: "card-where" }, parts);
}

function ticks(card) {
  const on = [[card.bovenlokaal, said.filters.supralocal], [card.grensverleggend, said.filters.boundary_pushing]].filter(([ticked]) => ticked);
  return on.length > 0 && el("ul", { class: "card-ticks" }, on.map(([, word]) => el("li", {}, icon("tick"), word)));
}
