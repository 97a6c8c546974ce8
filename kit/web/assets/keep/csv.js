// The cards as a table that a spreadsheet opens with a double click. Pure.

/** A mark by which a spreadsheet knows the letters, semicolons as Excel here wants them, and lines that end as its own do. */
const MARK = "\uFEFF";
const BETWEEN = ";";
const END = "\r\n";

/**
 * The text of the file. `said`: its words, `{columns, yes, no, limit, strength}`; `sectorName(key)`: what a sector is called.
 * The columns are in the order of the card on paper.
 */
export function table(cards, said, sectorName) {
  const { columns } = said;
  const heads = [columns.name, columns.municipality, columns.sector, columns.over_local, columns.over_border, columns.idea, columns.belongs, columns.who, columns.when];
  const answer = (value) => (value ? said.yes : said.no);
  const belongs = { beperking: said.limit, sterkte: said.strength };
  const rows = cards.map((card) => [
    card.naam, card.gemeente, (card.sector && sectorName(card.sector)) || card.domein, answer(card.bovenlokaal), answer(card.grensverleggend),
    card.idee, card.bij.map((one) => belongs[one]).join(", "), card.wie, card.wanneer,
  ]);
  return MARK + [heads, ...rows].map((row) => row.map(cell).join(BETWEEN) + END).join("");
}

/**
 * A cell. What a spreadsheet would take for a formula gets an apostrophe: nobody's text may run on somebody's machine.
 * The signs of full width count as well: Excel in Japanese and Chinese takes them for the others.
 */
export function cell(text) {
  const safe = /^(?:[\t\r\n]|\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/.test(text) ? `'${text}` : text;
  const lines = safe.replace(/\r\n?/g, "\n");
  return /[";\n\t]|^\s|\s$/.test(lines) ? `"${lines.replaceAll('"', '""')}"` : lines;
}
