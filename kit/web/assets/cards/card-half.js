// The line on a card that says where it comes on the bubble sheet, and changes that.

import { halfDisc } from "./card-parts.js";
import { el, fill } from "../elements/el.js";
import { announce, changeAndTell } from "../frame/frame.js";
import { halfOf } from "../document/network.js";
import { current, isLooking } from "../document/store.js";
import cardWords from "../generated/words-cards.js";

const said = cardWords.form;
const OTHER = { boven: "onder", onder: "boven" };

/** The line, as an element with `show(card, codes)`. `write(recipe)` changes the card; `codes` are the bubbles on the sheet. */
export function halfLine(write) {
  const disc = el("span", { class: "half-sign" });
  const text = el("span", {});
  const swap = button(said.swap, "text-link half-swap", () => put(OTHER[halfOf(state.card)]));
  const upper = button(said.to_upper, "chip", () => put("boven"));
  const lower = button(said.to_lower, "chip", () => put("onder"));
  upper.prepend(...halfDisc("boven", null, ""));
  lower.prepend(...halfDisc("onder", null, ""));
  const add = button(said.add_bubble, "text-link half-swap", () => addBubble(state.card));
  const whole = el("div", { class: "half-line" }, disc, text, swap, add, el("span", { class: "half-choice" }, upper, lower));
  const state = { card: null };

  function put(half) {
    // What its sector says already need not be said twice: then it goes along when the sector changes.
    write((card) => {
      card.helft = null;
      if (halfOf(card) !== half) card.helft = half;
    });
    announce(text.textContent);
    swap.focus();
  }

  whole.show = (card, codes) => {
    state.card = card;
    const half = halfOf(card);
    const named = Boolean(card.sector || card.domein.trim() || card.nis);
    const homeless = Boolean(codes.length && card.nis && !codes.includes(card.nis));
    disc.replaceChildren(...halfDisc(half, null, ""));
    text.replaceChildren(homeless ? fill(said.no_bubble, card) : half ? told(half, card) : said.choose);
    whole.hidden = !(half || named);
    swap.hidden = !half || homeless || isLooking();
    add.hidden = !homeless || isLooking();
    upper.parentElement.hidden = Boolean(half) || homeless || isLooking();
  };
  return whole;
}

const button = (text, className, act) => el("button", { type: "button", class: className, on: { click: act } }, text);

function told(half, { nis, gemeente }) {
  const [known, plain] = half === "boven" ? [said.upper_of, said.upper] : [said.lower_of, said.lower];
  return nis ? fill(known, { gemeente }) : plain;
}

function addBubble({ nis, gemeente }) {
  if (current().bollen.midden === nis) return;
  changeAndTell(({ bollen }) => {
    bollen.weg = bollen.weg.filter((one) => one !== nis);
    if (!bollen.erbij.includes(nis)) bollen.erbij.push(nis);
  }, fill(said.bubble_added, { gemeente }));
}
