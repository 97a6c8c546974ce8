// Files that somebody saves and opens.

import { sector } from "../document/catalogue.js";
import { LIMITS, read } from "../document/document.js";
import { el, fill } from "../elements/el.js";
import { message } from "../frame/frame.js";
import { understood } from "./merge.js";
import { folded } from "../document/network.js";
import { fetched, record } from "../places/shards.js";
import { current } from "../document/store.js";
import said from "../generated/words-keep.js";

/** Save all that was typed as one file, and say so. */
export async function saveFile() {
  const doc = current();
  const text = written(doc);
  offer(await nameOf(said.file_name, doc, "json"), text, "application/json;charset=utf-8");
  message(new TextEncoder().encode(text).length > LIMITS.bytes ? said.save.too_large : said.save.done);
}

/** With lines, for who looks into it; without, where it would become too large to be opened again. */
function written(doc) {
  const spaced = `${JSON.stringify(doc, null, 2)}\n`;
  return spaced.length * 2 < LIMITS.bytes ? spaced : JSON.stringify(doc);
}

/** Give the browser a file to save: a text, or a `Blob`. */
export function offer(name, content, type) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = el("a", { href: address, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  // Not at once: some browsers only begin to read it later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The name of a file: what it is, the municipality, and the day. */
export async function nameOf(what, doc, ending) {
  const place = await municipality(doc);
  const at = new Date();
  const day = [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
  return `${[what, slug(place), day].filter(Boolean).join("-")}.${ending}`;
}

async function municipality(doc) {
  if (!doc.bollen.midden) return "";
  try {
    return (await record(doc.bollen.midden))?.n ?? "";
  } catch {
    // Without a network, at a first visit: then the day must do.
    return "";
  }
}

const slug = (text) => text.split(/[\s'’-]+/).map(folded).filter(Boolean).join("-").replace(/[^a-z0-9-]/g, "");

/** A file that was chosen, checked: `{document}` or `{fault}`; `unreadable` where the browser cannot read it. */
export async function readFile(file) {
  // Before anything is read: a film of gigabytes would fill the memory.
  if (file.size > LIMITS.bytes) return { fault: "large" };
  try {
    const text = await file.text();
    return read(text.replace(/^\uFEFF/, ""));
  } catch {
    return { fault: "unreadable" };
  }
}

/** The sentence on what cannot be opened: its cause, and that nothing was lost. */
export function refusal(head, name, cause) {
  return [el("strong", {}, head), " ", fill(said.refused.named, { naam: name, oorzaak: cause }), " ", said.refused.unchanged];
}

/** All municipalities there are, by their codes, or nothing where they cannot be had. */
async function places() {
  try {
    const found = await fetched("data/places.json");
    return "names" in found ? null : found;
  } catch {
    return null;
  }
}

/** A document of somewhere else without what this page does not know. */
export async function tidied(doc) {
  const asks = doc.bollen.midden || doc.bollen.erbij.length || doc.kaarten.some((card) => card.nis);
  const all = asks ? await places() : null;
  return understood(doc, (key) => sector(key) !== null, (nis) => !all || Object.hasOwn(all, nis));
}
