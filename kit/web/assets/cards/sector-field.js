// The field for a sector: one of the list, found by its name, its cluster or an example in it; or words of one's own.

import { halfDisc } from "./card-parts.js";
import { clusters, sector, sectors, sectorHalf } from "../document/catalogue.js";
import { count, el, icon, pieces } from "../elements/el.js";
import { LIMITS } from "../document/document.js";
import { found, marked } from "../elements/matching.js";
import { folded } from "../document/network.js";
import cardWords from "../generated/words-cards.js";

const said = cardWords.form;

/**
 * The field with its label, as an element. `onChange({sector, domein})` is called at each letter and each choice.
 * `put(sector, domein)` on the element takes over what changed elsewhere; `input` is its input.
 */
export function sectorField({ id, label, onChange }) {
  const list = el("div", { id: `${id}-list`, class: "sector-list", role: "listbox", "aria-label": said.list, hidden: true });
  const status = el("p", { id: `${id}-status`, class: "hint sector-status", role: "status" });
  const input = el("input", {
    id, type: "text", maxlength: LIMITS.letters, role: "combobox", autocomplete: "off", placeholder: said.sector, enterkeyhint: "done",
    "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id, "aria-describedby": status.id,
  });
  const toggle = el("button", { type: "button", class: "icon-button", tabindex: "-1", "aria-label": said.toggle, on: { click: () => turn() } }, icon("down"));
  const whole = el("div", { class: "field sector-field" },
    el("label", { for: id, class: "label" }, label), el("div", { class: "sector-box" }, input, toggle, list), status);
  const state = { options: [], marked: -1 };

  const isOpen = () => !list.hidden;

  function close() {
    state.options = [];
    state.marked = -1;
    list.hidden = true;
    list.replaceChildren();
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  /** The list: all of it, or what answers to a query. */
  function open(query) {
    const { groups, options } = shown(id, query, choose);
    state.options = options;
    list.replaceChildren(...groups);
    list.hidden = !options.length;
    input.setAttribute("aria-expanded", String(options.length > 0));
    mark(query ? firstByName(options, query) : options.findIndex(({ one }) => one.name === input.value));
  }

  function mark(i) {
    state.marked = i;
    state.options.forEach(({ row }, at) => row.setAttribute("aria-selected", String(at === i)));
    const row = state.options[i]?.row;
    if (!row) {
      input.removeAttribute("aria-activedescendant");
      return;
    }
    input.setAttribute("aria-activedescendant", row.id);
    row.scrollIntoView({ block: "nearest" });
  }

  function choose(one) {
    close();
    input.value = one.name;
    status.replaceChildren();
    onChange({ sector: one.key, domein: "" });
  }

  function turn() {
    if (isOpen()) close();
    else open("");
    input.focus();
  }

  function typed() {
    const text = input.value;
    const one = named(text);
    onChange(one ? { sector: one.key, domein: "" } : { sector: null, domein: text });
    open(text.trim());
    status.replaceChildren(...(text.trim() ? [state.options.length ? count(said.found, state.options.length) : said.own] : []));
  }

  const step = (by) => {
    if (!isOpen()) return open("");
    const n = state.options.length;
    return mark(state.marked < 0 ? (by > 0 ? 0 : n - 1) : (state.marked + by + n) % n);
  };
  const steps = { ArrowDown: 1, ArrowUp: -1 };

  function pressed(event) {
    if (event.isComposing) return;
    const chosen = state.options[state.marked];
    if (event.key === "Escape" && isOpen()) {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (steps[event.key]) {
      event.preventDefault();
      step(steps[event.key]);
    } else if (chosen && (event.key === "Enter" || (event.key === "Tab" && !event.shiftKey))) {
      if (event.key === "Enter") event.preventDefault();
      choose(chosen.one);
    }
  }

  input.addEventListener("input", typed);
  input.addEventListener("keydown", pressed);
  input.addEventListener("click", () => isOpen() || open(""));
  input.addEventListener("blur", () => {
    close();
    status.replaceChildren(...(input.value.trim() && !named(input.value) ? [said.own] : []));
  });
  // The list must not take the focus from who is typing.
  for (const part of [list, toggle]) part.addEventListener("mousedown", (event) => event.preventDefault());
  whole.input = input;
  whole.put = (key, domein) => {
    const text = (key && sector(key)?.name) || domein;
    // Spaces around a name are typed too.
    if (input.value !== text && !(key && named(input.value)?.key === key)) input.value = text;
  };
  return whole;
}

/** The sector that has a name, as it is compared. */
function named(text) {
  const key = folded(text);
  return key ? sectors().find((one) => folded(one.name) === key) ?? null : null;
}

/** What a name begins with is what was meant; what is only found by an example has to be chosen. */
const firstByName = (options, query) => options.findIndex(({ one }) => folded(one.name).startsWith(folded(query)));

function shown(id, query, choose) {
  const options = [];
  const groups = clusters().map((cluster, i) => {
    const answers = cluster.sectors.map((one) => answer(one, query)).filter(Boolean);
    const rows = answers.map(({ one, example }) => {
      const row = option(`${id}-option-${options.length}`, one, example, query, choose);
      options.push({ one, row });
      return row;
    });
    const head = `${id}-cluster-${i}`;
    return rows.length && el("div", { role: "group", "aria-labelledby": head },
      el("div", { id: head, class: "sector-cluster", role: "presentation", "data-tone": cluster.tone }, icon(cluster.icon), cluster.name), rows);
  });
  return { groups: groups.filter(Boolean), options };
}

function answer(one, query) {
  if (!query || found(one.name, query) || found(one.cluster.name, query)) return { one };
  const example = one.examples.find((name) => found(name, query));
  return example ? { one, example } : null;
}

function option(id, one, example, query, choose) {
  return el("div", { id, role: "option", class: "sector-option", "aria-selected": "false", on: { click: () => choose(one) } },
    halfDisc(sectorHalf(one.key), one.cluster.tone, ""),
    el("span", {}, el("span", { class: "sector-name" }, marked(one.name, query)),
      example && el("span", { class: "visually-hidden" }, ", "),
      example && el("span", { class: "hint sector-why" }, pieces(said.example, { voorbeeld: marked(example, query) }))));
}
