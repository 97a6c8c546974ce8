// A field for a municipality: what is typed stays, and whoever chooses one from the list is sure to be understood.

import { count, el, fill, listed, pieces, style } from "../elements/el.js";
import { LIMITS } from "../document/document.js";
import bubbleWords from "../generated/words-bubbles.js";
import frameWords from "../generated/words-frame.js";

const said = bubbleWords.place;
const LEAST = 2;

/** What knows all municipalities: needed with the first letter. */
const places = () => import("./places.js");

/**
 * The field with its label, as an element. `onChoose({nis, name, typed})` is called for a municipality, `onInput(text)` for
 * each letter typed before that. `settles`: a name typed to the end is chosen when the field is left;
 * with `late` also when the names only come after the field itself is gone.
 * `put(text, nis)` on the element takes over what changed elsewhere; `input` is its input.
 */
export function placeField({ id, label, value = "", nis = null, hint = said.hint, labelClass = "label", settles = true, late = false, onChoose = () => {}, onInput = () => {}, attributes = {} }) {
  style("place.css");
  const ids = { list: `${id}-list`, status: `${id}-status`, hint: `${id}-hint` };
  const list = el("ul", { id: ids.list, class: "place-list", role: "listbox", "aria-label": said.list, hidden: true });
  const status = el("p", { id: ids.status, class: "hint place-status", role: "status" });
  const input = el("input", {
    id, type: "text", value, maxlength: LIMITS.letters, role: "combobox", autocomplete: "off", autocapitalize: "words", spellcheck: "false", enterkeyhint: "done",
    "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": ids.list, "aria-describedby": hint ? ids.hint : false, ...attributes,
  });
  const whole = el("div", { class: "field place-field" },
    el("label", { for: id, class: labelClass }, label),
    hint && el("p", { class: "hint", id: ids.hint }, hint),
    el("div", { class: "place-box" }, input, list), status);
  const state = { options: [], query: "", marked: -1, turn: 0, chosen: nis };

  function close() {
    state.turn++;
    state.options = [];
    state.marked = -1;
    list.hidden = true;
    list.replaceChildren();
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function choose(option) {
    close();
    status.replaceChildren();
    const typed = input.value;
    state.chosen = option.nis;
    input.value = option.n;
    onChoose({ nis: option.nis, name: option.n, typed });
  }

  function mark(i) {
    state.marked = i;
    [...list.children].forEach((row, at) => row.setAttribute("aria-selected", String(at === i)));
    const row = list.children[i];
    if (!row) {
      input.removeAttribute("aria-activedescendant");
      return;
    }
    input.setAttribute("aria-activedescendant", row.id);
    row.scrollIntoView({ block: "nearest" });
  }

  function show(options, sure) {
    state.options = options;
    list.replaceChildren(...options.map((option, i) => row(option, `${id}-option-${i}`, () => choose(option))));
    list.hidden = !options.length;
    input.setAttribute("aria-expanded", String(options.length > 0));
    // What is only alike, or may be another, is never taken by a key that was meant for something else.
    mark(sure && options.length ? 0 : -1);
  }

  async function look() {
    const turn = ++state.turn;
    const query = input.value;
    if (query.trim().length < LEAST) {
      close();
      status.replaceChildren();
      return;
    }
    try {
      const { find, nearest } = await places();
      const found = await find(query);
      const options = found.length ? found : await nearest(query);
      if (turn !== state.turn) return;
      state.query = query;
      const asked = Boolean(found[0]?.asked);
      show(options, found.length > 0 && !asked);
      status.replaceChildren(asked ? said.asked : found.length ? count(said.found, found.length) : options.length ? said.nearest : said.none);
    } catch {
      if (turn === state.turn) status.replaceChildren(said.not_loaded);
    }
  }

  async function settle() {
    const text = input.value;
    close();
    if (state.chosen) return;
    const whom = await places().then(({ exact }) => exact(text)).catch(() => null);
    // Typed to the end is chosen too, even if what it was typed in is closed by then.
    if (!whom || !(late || input.isConnected) || input.value !== text || state.chosen) return;
    choose({ nis: whom.nis, n: whom.name });
    if (whom.others.length) status.replaceChildren(fill(said.also, { naam: whom.name, gemeenten: listed(whom.others, frameWords.conjunction) }));
  }

  const keys = {
    ArrowDown: () => (state.options.length ? mark((state.marked + 1) % state.options.length) : look()),
    ArrowUp: () => state.options.length && mark((state.marked <= 0 ? state.options.length : state.marked) - 1),
  };

  function pressed(event) {
    if (event.isComposing) return;
    // Who types on faster than the list comes means what stands there now.
    const marked = state.query === input.value && state.options[state.marked];
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (keys[event.key] && !event.altKey) {
      event.preventDefault();
      keys[event.key]();
    } else if (marked && (event.key === "Enter" || (event.key === "Tab" && !event.shiftKey))) {
      if (event.key === "Enter") event.preventDefault();
      choose(marked);
    } else if (event.key === "Enter") {
      event.preventDefault();
      entered();
    }
  }

  /** Enter before the list has caught up: what it is about to mark is meant, even if the field is left meanwhile. */
  async function entered() {
    const text = input.value;
    const caughtUp = state.query === text || text.trim().length < LEAST;
    const [first] = caughtUp ? [] : await places().then(({ find }) => find(text)).catch(() => []);
    // Who typed on, or chose, while it was looked up has said something else.
    if (!input.isConnected || input.value !== text || state.chosen) return;
    if (first && !first.asked) choose(first);
    else settle();
  }

  input.addEventListener("input", () => {
    state.chosen = null;
    onInput(input.value);
    look();
  });
  input.addEventListener("keydown", pressed);
  input.addEventListener("blur", () => (settles ? settle() : close()));
  // The list must not take the focus from who is typing.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("mousedown", (event) => event.preventDefault());
  whole.input = input;
  whole.put = (text, code = null) => {
    if (input.value === text) return;
    state.chosen = code;
    input.value = text;
  };
  return whole;
}

function row(option, id, act) {
  const why = reason(option);
  return el("li", { id, role: "option", class: "place-option", "aria-selected": "false", on: { click: act } },
    el("span", { class: "place-name" }, option.kind === "name" ? marked(option) : option.n),
    why && el("span", { class: "visually-hidden" }, ", "),
    why && el("span", { class: "hint place-why" }, why));
}

/** Why it is in the list; of the municipality itself nobody asks. */
function reason(option) {
  const values = { naam: marked(option), gemeente: option.n, jaar: option.kind };
  if (option.kind === "name") return option.asked ? fill(said.province, { provincie: option.asked }) : null;
  if (option.kind === "code") return marked(option);
  if (option.kind === "fr") return pieces(said.french, values);
  return pieces(option.kind === "part" ? said.part : said.former, values);
}

function marked({ name, match: [from, to] }) {
  return from === to ? name : [name.slice(0, from), el("b", { class: "match" }, name.slice(from, to)), name.slice(to)];
}
