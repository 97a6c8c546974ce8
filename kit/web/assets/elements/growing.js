// Text fields as high as what is in them, in a browser whose CSS cannot (`field-sizing`): WebKitGTK 2.50, Safari before 26.2.

const widths = new WeakMap();

/** Follow a field: what is typed or set in it, how wide it is, and how the letters are spaced. */
export function follow(field) {
  field.addEventListener("input", () => fit(field));
  field.addEventListener("fit", () => fit(field));
  spacing();
  watch.observe(field);
}

function fit(field) {
  field.style.height = "auto";
  // With its line below, which is no part of what scrolls.
  field.style.height = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
}

// Of what is only as wide as it was, the height is ours. Not within the observer: it would observe its own doing.
const watch = new ResizeObserver((entries) => requestAnimationFrame(() => {
  for (const { target } of entries) {
    if (widths.get(target) === target.offsetWidth) continue;
    widths.set(target, target.offsetWidth);
    fit(target);
  }
}));

let probe = null;

/** Other letters, or more room between them, change no field's width: a line that nobody sees tells of it. */
function spacing() {
  if (probe) return;
  probe = document.createElement("span");
  Object.assign(probe.style, { position: "absolute", top: 0, visibility: "hidden", pointerEvents: "none" });
  probe.textContent = "mm mm";
  probe.setAttribute("aria-hidden", "true");
  document.body.append(probe);
  new ResizeObserver(() => requestAnimationFrame(() => {
    for (const field of document.querySelectorAll("textarea")) if (widths.has(field)) fit(field);
  })).observe(probe);
}
