import type { BlockBuilder } from "./block-builder.ts";
import { fileNameOf, fileSign } from "./file-sign.ts";
import { addressAt } from "./inline-signs.ts";
import { mostPieces, type Piece, resolveMarks } from "./resolve-marks.ts";
import { joinRuns } from "./runs.ts";
import { safeLink } from "./safe-link.ts";
import type { Mark, Run } from "./tree.ts";

/** Calls a person by what the desk knows them as; nothing for one it does not know. */
export type NameOf = (id: string) => string | undefined;

/** The words of one line of wiki markup: marks do not go past its end. */
export function wikiRuns(line: string, nameOf: NameOf): Run[] {
  const pieces: Piece[] = [];
  let plainFrom = 0;
  special.lastIndex = 0;
  for (let hit = special.exec(line); hit; hit = special.exec(line)) {
    const at = hit.index;
    const found = read(line, at, nameOf);
    if (found && at > plainFrom) pieces.push(words(line.slice(plainFrom, at)));
    if (found) {
      for (const piece of found.pieces) pieces.push(piece);
      plainFrom = found.end;
    }
    if (pieces.length > mostPieces) break;
    special.lastIndex = found ? found.end : at + 1;
  }
  if (plainFrom < line.length) pieces.push(words(line.slice(plainFrom)));
  return joinRuns(resolveMarks(pieces));
}

export function writeRuns(builder: BlockBuilder, runs: readonly Run[]): void {
  for (const { text, marks, href } of runs) builder.text(text, marks, href);
}

type Found = { pieces: Piece[]; end: number } | null;

const special = /[\\{[!*_+h-]|H(?=TTP)/g;
const mono = /\{\{([^\n{}][^\n]{0,2000}?)\}\}/y;
const bracket = /\[([^[\]\n]{1,4000})\]/y;
const image = /!([^\s!|][^!|\n]{0,500}?\.\w{2,5}(?:\?[^!|\n]{0,500})?)(?:\|[^!\n]{0,500})?!/y;
const wrapped = /\{([*_+-])\}/y;
const dropped = /\{(?:color(?::[^{}\n]{1,60})?|anchor:[^{}\n]{1,200})\}/iy;
const escaped = /\\([\\*_{}[\]!|+~^#?-])/y;

function read(line: string, at: number, nameOf: NameOf): Found {
  switch (line[at]) {
    case "\\":
      return readSlash(line, at);
    case "{":
      return readBrace(line, at);
    case "[":
      return readBracket(line, at, nameOf);
    case "!":
      return readImage(line, at);
    case "h":
    case "H": {
      const address = addressAt(line, at);
      return address && { pieces: [{ type: "text", ...address }], end: at + address.text.length };
    }
    default:
      return readSign(line, at);
  }
}

/** Two backslashes break the line where words end; in a path (`\\server\share`) they are what they are. */
function readSlash(line: string, at: number): Found {
  if (line[at + 1] === "\\") {
    const after = line[at + 2] ?? "";
    if (after === "" || /\s/.test(after)) return { pieces: [words("\n")], end: at + 2 };
    return { pieces: [words("\\\\")], end: at + 2 };
  }
  const found = match(escaped, line, at);
  return found && { pieces: [words(found[1] ?? "")], end: at + 2 };
}

function readBrace(line: string, at: number): Found {
  const code = match(mono, line, at);
  if (code) {
    return {
      pieces: [{ type: "text", text: code[1] ?? "", code: true }],
      end: at + code[0].length,
    };
  }
  const sign = match(wrapped, line, at);
  if (sign) {
    const mark = markOf.get(sign[1] ?? "");
    const piece: Piece = mark
      ? { type: "sign", text: sign[0], mark, opens: true, closes: true }
      : words("");
    return { pieces: [piece], end: at + 3 };
  }
  const gone = match(dropped, line, at);
  return gone && { pieces: [words("")], end: at + gone[0].length };
}

function readBracket(line: string, at: number, nameOf: NameOf): Found {
  const found = match(bracket, line, at);
  const inner = found?.[1] ?? "";
  const pieces = found && (mention(inner, nameOf) ?? attachment(inner) ?? link(inner));
  return found && pieces ? { pieces, end: at + found[0].length } : null;
}

function mention(inner: string, nameOf: NameOf): Piece[] | null {
  if (!inner.startsWith("~") || inner.length < 2) return null;
  const id = inner.slice(1).replace(/^accountid:/, "");
  return [words(`@${nameOf(id) ?? id}`)];
}

function attachment(inner: string): Piece[] | null {
  if (!inner.startsWith("^")) return null;
  return [words(`${fileSign} ${inner.slice(1).split("|")[0] ?? ""}`)];
}

/** `[words|address|kind]` or `[address]`; what is no address leaves the words, or all as it is. */
function link(inner: string): Piece[] | null {
  const parts = inner.split("|");
  const at = parts.findIndex(
    (part) => /^\s*(?:[a-z][a-z+.-]{1,20}:|#|\/)/i.test(part) && !/\s/.test(part.trim()),
  );
  const target = parts[at]?.trim();
  if (target === undefined) return null;
  const text = at === 0 ? target : parts.slice(0, at).join("|");
  const href = safeLink(target);
  if (href !== null)
    return wikiRuns(text, () => undefined).map(({ text, marks }) => ({
      type: "text",
      text,
      marks,
      href,
    }));
  if (at === 0 && !/^mailto:/i.test(target)) return null;
  const mail = /^mailto:([^?]+)/i.exec(target)?.[1];
  if (at === 0) return [words(mail ?? target)];
  const told = wikiRuns(text, () => undefined).map(
    ({ text, marks }): Piece => ({ type: "text", text, marks }),
  );
  return mail && !text.includes(mail) ? [...told, words(` (${mail})`)] : told;
}

function readImage(line: string, at: number): Found {
  const found = match(image, line, at);
  const name = found?.[1];
  if (!found || name === undefined) return null;
  const href = safeLink(name);
  const short = href === null ? name : fileNameOf(href);
  return {
    pieces: [{ type: "text", text: `${fileSign} ${short}`, href }],
    end: at + found[0].length,
  };
}

const markOf: ReadonlyMap<string, Mark> = new Map([
  ["*", "strong"],
  ["_", "em"],
  ["-", "strike"],
]);

/** One sign alone, with a word on its inner side and none on its outer one. */
function readSign(line: string, at: number): Found {
  const sign = line[at] ?? "";
  let end = at;
  while (line[end] === sign) end += 1;
  if (end - at > 1) return { pieces: [words(line.slice(at, end))], end };
  const before = line[at - 1] ?? " ";
  const after = line[end] ?? " ";
  const opens = !/\s/.test(after) && !/[\p{L}\p{N}_\\/:.=]/u.test(before);
  const closes = !/\s/.test(before) && !/[\p{L}\p{N}_]/u.test(after);
  const mark = markOf.get(sign);
  if (mark && (opens || closes))
    return { pieces: [{ type: "sign", text: sign, mark, opens, closes }], end };
  return { pieces: [words(sign)], end };
}

function match(form: RegExp, line: string, at: number): RegExpExecArray | null {
  form.lastIndex = at;
  return form.exec(line);
}

function words(text: string): Piece {
  return { type: "text", text };
}
