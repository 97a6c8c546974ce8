// The sheets as a PDF that this page makes itself: the same drawings, at their size, whatever a browser's own window does.

import { addFont, font, has, shown, widthOf } from "./pdf-font.js";
import { colour, drawn } from "./pdf-drawing.js";
import { bytes, file, num, text } from "./pdf-file.js";

const POINTS = 72 / 25.4;
const CUTS = { "Fira Sans 400": "fira-sans-400", "Fira Sans 600": "fira-sans-600", "Poppins 600": "poppins-600" };
/** Dots in a mm of what no font here has: an emoji, another script. */
const DOTS = 24;

let faces = null;

/** Pages, in the page as they are printed, as a file: a `Blob`. `titles` are of the whole and of its language. */
export async function pdfOf(pages, { title, language }) {
  faces ??= loaded();
  faces.catch(() => { faces = null; });
  const known = await faces;
  const into = file();
  const tree = into.place();
  const images = await pictures(pages);
  const drawings = pages.map((page) => drawing(page.querySelector("svg.paper-sheet"), known, images));
  const fonts = {};
  for (const [i, face] of [...known.values()].entries()) if (face.used.size) fonts[`F${i}`] = await addFont(into, face);
  const some = (named) => `<<${Object.entries(named).map(([name, ref]) => `/${name} ${ref}`).join(" ")}>>`;
  const kids = [];
  for (const { width, height, content, dots } of drawings) {
    const seen = {};
    for (const [name, picture] of dots) seen[name] = await addPicture(into, picture);
    const stream = await into.addPacked({}, bytes(content));
    kids.push(into.add({
      Type: "/Page", Parent: into.ref(tree), MediaBox: `[0 0 ${num(width * POINTS)} ${num(height * POINTS)}]`,
      Resources: `<</Font ${some(fonts)} /XObject ${some(seen)}>>`, Contents: stream,
    }));
  }
  into.add({ Type: "/Pages", Kids: `[${kids.join(" ")}]`, Count: kids.length }, null, tree);
  const root = into.add({ Type: "/Catalog", Pages: into.ref(tree), Lang: text(language), ViewerPreferences: "<</DisplayDocTitle true /PrintScaling /None>>" });
  for (const face of known.values()) face.used.clear();
  return into.whole(root, into.add({ Title: text(title) }));
}

async function loaded() {
  const each = Object.entries(CUTS).map(async ([name, cut]) => {
    const answer = await fetch(new URL(`fonts/${cut}.ttf`, import.meta.url));
    if (!answer.ok) throw new Error(`${cut}: ${answer.status}`);
    return [name, font(cut, await answer.arrayBuffer())];
  });
  return new Map(await Promise.all(each));
}

function drawing(sheet, known, images) {
  const { width, height } = sheet.viewBox.baseVal;
  const dots = new Map();
  const put = (picture, x, y, wide, high) => {
    const name = `I${dots.size}`;
    dots.set(name, picture);
    return `q ${num(wide)} 0 0 ${num(-high)} ${num(x)} ${num(y + high)} cm /${name} Do Q\n`;
  };
  const tools = {
    texts: (node, pen) => written(node, pen, known, put),
    images: (node) => put(images.get(node), ...["x", "y", "width", "height"].map((name) => Number(node.getAttribute(name)))),
  };
  const k = num(POINTS);
  return { width, height, dots, content: `${k} 0 0 -${k} 0 ${num(height * POINTS)} cm\n${drawn(sheet, tools)}` };
}

/** A line of text in a font; in dots where no font here has all of its letters. */
function written(node, pen, known, put) {
  const style = getComputedStyle(node);
  const name = `${style.fontFamily.split(",")[0].replaceAll(/["']/g, "")} ${style.fontWeight}`;
  const face = known.get(name);
  const [x, y, size] = ["x", "y", "font-size"].map((key) => Number(node.getAttribute(key)));
  const shift = { middle: 0.5, end: 1 }[node.getAttribute("text-anchor")] ?? 0;
  const said = node.textContent;
  if (!has(face, said)) return asDots(said, { x, y, size, shift, fill: style.fill, font: `${style.fontWeight} ${size * DOTS}px ${style.fontFamily}` }, put);
  const left = x - shift * widthOf(face, said) * size;
  return `BT /F${[...known.keys()].indexOf(name)} ${num(size)} Tf ${colour(pen.fill, "rg")}1 0 0 -1 ${num(left)} ${num(y)} Tm ${shown(face, said)} Tj ET\n`;
}

function asDots(said, { x, y, size, shift, fill, font: letters }, put) {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  context.font = letters;
  const wide = context.measureText(said).width;
  [canvas.width, canvas.height] = [Math.ceil(wide) + 2, Math.ceil(size * DOTS * 1.5)];
  Object.assign(context, { font: letters, fillStyle: fill });
  context.fillText(said, 0, size * DOTS * 1.1);
  const picture = context.getImageData(0, 0, canvas.width, canvas.height);
  return put(picture, x - (shift * wide) / DOTS, y - size * 1.1, canvas.width / DOTS, canvas.height / DOTS);
}

/** The pictures in the drawings (logos that are of dots), by their elements. */
async function pictures(pages) {
  const found = new Map();
  const all = pages.some((page) => page.querySelector("svg")) ? document.querySelectorAll("#paper image") : [];
  for (const node of all) {
    const [, kind, data] = /^data:([^;]+);base64,(.*)$/.exec(node.getAttribute("href"));
    const map = await createImageBitmap(new Blob([bytes(atob(data))], { type: kind }));
    const canvas = Object.assign(document.createElement("canvas"), { width: map.width, height: map.height });
    canvas.getContext("2d").drawImage(map, 0, 0);
    found.set(node, canvas.getContext("2d").getImageData(0, 0, map.width, map.height));
  }
  return found;
}

async function addPicture(into, { data, width, height }) {
  const size = { Type: "/XObject", Subtype: "/Image", Width: width, Height: height, BitsPerComponent: 8 };
  const [dots, cover] = [new Uint8Array(width * height * 3), new Uint8Array(width * height)];
  for (let i = 0; i < cover.length; i++) {
    dots.set(data.subarray(4 * i, 4 * i + 3), 3 * i);
    cover[i] = data[4 * i + 3];
  }
  const mask = await into.addPacked({ ...size, ColorSpace: "/DeviceGray" }, cover);
  return into.addPacked({ ...size, ColorSpace: "/DeviceRGB", SMask: mask }, dots);
}
