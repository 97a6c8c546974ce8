// The sheet of a municipality: who lies where. Fetched when it is asked for, those of a part of a province at a time.

import eight from "../generated/layouts/8A.js";

const files = new Map();

/**
 * The sheet of a municipality, or nothing where none has that code: `{nis, n, c, b, borders, links, far, layout, rough}`,
 * with `n` its name, `rough` whether the bubbles lie too far from where they should for an arrow to the north, `c` and `b` circles in mm of the printed sheet, `b` as `[nis, name, x, y, r]` clockwise from north
 * (nis `null`: nobody's bubble), `far` the neighbours for whom there was no bubble.
 */
export async function record(nis) {
  const { places, names } = await shard(nis);
  const found = places[nis];
  if (!found) return null;
  const name = (code) => names[code] ?? places[code]?.n ?? "";
  const { default: layout } = await import(`../generated/layouts/${found.l}.js`);
  return { nis, n: found.n, layout: found.l, rough: !!found.r, ...drawn(layout, found.b.map((code) => [code, code ? name(code) : ""])), far: found.v ?? [], farNames: (found.v ?? []).map(name) };
}

/** The sheet without names: eight bubbles around one. */
export const blank = { nis: null, n: "", layout: "8A", ...drawn(eight, []), far: [], farNames: [] };

function drawn({ c, b, ring, spokes, links }, members) {
  return { c, b: b.map((circle, i) => [...(members[i] ?? [null, ""]), ...circle]), borders: [ring, ...spokes], links };
}

/** Offline only the file with all of them is there: the small ones are for a first visit. */
async function shard(nis) {
  try {
    return await fetched(`data/m/${nis.slice(0, 2)}.json`);
  } catch {
    return { places: await fetched("data/places.json"), names: {} };
  }
}

/** A file of data, fetched once. Where it cannot be had, the next who asks tries again. */
export function fetched(name) {
  if (!files.has(name)) {
    const answer = get(new URL(name, import.meta.url));
    files.set(name, answer);
    answer.catch(() => files.delete(name));
  }
  return files.get(name);
}

async function get(address) {
  const answer = await fetch(address);
  if (answer.status === 404) return { places: {}, names: {} };
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}
