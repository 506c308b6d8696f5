import type { LegacyEncoding } from "./legacy-encoding.ts";

/** How a file's bytes are read: `utf-8-and-windows-1252` letter by letter, where some of it is the one and some the other. */
export type Encoding =
  | "utf-8"
  | "utf-16le"
  | "utf-16be"
  | "utf-8-and-windows-1252"
  | LegacyEncoding;

export type Decoder = (bytes: Uint8Array, last: boolean) => string;

/** Turns bytes that come in pieces into text. */
export function createDecoder(encoding: Encoding): Decoder {
  if (encoding === "utf-8-and-windows-1252") return letterByLetter();
  const decoder = new TextDecoder(encoding);
  return (bytes, last) => decoder.decode(bytes, { stream: !last });
}

const letter = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/;
const highBytes = new RegExp(`((?:${letter.source})+)|[\\x80-\\xff]`, "g");
/** What may be the beginning of a letter that the next piece finishes. */
const unfinished = /(?:[\xc2-\xf4]|[\xe0-\xf4][\x80-\xbf]|[\xf0-\xf4][\x80-\xbf]{2})$/;

function letterByLetter(): Decoder {
  const western = new TextDecoder("windows-1252");
  let rest = "";
  let begun = false;
  return (bytes, last) => {
    const text = rest + Buffer.from(bytes).toString("latin1");
    rest = last ? "" : (unfinished.exec(text)?.[0] ?? "");
    const read = text
      .slice(0, text.length - rest.length)
      .replace(highBytes, (found: string, utf8: string | undefined) => {
        const buffer = Buffer.from(found, "latin1");
        return utf8 === undefined ? western.decode(buffer) : buffer.toString("utf8");
      });
    const isStart = !begun && read !== "";
    begun ||= isStart;
    return isStart ? read.replace(/^\uFEFF/, "") : read;
  };
}
