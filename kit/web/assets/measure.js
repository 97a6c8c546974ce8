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
