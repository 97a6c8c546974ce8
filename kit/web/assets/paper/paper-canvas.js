// Canvas 1 and 2 on paper, with what was typed on their lines.

import { fill } from "../elements/el.js";
import { ideas as ideasOf } from "../document/document.js";
import kit from "../generated/kit.js";
import { cardName, sectorName } from "./paper-cards.js";
import { foot, keep, page, sheetOf, tick, write } from "./paper-page.js";
import places from "../generated/paper/places.js";
import said from "../generated/words-paper.js";
import sheetC1 from "../generated/words-sheet-c1.js";
import sheetC2 from "../generated/words-sheet-c2.js";

/** The pages of a canvas: one on A3, those of its A4 form otherwise. */
export function canvas(key, task) {
  const names = Object.keys(places.sheets).filter((name) => name.startsWith(`${key}-${task.paper}`));
  return names.map((name) => {
    const made = page(name, [name], kit.titles[key]);
    (key === "c1" ? one : two)(sheetOf(made), task, places.sheets[name]);
    foot(sheetOf(made), task, name);
    return made;
  });
}

function one(into, task, { places: here }) {
  const { wie, waar, wat, sterktes, beperkingen } = task.document.canvas1;
  const { who, where, what } = sheetC1;
  for (const [place, text, { head }] of [["who", wie, who], ["where", waar, where], ["what", wat, what]]) write(into, task, here[place], text, head);
  for (const [kind, texts] of [["strength", sterktes], ["limit", beperkingen]]) {
    texts.forEach((text, i) => write(into, task, here[`${kind}-${i + 1}`], text, fill(said.fields[kind], { n: i + 1 })));
  }
}

function two(into, task, { places: here, ticks }) {
  const { from_limit, from_strength, combine, ideas, onward } = sheetC2;
  [from_limit, from_strength].forEach(({ head }, i) => {
    const done = task.document.canvas2[i];
    const put = (name, text, veld) => write(into, task, here[name], text, fill(said.fields.exercise, { oefening: head, veld }));
    put(`${i + 1}-start`, done.vertrekpunt, said.fields.start);
    done.partners.forEach((id, n) => put(`${i + 1}-partner-${n + 1}`, partnerText(task, id), combine.partners[n]));
    ideasOf(done).forEach((text, n) => put(`${i + 1}-idea-${n + 1}`, text, fill(said.fields.combination, { veld: ideas.head, n: n + 1 })));
    const row = (n) => `${i + 1}-row-${n}`;
    table(task, done.verder, { into, ticks, row, put: (at, column, text) => put(`${at}-${column}`, text, onward.head) }, here, head, onward.head);
  });
}

const card = (task, id) => task.document.kaarten.find((one) => one.id === id);

function partnerText(task, id) {
  const found = card(task, id);
  return found ? cardName(found) : "";
}

/** Who one goes on with, a row each; more than there are rows go behind. */
function table(task, ids, { into, ticks, put, row }, here, exercise, name) {
  const chosen = ids.map((id) => card(task, id)).filter(Boolean);
  const rows = chosen.filter((_, i) => `${row(i + 1)}-name` in here);
  rows.forEach((one, i) => {
    const at = row(i + 1);
    for (const [column, text] of [["name", cardName(one)], ["municipality", one.gemeente], ["sector", sectorName(one)]]) put(at, column, text);
    if (one.bovenlokaal) tick(into, ticks[`${at}-supralocal`]);
    if (one.grensverleggend) tick(into, ticks[`${at}-boundary-pushing`]);
  });
  // On A4 the rows of the other exercise are on the other sheet.
  if (!(`${row(1)}-name` in here)) return;
  const left = chosen.slice(rows.length).map((one) => [cardName(one), one.gemeente, sectorName(one)].filter(Boolean).join(", "));
  if (left.length) keep(task, fill(said.fields.exercise, { oefening: exercise, veld: name }), left.join("\n"));
}
