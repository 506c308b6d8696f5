import { bareAddress, safeLink, withoutSentenceEnd } from "./safe-link.ts";
import type { Mark } from "./tree.ts";

const wordCharacter = /[\p{L}\p{N}_]/u;
/** After these an underscore belongs to a name, a path or an address. */
const holdsUnderscore = /[\p{L}\p{N}_\\/:.=]/u;
const linkForm = /\[((?:[^[\]\n\\]|\\[^\n])+)\]\((https?:\/\/[^\s()<>]{1,2000})\)/y;

const markOf: ReadonlyMap<string, Mark> = new Map([
  ["**", "strong"],
  ["_", "em"],
  ["~~", "strike"],
]);

export type Sign = { text: string; mark: Mark; opens: boolean; closes: boolean };

/**
 * The sign of a mark that stands at `at`: so many of its characters and no more, with a word on one side at least.
 * `before` is the character before it, or before the backslashes that stand there.
 */
export function signAt(text: string, at: number, before: string): Sign | null {
  const sign = sameFrom(text, at);
  const mark = markOf.get(sign);
  if (mark === undefined || before === sign[0]) return null;
  const after = text[at + sign.length] ?? "";
  let opens = after !== "" && !/\s/.test(after);
  let closes = before !== "" && !/\s/.test(before);
  if (mark === "em") {
    opens &&= before === "" || !holdsUnderscore.test(before);
    closes &&= after === "" || !wordCharacter.test(after);
  }
  return opens || closes ? { text: sign, mark, opens, closes } : null;
}

/** What a backslash before it takes the meaning of, so that a backslash before anything else stays one. */
export function escapable(
  text: string,
  at: number,
  before: string,
  inLink: boolean,
): string | null {
  const character = text[at];
  if (character === "`") return sameFrom(text, at);
  if (character === "[") return inLink || linkAt(text, at) ? "[" : null;
  if (character === "]") return inLink ? "]" : null;
  return signAt(text, at, before)?.text ?? null;
}

export function linkAt(
  text: string,
  at: number,
): { inner: string; href: string; end: number } | null {
  linkForm.lastIndex = at;
  const found = linkForm.exec(text);
  const href = safeLink(found?.[2] ?? "");
  return found && href !== null ? { inner: found[1] ?? "", href, end: at + found[0].length } : null;
}

/** A bare address that begins at `at`. */
export function addressAt(text: string, at: number): { text: string; href: string } | null {
  const before = text[at - 1];
  if (before !== undefined && wordCharacter.test(before)) return null;
  bareAddress.lastIndex = at;
  const found = bareAddress.exec(text);
  if (!found) return null;
  const address = withoutSentenceEnd(found[0]);
  const href = safeLink(address);
  return href === null ? null : { text: address, href };
}

/** The character at `at`, as often as it stands there in a row. */
export function sameFrom(text: string, at: number): string {
  let end = at;
  while (end < text.length && text[end] === text[at]) end += 1;
  return text.slice(at, end);
}
