// What is saved: one document. Pure: nothing here knows the browser.
// The keys are those of the file on disk, which its owner may read; they are never shown.

export const FORMAT = "bouw-je-netwerk-uit";
export const VERSION = 1;

export const LIMITS = Object.freeze({ bytes: 1_000_000, cards: 500, letters: 2000, boxes: 6, partners: 3, combinations: 3, bubbles: 600 });

const CARD_TEXTS = ["naam", "gemeente", "domein", "idee", "wie", "wanneer"];
const HALVES = ["boven", "onder"];
const EXERCISES = ["beperking", "sterkte"];

/** A document in which nothing is filled in. */
export function empty() {
  return {
    formaat: FORMAT,
    versie: VERSION,
    inhoud: "",
    gewijzigd: "",
    canvas1: { wie: "", waar: "", wat: "", sterktes: [], beperkingen: [] },
    bollen: { midden: null, erbij: [], weg: [] },
    kaarten: [],
    canvas2: [exercise(), exercise()],
    draaiboek: [],
  };
}

function exercise() {
  return { vertrekpunt: "", partners: [null, null, null], idee: "", ideeen: ["", ""], verder: [] };
}

/** What the partners could do together, an idea for each combination: before there were several, there was one. */
export const ideas = ({ idee, ideeen }) => [idee, ...ideeen];

/** A card without a letter in it. */
export function blankCard(id, fields = {}) {
  return {
    id, naam: "", gemeente: "", nis: null, sector: null, domein: "", helft: null,
    bovenlokaal: false, grensverleggend: false, bij: [], idee: "", wie: "", wanneer: "", ...fields,
  };
}

/** Whether nothing was written on a card: then it vanishes. Where it lies does not count. */
export function isBlank(card) {
  return ["naam", "idee", "wie", "wanneer"].every((key) => !card[key].trim());
}

const HIGHEST_ID = 999_999_999;
/** Two tabs that make a card at once, without having heard of each other, must not give both one name: each begins elsewhere. */
const APART = 10_000;
let highest = 0;
let last = 0;

/** A name for a new card that no card has, nor had on this page: one that was deleted can still come back. */
export function nextId(doc) {
  const used = doc.kaarten.map((card) => Number(card.id.slice(1)));
  last ||= Math.max(highest, ...used) + Math.floor(Math.random() * APART);
  // A file may hold the highest number there is.
  do last = (last % HIGHEST_ID) + 1; while (used.includes(last));
  return `k${last}`;
}

/** Whether nothing at all was filled in. */
export function isEmpty(doc) {
  const { wie, waar, wat, sterktes, beperkingen } = doc.canvas1;
  const written = [wie, waar, wat, ...sterktes, ...beperkingen, ...doc.canvas2.flatMap((one) => [one.vertrekpunt, ...ideas(one)])];
  return !written.some((text) => text.trim()) && !doc.kaarten.length && !doc.bollen.midden && !doc.bollen.erbij.length && !doc.draaiboek.length;
}

/**
 * A text from a file, a link or the browser's store, checked: `{document}`, or `{fault}`, which is one of
 * `large` `incomplete` `foreign` `newer` `many`. Nothing is taken over but known keys of the right kind. What is one's
 * `own` may be larger: it was let in before, and must not be lost.
 */
export function read(text, { own = false } = {}) {
  if (!own && new TextEncoder().encode(text).length > LIMITS.bytes) return { fault: "large" };
  let found;
  try {
    found = JSON.parse(text);
  } catch {
    return { fault: text.trimStart().startsWith("{") && text.includes(FORMAT) ? "incomplete" : "foreign" };
  }
  return checked(found, own);
}

function checked(found, own) {
  if (!isObject(found) || found.formaat !== FORMAT || !Number.isInteger(found.versie)) return { fault: "foreign" };
  if (found.versie > VERSION) return { fault: "newer" };
  if (!own && Array.isArray(found.kaarten) && found.kaarten.length > LIMITS.cards) return { fault: "many" };
  return { document: copied(found) };
}

function copied(found) {
  const kaarten = cards(found.kaarten);
  const ids = new Set(kaarten.map((card) => card.id));
  return {
    ...empty(),
    inhoud: text(found.inhoud),
    gewijzigd: text(found.gewijzigd),
    canvas1: canvas1(object(found.canvas1)),
    bollen: bubbles(object(found.bollen)),
    kaarten,
    canvas2: [0, 1].map((i) => combination(object(list(found.canvas2)[i]), ids)),
    draaiboek: [...new Set(list(found.draaiboek).filter((one) => typeof one === "string").map(text))].slice(0, 100),
  };
}

function canvas1(found) {
  const boxes = (value) => withoutLastBlanks(list(value).map(text).slice(0, LIMITS.boxes));
  return {
    wie: text(found.wie), waar: text(found.waar), wat: text(found.wat),
    sterktes: boxes(found.sterktes), beperkingen: boxes(found.beperkingen),
  };
}

/** Boxes as they are stored: one that is skipped keeps its place, those after the last that is filled need none. */
export function withoutLastBlanks(texts) {
  return texts.slice(0, texts.findLastIndex((one) => one.trim()) + 1);
}

function bubbles(found) {
  const codes = (value) => [...new Set(list(value).filter(isNis))].slice(0, LIMITS.bubbles);
  return { midden: isNis(found.midden) ? found.midden : null, erbij: codes(found.erbij), weg: codes(found.weg) };
}

function cards(found) {
  const some = list(found).filter(isObject);
  // What refers to a card goes by its id: a card without one must not get that of another.
  const used = new Set(some.map((one) => one.id).filter(isId));
  const taken = new Set();
  return some.map((one) => {
    const id = isId(one.id) && !taken.has(one.id) ? one.id : freeId(used);
    used.add(id);
    taken.add(id);
    highest = Math.max(highest, Number(id.slice(1)));
    return card(id, one);
  });
}

/** By what is read alone, so that the same file always gives the same document. */
function freeId(used) {
  let n = 1;
  while (used.has(`k${n}`)) n++;
  return `k${n}`;
}

function card(id, found) {
  return blankCard(id, {
    ...Object.fromEntries(CARD_TEXTS.map((key) => [key, text(found[key])])),
    nis: isNis(found.nis) ? found.nis : null,
    sector: typeof found.sector === "string" && found.sector ? found.sector.slice(0, 60) : null,
    helft: HALVES.includes(found.helft) ? found.helft : null,
    bovenlokaal: found.bovenlokaal === true,
    grensverleggend: found.grensverleggend === true,
    bij: EXERCISES.filter((one) => list(found.bij).includes(one)),
  });
}

function combination(found, ids) {
  const known = (id) => (ids.has(id) ? id : null);
  const partners = [0, 1, 2].map((i) => known(list(found.partners)[i]));
  return {
    vertrekpunt: text(found.vertrekpunt), partners, idee: text(found.idee),
    ideeen: Array.from({ length: LIMITS.combinations - 1 }, (_, i) => text(list(found.ideeen)[i])),
    verder: [...new Set(list(found.verder).filter((id) => ids.has(id)))],
  };
}

function text(value) {
  // Half a pair of surrogates is no letter, and breaks what is made of it later.
  return typeof value === "string" ? value.slice(0, LIMITS.letters).toWellFormed?.() ?? value.slice(0, LIMITS.letters) : "";
}

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const object = (value) => (isObject(value) ? value : {});
const list = (value) => (Array.isArray(value) ? value : []);
const isId = (value) => typeof value === "string" && /^k\d{1,9}$/.test(value);
const isNis = (value) => typeof value === "string" && /^\d{5}$/.test(value);
