// Canvas 1 and 2 on paper, with what was typed on their lines.

import { fill } from "./el.js";
import kit from "./kit.js";
import { cardName, sectorName } from "./paper-cards.js";
import { foot, page, sheetOf, tick, write } from "./paper-page.js";
import places from "./paper/places.js";
import words from "./words.js";

const said = words.paper;

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
  const { who, where, what } = words.sheets.c1;
  for (const [place, text, { head }] of [["who", wie, who], ["where", waar, where], ["what", wat, what]]) write(into, task, here[place], text, head);
  for (const [kind, texts] of [["strength", sterktes], ["limit", beperkingen]]) {
    texts.forEach((text, i) => write(into, task, here[`${kind}-${i + 1}`], text, fill(said.fields[kind], { n: i + 1 })));
  }
}

function two(into, task, { places: here, ticks }) {
  const { from_limit, from_strength, combine, ideas, onward } = words.sheets.c2;
  [from_limit, from_strength].forEach(({ head }, i) => {
    const done = task.document.canvas2[i];
    const put = (name, text, veld) => write(into, task, here[`${i + 1}-${name}`], text, fill(said.fields.exercise, { oefening: head, veld }));
    put("start", done.vertrekpunt, said.fields.start);
    done.partners.forEach((id, n) => put(`partner-${n + 1}`, partnerText(task, id), combine.partners[n]));
    put("idea", done.idee, ideas.head);
    table(task, done.verder, { into, ticks, put: (name, text) => put(name, text, onward.head), row: (n) => `${i + 1}-row-${n}` }, here, head, onward.head);
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
  const rows = chosen.filter((_, i) => here[`${row(i + 1)}-name`] || !here[`${row(1)}-name`]);
  rows.forEach((one, i) => {
    put(`${row(i + 1).slice(2)}-name`, cardName(one));
    put(`${row(i + 1).slice(2)}-municipality`, one.gemeente);
    put(`${row(i + 1).slice(2)}-sector`, sectorName(one));
    if (one.bovenlokaal && ticks[`${row(i + 1)}-supralocal`]) tick(into, ticks[`${row(i + 1)}-supralocal`]);
    if (one.grensverleggend && ticks[`${row(i + 1)}-boundary-pushing`]) tick(into, ticks[`${row(i + 1)}-boundary-pushing`]);
  });
  const left = chosen.slice(rows.length).map((one) => [cardName(one), one.gemeente, sectorName(one)].filter(Boolean).join(", "));
  if (left.length) task.rest.push({ name: fill(said.fields.exercise, { oefening: exercise, veld: name }), text: left.join("\n") });
}
