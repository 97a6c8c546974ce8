// The sectors, read from the list in the page: so that they stand there once, for readers without scripts too.

let found = null;

/** The clusters in order: `{key, name, icon, tone, pattern, sectors: [{key, name, half, examples, cluster}]}`. */
export function clusters() {
  found ??= [...document.querySelectorAll("#i .cluster")].map(cluster);
  return found;
}

/** All sectors in order. */
export const sectors = () => clusters().flatMap((one) => one.sectors);

/** A sector by its key, or nothing. */
export const sector = (key) => sectors().find((one) => one.key === key) ?? null;

/** The half of a bubble a sector belongs in: `boven`, `onder`, or nothing where either will do. */
export function sectorHalf(key) {
  const half = sector(key)?.half;
  return half === "boven" || half === "onder" ? half : null;
}

function cluster(node) {
  const { cluster: key, icon, tone, pattern } = node.dataset;
  const one = { key, icon, tone, pattern, name: node.querySelector("h2, h3").textContent.trim() };
  one.sectors = [...node.querySelectorAll(".sector")].map((part) => ({
    key: part.dataset.sector,
    half: part.dataset.half,
    name: part.querySelector("h3, h4").textContent.trim(),
    examples: [...part.querySelectorAll("li")].map((item) => item.textContent.trim()),
    cluster: one,
  }));
  return one;
}
