// A part of a sheet that follows from the document.

/** Put children in a place where there are others than these; what had the focus has it again. */
export function fresh(place, key, children) {
  const told = JSON.stringify(key);
  if (place.dataset.told === told) return;
  place.dataset.told = told;
  const focused = place.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  place.replaceChildren(...children());
  if (focused) place.querySelector(`[data-key="${focused}"]`)?.focus();
}
