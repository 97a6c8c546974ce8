// What this browser remembers of how the page is looked at. It does not travel with the document.

const KEY = `kit:${location.pathname}:view`;

function all() {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return typeof found === "object" && found !== null ? found : {};
  } catch {
    return {};
  }
}

/** What was remembered under a name, or `otherwise`. */
export const setting = (name, otherwise = null) => all()[name] ?? otherwise;

/** Remember something, if the browser can. */
export function remember(name, value) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...all(), [name]: value }));
  } catch {
    // Then it is asked, or told, once more at the next visit.
  }
}
