// Which version a printed code is of, and what changed since. Pure.

/** What a code of a sheet says: nothing where it is that of today; `{other: true}`; or `{version, changed, same}`, sheets by key. */
export function told(view, code, { codes, releases }) {
  if (!(view in codes) || matches(codes[view], code)) return null;
  const version = Object.keys(releases).filter((one) => matches(releases[one][view], code)).sort(byVersion).at(-1);
  if (!version) return { other: true };
  const keys = Object.keys(codes);
  const changed = keys.filter((key) => releases[version][key] !== codes[key]);
  return { version, changed, same: keys.filter((key) => !changed.includes(key)) };
}

/** A code may be printed short, where there is little room for it. */
const matches = (whole, code) => whole !== undefined && (whole.startsWith(code) || code.startsWith(whole));

function byVersion(a, b) {
  const [left, right] = [a, b].map((version) => version.split(/\D+/).map(Number));
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const order = (left[i] ?? 0) - (right[i] ?? 0);
    if (order) return order;
  }
  return 0;
}
