// A network in a link: a version digit, then the document, deflated, in letters that an address may hold.

import { LIMITS, VERSION, read } from "../document/document.js";

/** Longer links break in the programs they are sent with. */
export const LONGEST = 8000;

const FORMAT = "deflate-raw";

/** Whether this browser can make and open links. */
export const able = () => typeof CompressionStream === "function" && typeof DecompressionStream === "function";

/** The address that holds a document, of the page as it is open here. */
export async function linkOf(doc, page = location.href) {
  return `${page.split("#")[0]}#s/${await packed(doc)}`;
}

/** A document as what comes behind `#s/`. */
export async function packed(doc) {
  const text = new TextEncoder().encode(JSON.stringify(doc));
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream(FORMAT));
  return `${VERSION}${letters(new Uint8Array(await new Response(stream).arrayBuffer()))}`;
}

/** What comes behind `#s/`, checked: `{document}`, or `{fault}` as `read` of document.js has them, or `old`. */
export async function unpacked(data) {
  if (!/^\d[\w-]*$/.test(data)) return { fault: "foreign" };
  if (Number(data[0]) > VERSION) return { fault: "newer" };
  if (!able()) return { fault: "old" };
  try {
    const text = await inflated(bytes(data.slice(1)), LIMITS.bytes);
    return text === null ? { fault: "large" } : understood(text);
  } catch {
    // Somebody copied half of it: the end of the letters, or of what they hold, lacks.
    return { fault: "incomplete" };
  }
}

function understood(text) {
  const found = read(text);
  return found.fault === "incomplete" ? { fault: "foreign" } : found;
}

/** The text; `null` as soon as there is more than may be, so that no link can fill the memory. */
async function inflated(packedBytes, most) {
  const reader = new Blob([packedBytes]).stream().pipeThrough(new DecompressionStream(FORMAT)).getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let [text, size] = ["", 0];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > most) {
      reader.cancel().catch(() => {});
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}

function letters(found) {
  // In pieces: a call has room for so many arguments only.
  let text = "";
  for (let i = 0; i < found.length; i += 8192) text += String.fromCharCode(...found.subarray(i, i + 8192));
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function bytes(text) {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}
