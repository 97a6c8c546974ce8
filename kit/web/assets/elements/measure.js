// How wide words are, and how a name is broken over lines.

const context = document.createElement("canvas").getContext("2d");

/** The width of a text in px. `font` as in CSS: `600 15px Poppins`. */
export function textWidth(text, font) {
  context.font = font;
  return context.measureText(text).width;
}

/** A name over lines of at most so many px: after a hyphen or a space, and only where it must. */
export function brokenName(name, font, width) {
  const parts = name.split(/(?<=-)|(?<= )/u);
  const lines = [];
  for (const part of parts) {
    const longer = (lines.at(-1) ?? "") + part;
    if (lines.length && textWidth(longer.trimEnd(), font) <= width) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines.map((line) => line.trimEnd());
}

/** The same, with lines as even as they can be, on as few as it takes. */
export function evenName(name, font, width) {
  const lines = brokenName(name, font, width);
  if (lines.length < 2) return lines;
  let [narrow, wide] = [width / 2, width];
  while (wide - narrow > 2) {
    const middle = (narrow + wide) / 2;
    if (brokenName(name, font, middle).length > lines.length) narrow = middle;
    else wide = middle;
  }
  return brokenName(name, font, wide);
}
