// What one sheet hands to the next: what a new card begins with, or which half of a bubble somebody is looked for.

let waiting = null;

/**
 * For the sheet that is shown next. `p` takes fields of a card (`{gemeente, nis, helft, bij}`) for `#p/nieuw`; `i` takes
 * `half` (`boven` or `onder`: the sectors to show) and fields of the card that is made from an example.
 */
export function hand(view, values) {
  waiting = { view, values };
}

/** What was handed to a sheet, once; nothing when it was for another. */
export function handed(view) {
  const found = waiting?.view === view ? waiting.values : {};
  waiting = null;
  return found;
}
