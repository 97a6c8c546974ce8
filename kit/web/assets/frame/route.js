// Which sheet the address asks for: `#c1`, `#b/12021`, `#i.3f2a`, `#s/…`. The printed codes carry these.

const GRAMMAR = /^(c1|c2|p|b|i|w|d|k)(?:\/([\p{L}\p{N}-]{1,60}))?(?:\.([0-9a-f]{4,8}))?$/u;
/** Sheets with parts of their own; those of bubbles, cards and sectors only these know. */
const PARTS = { c2: /^[12]$/, p: /./, b: /./, i: /./ };

/** What a fragment asks for; `known` is false where no sheet has that name. Without a fragment: the overview. */
export function parse(hash) {
  const fragment = decoded(hash.replace(/^#/, ""));
  if (!fragment) return { view: "overzicht", sub: "", code: "", share: "", known: true };
  if (fragment.startsWith("s/")) return { view: "overzicht", sub: "", code: "", share: fragment.slice(2), known: true };
  const found = GRAMMAR.exec(fragment);
  if (!found) return { view: "overzicht", sub: "", code: "", share: "", known: fragment === "overzicht" };
  const [, view, part = "", code = ""] = found;
  return { view, sub: PARTS[view]?.test(part) ? part : "", code, share: "", known: true };
}

function decoded(fragment) {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** The fragment that asks for a sheet, with its hash; `#` for the overview. */
export function format(view, sub = "") {
  return view === "overzicht" ? "#" : `#${view}${sub ? `/${sub}` : ""}`;
}

/** Go to a sheet, as a link does. With `instead`, the back button does not come back here. */
export function go(view, sub = "", { instead = false } = {}) {
  const hash = format(view, sub);
  if (!instead) {
    location.hash = hash;
    return;
  }
  history.replaceState(history.state, "", hash);
  dispatchEvent(new HashChangeEvent("hashchange"));
}
