// The cards that lie in no bubble, each with why, and with what to do about it.

import { addBubble, nameOf } from "./bubble-acts.js";
import { cardLink, cardMenu, domainOf } from "./bubble-parts.js";
import { el, fill, icon, pieces } from "../elements/el.js";
import { isLooking } from "../document/store.js";
import said from "../generated/words-bubbles.js";

/** The tray, also when nothing lies in it: cards can be put back. `more` stands beside its heading. */
export function tray(view, more = null) {
  const { loose } = view;
  return el("section", { class: "tray", "data-drop": "tray", "aria-labelledby": "tray-head" },
    el("div", { class: "tray-top" },
      el("h2", { class: "small tray-head", id: "tray-head", tabindex: "-1" }, said.loose, loose.length > 0 && el("span", { class: "tray-count" }, " ", loose.length)),
      more),
    el("p", { class: "hint" }, hint(view)),
    el("ul", { class: "tray-cards" }, loose.map((one) => looseCard(one, view))));
}

function hint({ loose, doc }) {
  if (!doc.kaarten.length) return said.no_cards;
  if (!loose.length) return said.none_loose;
  const more = el("span", { class: "tray-more" }, icon("more"), el("span", { class: "visually-hidden" }, said.more));
  return pieces(said.loose_hint, { meer: more, zet: el("b", {}, said.loose_hint_choice) });
}

function looseCard({ card, why }, view) {
  return el("li", { class: "loose-card", "data-card": card.id },
    el("span", { class: "grip", "aria-hidden": "true" }, icon("grip")),
    el("div", { class: "loose-words" },
      el("p", { class: "loose-name" }, cardLink(card)),
      el("p", { class: "hint" }, about(card)),
      isLooking() ? null : cure(card, why, view)),
    cardMenu(card, view));
}

/** Where and what, on one line. */
export const about = (card) => [card.gemeente.trim() || said.no_municipality, domainOf(card)].filter(Boolean).join(" · ");

function cure(card, why, view) {
  const link = (text, act) => el("button", { type: "button", class: "cure", "data-key": `cure-${card.id}`, "aria-label": `${text}: ${nameOf(card)}`, on: { click: act } }, text);
  const typed = card.gemeente.trim();
  if (why === "elsewhere") {
    return el("p", { class: "loose-why" }, fill(said.elsewhere, { gemeente: typed || card.nis }), " ", link(said.elsewhere_cure, () => addBubble({ nis: card.nis, name: typed || card.nis }, view.sheet)));
  }
  if (why === "either") return el("p", { class: "loose-why" }, link(said.either_cure, () => view.askPlace(card, card.nis)));
  return typed ? el("p", { class: "loose-why" }, said.unknown_place, " ", link(said.unknown_cure, () => view.askPlace(card))) : null;
}
