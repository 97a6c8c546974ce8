// A PDF from its objects: just enough of ISO 32000-1 for drawings and letters. Pure, but for the packing of streams.

const head = "%PDF-1.7\n%âãÏÓ\n";

/** Bytes of a text of which each sign is one byte. */
export const bytes = (text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** A number as PDF writes it: a thousandth of a mm is enough, and it knows no exponents. */
export const num = (value) => String(Number(value.toFixed(3)));

/** A text in a string of hexadecimal digits, as UTF-16 with its mark: titles may have any letter. */
export const text = (value) => `<FEFF${[...value].flatMap((letter) => letter.split("")).map((unit) => unit.charCodeAt(0).toString(16).padStart(4, "0")).join("")}>`;

/** A file in the making: `add` takes objects and tells their references, `bytes` is the whole. */
export function file() {
  const objects = [];
  const place = () => objects.push(null);
  const put = (n, content) => { objects[n - 1] = content; };
  const ref = (n) => `${n} 0 R`;

  /** A dictionary, `{Key: "value"}`, values as PDF writes them; with a stream where there is one. */
  function add(dictionary, stream = null, n = place()) {
    put(n, [dictionary, stream]);
    return ref(n);
  }

  /** The same, with the stream packed where the browser can. */
  async function addPacked(dictionary, stream) {
    if (typeof CompressionStream !== "function") return add(dictionary, stream);
    const n = place();
    const packed = await new Response(new Blob([stream]).stream().pipeThrough(new CompressionStream("deflate"))).arrayBuffer();
    return add({ ...dictionary, Filter: "/FlateDecode" }, new Uint8Array(packed), n);
  }

  /** All objects, where each of them starts, and which of them is the `root`. */
  function whole(root, info) {
    const parts = [bytes(head)];
    let at = parts[0].length;
    const starts = objects.map(([dictionary, stream], i) => {
      const start = at;
      const length = stream ? { Length: stream.length } : {};
      const opening = bytes(`${i + 1} 0 obj\n${dict({ ...dictionary, ...length })}${stream ? "\nstream\n" : ""}`);
      for (const part of [opening, ...(stream ? [stream] : []), bytes(`${stream ? "\nendstream" : ""}\nendobj\n`)]) {
        parts.push(part);
        at += part.length;
      }
      return `${String(start).padStart(10, "0")} 00000 n \n`;
    });
    const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${starts.join("")}`;
    parts.push(bytes(`${table}trailer\n${dict({ Size: objects.length + 1, Root: root, Info: info })}\nstartxref\n${at}\n%%EOF\n`));
    return new Blob(parts, { type: "application/pdf" });
  }

  return { add, addPacked, place, ref, whole };
}

const dict = (entries) => `<<${Object.entries(entries).map(([key, value]) => `/${key} ${value}`).join(" ")}>>`;
