// What this browser remembers of how the page is looked at. It does not travel with the document.

/** Under this it is remembered. */
export const KEY = `kit:${location.pathname}:view`;

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

/** A link that was opened in this tab, until somebody chose what to do with it: `{data, looking}`. */
export function opened() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
  } catch {
    return {};
  }
}

/** Remember something, if the browser can. */
export function remember(name, value) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...all(), [name]: value }));
  } catch {
    // Then it is asked, or told, once more at the next visit.
  }
}
