// Canvas 1: who you are in a big bubble, strengths and limits hanging on it.

import { arrivalNote, closeNote, noteWords } from "../frame/arrival.js";
import { clear, el, fill, icon, style, svg } from "../elements/el.js";
import { LIMITS, withoutLastBlanks } from "../document/document.js";
import { grow, nextLink } from "../frame/frame.js";
import { heading } from "../elements/heading.js";
import { change, current, isLooking } from "../document/store.js";
import said from "../generated/words-canvas-1.js";
import sheet from "../generated/words-sheet-c1.js";
import stepWords from "../generated/words-steps.js";

const QUESTIONS = [["wie", "who"], ["waar", "where"], ["wat", "what"]];
const COLUMNS = {
  sterktes: { kind: "strength", sign: "sun", name: said.strengths, hint: sheet.strengths.questions, one: said.one_strength, add: said.add_strength, label: said.strength_of },
  beperkingen: { kind: "limit", sign: "cloud", name: said.limits, hint: sheet.limits.questions, one: said.one_limit, add: said.add_limit, label: said.limit_of },
};
const FIRST_ANGLE = -50;
const ANGLE = 21;

let view = null;

/** Show the canvas in its section. */
export async function show(live) {
  await style("canvas-1.css");
  if (view?.live === live && live.firstChild) return;
  clear(live);
  view = { live, fields: {}, boxes: {}, adds: {}, jumps: {} };
  live.append(whole());
  view.watch = new ResizeObserver(() => requestAnimationFrame(drawLinks));
  view.watch.observe(view.root);
  update(current());
}

/** The document changed: fields that say something else take it over; that with the caret said it itself. */
export function update(document) {
  if (!view) return;
  const { canvas1 } = document;
  for (const [key, field] of Object.entries(view.fields)) put(field, canvas1[key]);
  for (const [key, boxes] of Object.entries(view.boxes)) {
    boxes.forEach((field, i) => put(field, canvas1[key][i] ?? ""));
    showBoxes(key);
  }
  showJumps();
  drawLinks();
}

/** Another sheet is shown. */
export function leave() {
  view?.watch.disconnect();
  view = null;
}

function put(field, text) {
  if (field.value !== text) {
    field.value = text;
    field.dispatchEvent(new Event("fit"));
  }
  field.readOnly = isLooking();
}

function whole() {
  view.links = svg("svg", { class: "c1-links", "aria-hidden": "true" });
  view.root = el("div", { class: "c1" }, head(), view.links, you(), column("sterktes"), column("beperkingen"), nextLink("b"));
  return view.root;
}

function head() {
  const note = arrivalNote("c1", noteWords(said.arrival));
  return el("div", { class: "c1-head" },
    heading([el("span", { class: "narrow" }, said.title), el("span", { class: "wide" }, said.title_wide)], { "data-title": said.title }),
    el("div", { class: note ? "c1-lead with-note" : "c1-lead" },
      note,
      el("p", { class: "lead" }, el("span", { class: "narrow" }, said.lead), el("span", { class: "wide" }, said.lead_wide)),
      jumps()));
}

function jumps() {
  const jump = (key, sign, ...text) => {
    view.jumps[key] = el("span", {}, ...text);
    return el("li", {}, el("button", { type: "button", class: "chip jump", on: { click: () => goTo(key) } }, sign, view.jumps[key]));
  };
  view.tick = el("span", { class: "jump-tick" });
  return el("ul", { class: "jumps", "aria-label": said.jumps }, jump("you", view.tick), jump("sterktes", icon("sun", "sun")), jump("beperkingen", icon("cloud", "cloud")));
}

function goTo(key) {
  const field = key === "you" ? view.fields.wie : view.boxes[key][0];
  field.closest("section").scrollIntoView({ block: "start" });
  field.focus({ preventScroll: true });
}

function showJumps() {
  const { wie, wat, ...columns } = current().canvas1;
  const done = wie.trim() && wat.trim();
  view.tick.replaceChildren(...(done ? [icon("tick")] : []));
  view.jumps.you.replaceChildren(el("b", {}, stepWords[0].digit), " ", said.you);
  for (const key of Object.keys(COLUMNS)) {
    const n = columns[key].filter((text) => text.trim()).length;
    view.jumps[key].replaceChildren(n ? `${COLUMNS[key].name} ${n}` : COLUMNS[key].name);
  }
}

function you() {
  const { digit, label } = stepWords[0];
  view.bubble = el("div", { class: "big-bubble own" },
    el("span", { class: "disc step-disc", "aria-hidden": "true" }, digit),
    el("p", { class: "label" }, label),
    QUESTIONS.map(([key, name]) => question(key, sheet[name])));
  return el("section", { class: "c1-you", "aria-label": `${label}: ${said.you}` }, view.bubble);
}

function question(key, { head: asked, hint }) {
  const field = text({ id: `c1-${key}`, rows: key === "wat" ? 3 : 1, "aria-describedby": `c1-${key}-note` });
  view.fields[key] = field;
  const note = el("p", { class: "hint field-note", id: `c1-${key}-note` });
  field.addEventListener("input", () => {
    write((canvas) => { canvas[key] = field.value; });
    check(key, field, note);
  });
  return el("div", { class: `field centred ${key}` },
    el("label", { for: field.id }, el("span", { class: "asked" }, asked), el("span", { class: "visually-hidden" }, " "), el("span", { class: "hint" }, hint)),
    field, note);
}

function text(attributes) {
  return grow(el("textarea", { maxlength: LIMITS.letters, autocomplete: "off", ...attributes }));
}

function write(recipe) {
  if (change((draft) => recipe(draft.canvas1))) dropNote();
}

function dropNote() {
  const note = view.live.querySelector(".arrival");
  if (!note) return;
  closeNote("c1");
  note.parentElement.classList.remove("with-note");
  note.remove();
}

/** Whether it fits on paper is told below the field, and never in the way of who types. */
async function check(key, field, note) {
  let fits = null;
  try {
    fits = await import("../paper/paper-fit.js");
  } catch {
    // Without a network, at a first visit: then the paper itself tells.
  }
  note.textContent = fits?.tooLong(key, field.value) ? said.too_long : "";
}

function column(key) {
  const { kind, sign, name, hint, add } = COLUMNS[key];
  const { digit, label } = stepWords[1];
  const list = el("ol", { class: "boxes" });
  view.boxes[key] = [];
  for (let i = 0; i < LIMITS.boxes; i++) list.append(box(key, i));
  view.adds[key] = el("button", { type: "button", class: "text-link add", on: { click: () => addBox(key) } }, icon("plus"), el("span", {}, add));
  return el("section", { class: `c1-column ${kind}`, "aria-labelledby": `c1-${key}-head` },
    el("div", { class: "column-head" },
      el("span", { class: "disc", "aria-hidden": "true" }, digit, el("span", { class: "sign" }, icon(sign))),
      el("div", {},
        el("p", { class: "label" }, label),
        el("h2", { id: `c1-${key}-head` }, name),
        el("p", { class: "hint" }, hint))),
    list, view.adds[key]);
}

function box(key, i) {
  const { kind, label } = COLUMNS[key];
  const note = el("p", { class: "hint field-note", id: `c1-${key}-${i}-note` });
  const field = text({ rows: 1, "aria-label": fill(label, { n: i + 1, totaal: LIMITS.boxes }), "aria-describedby": note.id, enterkeyhint: "next" });
  field.addEventListener("input", () => {
    write((canvas) => { canvas[key] = withoutLastBlanks(view.boxes[key].map((one) => one.value)); });
    check(key, field, note);
    showBoxes(key);
  });
  field.addEventListener("keydown", (event) => step(event, key, i));
  view.boxes[key].push(field);
  const dashes = kind === "limit" && svg("svg", { class: "dashes", "aria-hidden": "true" }, svg("rect", { rx: 14 }));
  return el("li", { class: `box ${kind}` }, dashes, field, note);
}

/** Enter goes on, Backspace in an empty box goes back. */
function step(event, key, i) {
  if (event.isComposing) return;
  if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    reveal(key, i + 1);
    (view.boxes[key][i + 1] ?? after(key)).focus();
  } else if (event.key === "Backspace" && event.target.value === "" && i > 0) {
    event.preventDefault();
    view.boxes[key][i - 1].focus();
  }
}

const after = (key) => (key === "sterktes" ? view.boxes.beperkingen[0] : view.root.querySelector(".next-link"));

function addBox(key) {
  const next = view.boxes[key].find((field) => field.closest("li").classList.contains("spare"));
  if (!next) return;
  reveal(key, view.boxes[key].indexOf(next));
  next.focus();
}

function reveal(key, i) {
  const field = view.boxes[key][i];
  if (!field) return;
  field.dataset.open = "";
  showBoxes(key);
}

/** Narrow screens show what is filled in and one more; all six where there is room: that is up to CSS. */
function showBoxes(key) {
  const boxes = view.boxes[key];
  const last = boxes.findLastIndex((field) => field.value.trim() || "open" in field.dataset || field === document.activeElement);
  const shown = Math.max(last + 1, boxes.findLastIndex((field) => field.value.trim()) + 2, 1);
  const firstEmpty = boxes.findIndex((field) => !field.value.trim());
  boxes.forEach((field, i) => {
    field.closest("li").classList.toggle("spare", i >= shown);
    field.placeholder = i === firstEmpty ? COLUMNS[key].one : "";
  });
  view.adds[key].hidden = shown >= LIMITS.boxes;
  drawLinks();
}

/** From the middle of each box's inner edge to the bubble: hollow ends where a box is empty. Drawn where CSS shows them. */
function drawLinks() {
  if (!view || getComputedStyle(view.links).display === "none") return;
  const origin = view.root.getBoundingClientRect();
  const round = view.bubble.getBoundingClientRect();
  const at = (x, y) => [x - origin.left, y - origin.top];
  const r = round.width / 2 - 2;
  const stretched = round.height - round.width;
  const lines = [];
  for (const [key, boxes] of Object.entries(view.boxes)) {
    const left = key === "sterktes";
    boxes.forEach((field, i) => {
      const edge = field.closest("li").getBoundingClientRect();
      const angle = ((FIRST_ANGLE + ANGLE * i) * Math.PI) / 180;
      const down = r * Math.sin(angle);
      // A bubble that is stretched has straight sides below its middle: the ends stay beside their boxes.
      const beyond = down > 0 ? Math.max(0, down - stretched) : down;
      const x = round.left + round.width / 2 + (left ? -1 : 1) * Math.sqrt(r * r - beyond * beyond);
      const y = round.top + round.width / 2 + down;
      lines.push(link(at(left ? edge.right - 1 : edge.left + 1, edge.top + edge.height / 2), at(x, y), COLUMNS[key].kind, field.value.trim() !== ""));
    });
  }
  view.links.replaceChildren(...lines);
}

function link([x1, y1], [x2, y2], kind, filled) {
  const node = (cx, cy) => svg("circle", { cx, cy, r: 7 });
  return svg("g", { class: `c1-link ${kind}${filled ? " filled" : ""}` }, svg("path", { d: `M${x1} ${y1}L${x2} ${y2}` }), node(x1, y1), node(x2, y2));
}
