// Who has a bubble on one's sheet, with their names.

import { onSheet } from "../document/network.js";
import { record } from "./shards.js";

/** The codes in order, one's own first, and the names: `{codes, names: Map(nis → name)}`. Without a network, what is known. */
export async function sheetPlaces(doc) {
  const own = doc.bollen.midden ? await found(doc.bollen.midden) : null;
  const codes = onSheet(doc, own);
  const names = new Map(own ? [[own.nis, own.n], ...own.b.map(([nis, name]) => [nis, name]), ...own.far.map((nis, i) => [nis, own.farNames[i]])] : []);
  for (const nis of codes.filter((one) => !names.has(one))) names.set(nis, (await found(nis))?.n ?? "");
  return { codes, names };
}

async function found(nis) {
  try {
    return await record(nis);
  } catch {
    return null;
  }
}
