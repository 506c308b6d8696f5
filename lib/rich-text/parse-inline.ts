import { addressAt, escapable, linkAt, sameFrom, signAt } from "./inline-signs.ts";
import { mostPieces, type Piece, resolveMarks } from "./resolve-marks.ts";
import type { Run } from "./tree.ts";

/** The runs of a paragraph of our form; its line feeds are kept. */
export function parseInline(text: string): Run[] {
  return resolveMarks(piecesOf(text, false));
}

type Found = { pieces: Piece[]; end: number } | null;
type Place = { text: string; at: number; inLink: boolean; ticks: Ticks };

const special = /[\\`*_~[hH]/g;

function piecesOf(text: string, inLink: boolean): Piece[] {
  const pieces: Piece[] = [];
  const ticks = ticksOf(text);
  let plainFrom = 0;
  special.lastIndex = 0;
  for (let hit = special.exec(text); hit; hit = special.exec(text)) {
    const at = hit.index;
    const found = read({ text, at, inLink, ticks });
    if (found) {
      if (at > plainFrom) pieces.push(words(text.slice(plainFrom, at)));
      for (const piece of found.pieces) pieces.push(piece);
      plainFrom = found.end;
    }
    if (pieces.length > mostPieces) break;
    // Reading a link's text goes through here again.
    special.lastIndex = found ? found.end : at + 1;
  }
  if (plainFrom < text.length) pieces.push(words(text.slice(plainFrom)));
  return pieces;
}

function read(place: Place): Found {
  const { text, at, inLink } = place;
  const character = text[at];
  if (character === "\\") return readSlashes(place);
  if (character === "`") return readCode(place);
  if (character === "[") return inLink ? null : readLink(place);
  if (character === "h" || character === "H") return inLink ? null : readAddress(place);
  const sign = signAt(text, at, text[at - 1] ?? "");
  const length = sign?.text.length ?? sameFrom(text, at).length;
  const piece = sign ? { type: "sign" as const, ...sign } : words(text.slice(at, at + length));
  return { pieces: [piece], end: at + length };
}

/** Before a sign two backslashes are one and the odd one takes its meaning; elsewhere each stands for itself. */
function readSlashes({ text, at, inLink }: Place): Found {
  const slashes = sameFrom(text, at).length;
  const after = at + slashes;
  const sign = escapable(text, after, text[at - 1] ?? "", inLink);
  if (sign === null) return { pieces: [words(text.slice(at, after))], end: after };
  const kept = "\\".repeat(Math.floor(slashes / 2));
  if (slashes % 2 === 0) return { pieces: [words(kept)], end: after };
  return { pieces: [words(kept + sign)], end: after + sign.length };
}

/** Code ends at the next run of as many ticks; a blank at both ends is the form's, not the code's. */
function readCode({ text, at, ticks }: Place): Found {
  const { length } = sameFrom(text, at);
  const end = nextTicks(ticks, length, at);
  const inner = end === null ? "" : text.slice(at + length, end);
  if (end === null || inner.includes("\n") || inner.trim() === "") {
    return { pieces: [words("`".repeat(length))], end: at + length };
  }
  const padded = inner.startsWith(" ") && inner.endsWith(" ");
  const code = padded ? inner.slice(1, -1) : inner;
  return { pieces: [{ type: "text", text: code, code: true }], end: end + length };
}

function readLink({ text, at }: Place): Found {
  const link = linkAt(text, at);
  if (!link) return null;
  const { href, end } = link;
  const inner = resolveMarks(piecesOf(link.inner, true));
  return { pieces: inner.map((run): Piece => ({ ...run, type: "text", href })), end };
}

function readAddress({ text, at }: Place): Found {
  const address = addressAt(text, at);
  return address && { pieces: [{ type: "text", ...address }], end: at + address.text.length };
}

function words(text: string): Piece {
  return { type: "text", text };
}

type Ticks = Map<number, { places: number[]; passed: number }>;

function ticksOf(text: string): Ticks {
  const ticks: Ticks = new Map();
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    const known = ticks.get(run.length);
    if (known) known.places.push(index);
    else ticks.set(run.length, { places: [index], passed: 0 });
  }
  return ticks;
}

/** The text is read from left to right, so what is passed once is never looked at again. */
function nextTicks(ticks: Ticks, length: number, at: number): number | null {
  const known = ticks.get(length);
  if (!known) return null;
  while ((known.places[known.passed] ?? Number.POSITIVE_INFINITY) <= at) known.passed += 1;
  return known.places[known.passed] ?? null;
}
