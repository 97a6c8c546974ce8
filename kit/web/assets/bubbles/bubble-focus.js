// Where the focus is, kept while what has it is drawn anew.

/** Remembers what has the focus, by its key or that of something near; call what this gives to bring the focus back. */
export function kept() {
  const active = document.activeElement;
  if (!active || active === document.body) return () => {};
  const keys = [];
  for (let node = active; node && !node.matches(".live, dialog"); node = node.parentElement) {
    const keyed = node.matches("[data-key]") ? node : node.querySelector("[data-key]");
    if (keyed && !keys.includes(keyed.dataset.key)) keys.push(keyed.dataset.key);
  }
  return () => {
    if (active.isConnected) {
      // Put back in its place, it lost the focus on the way.
      active.focus({ preventScroll: true });
      return;
    }
    const place = document.querySelector("dialog[open]") ?? document.querySelector("#b .live");
    const found = keys.map((key) => place.querySelector(`[data-key="${CSS.escape(key)}"]`)).find(Boolean);
    if (found) found.focus({ preventScroll: true });
    else if (keys.length) place.querySelector("#tray-head, h1, h2")?.focus({ preventScroll: true });
  };
}

/** Brings the focus to the first of some things that is there. */
export function focusOn(...selectors) {
  for (const selector of selectors) {
    const found = [...document.querySelectorAll(`.view .live ${selector}, dialog ${selector}, ${selector}`)].find((one) => one.checkVisibility());
    if (found) {
      found.focus();
      return;
    }
  }
}
