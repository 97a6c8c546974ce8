// Letters in a PDF: a font goes whole into the file, so what was typed can be looked for, copied and read aloud.

import { bytes } from "./pdf-file.js";

/**
 * A TrueType font, read: `{glyph(letter), advance(glyph), used, tables}`. A glyph of 0 is one that it does not have.
 * What is read is in the specification of OpenType: head, hhea, hmtx, OS/2, and cmap of format 4.
 */
export function font(name, data) {
  const view = new DataView(data);
  const tables = new Map();
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + 16 * i;
    tables.set(String.fromCharCode(...new Uint8Array(data, at, 4)), view.getUint32(at + 8));
  }
  const units = view.getUint16(tables.get("head") + 18);
  const long = view.getUint16(tables.get("hhea") + 34);
  const scaled = (value) => Math.round((value * 1000) / units);
  const letters = characters(view, tables.get("cmap"));
  return {
    name, data, used: new Map(),
    glyph: (letter) => letters.get(letter.codePointAt(0)) ?? 0,
    advance: (glyph) => scaled(view.getUint16(tables.get("hmtx") + 4 * Math.min(glyph, long - 1))),
    box: [36, 38, 40, 42].map((at) => scaled(view.getInt16(tables.get("head") + at))),
    rise: scaled(view.getInt16(tables.get("hhea") + 4)),
    fall: scaled(view.getInt16(tables.get("hhea") + 6)),
    capitals: scaled(view.getInt16(tables.get("OS/2") + 88)),
  };
}

function characters(view, cmap) {
  const found = new Map();
  for (let i = 0; i < view.getUint16(cmap + 2); i++) {
    const at = cmap + view.getUint32(cmap + 8 + 8 * i);
    if (view.getUint16(at) === 4) segments(view, at, found);
  }
  return found;
}

function segments(view, at, found) {
  const wide = view.getUint16(at + 6);
  for (let i = 0; i < wide; i += 2) {
    const [end, start] = [view.getUint16(at + 14 + i), view.getUint16(at + 16 + wide + i)];
    const shift = view.getInt16(at + 16 + 2 * wide + i);
    const where = at + 16 + 3 * wide + i;
    const offset = view.getUint16(where);
    for (let code = start; code <= end && code < 0xffff; code++) {
      const glyph = offset ? view.getUint16(where + offset + 2 * (code - start)) : code;
      if (glyph) found.set(code, (glyph + shift) & 0xffff);
    }
  }
}

/** Whether a font has all letters of a text. */
export const has = ({ glyph }, text) => [...text].every((letter) => glyph(letter) !== 0);

/** How wide a text is, in sizes. */
export const widthOf = ({ glyph, advance }, text) => [...text].reduce((sum, letter) => sum + advance(glyph(letter)), 0) / 1000;

/** A text as the glyphs of a font, in a string of hexadecimal digits. */
export function shown(face, text) {
  const hex = [...text].map((letter) => {
    const glyph = face.glyph(letter);
    face.used.set(glyph, letter);
    return glyph.toString(16).padStart(4, "0");
  });
  return `<${hex.join("")}>`;
}

/** The font in a file: its reference. */
export async function addFont(into, face) {
  const { name, data, used, advance, box, rise, fall, capitals } = face;
  const program = await into.addPacked({ Length1: data.byteLength }, new Uint8Array(data));
  const descriptor = into.add({
    Type: "/FontDescriptor", FontName: `/${name}`, Flags: 32, FontBBox: `[${box.join(" ")}]`, ItalicAngle: 0,
    Ascent: rise, Descent: fall, CapHeight: capitals, StemV: 80, FontFile2: program,
  });
  const widths = [...used.keys()].sort((a, b) => a - b).map((glyph) => `${glyph} [${advance(glyph)}]`);
  const letters = into.add({
    Type: "/Font", Subtype: "/CIDFontType2", BaseFont: "/" + name, CIDToGIDMap: "/Identity", FontDescriptor: descriptor,
    CIDSystemInfo: "<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>", W: `[${widths.join(" ")}]`,
  });
  const map = await into.addPacked({}, bytes(toUnicode(used)));
  return into.add({ Type: "/Font", Subtype: "/Type0", BaseFont: "/" + name, Encoding: "/Identity-H", DescendantFonts: `[${letters}]`, ToUnicode: map });
}

/** Which letters the glyphs are, for whoever copies them (ISO 32000-1, 9.10.3); a hundred at a time, no more. */
function toUnicode(used) {
  const hex = (value) => value.toString(16).padStart(4, "0");
  const lines = [...used].map(([glyph, letter]) => `<${hex(glyph)}> <${letter.split("").map((unit) => hex(unit.charCodeAt(0))).join("")}>`);
  const blocks = Array.from({ length: Math.ceil(lines.length / 100) }, (_, i) => lines.slice(i * 100, i * 100 + 100));
  return [
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Letters def /CMapType 2 def",
    "1 begincodespacerange <0000> <ffff> endcodespacerange",
    ...blocks.flatMap((some) => [some.length + " beginbfchar", ...some, "endbfchar"]),
    "endcmap CMapName currentdict /CMap defineresource pop end end",
  ].join("\n");
}
