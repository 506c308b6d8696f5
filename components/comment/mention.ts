import { mentions } from "#lib/comments/mentions.ts";

/** A person that a comment speaks to. */
export type Mentioned = { id: string; name: string };

/** The name being typed behind an @ just before the caret, at most two words of it; null when none is. */
export function typedMention(text: string, caret: number): { from: number; name: string } | null {
  const found = /(?:^|[\s(])@([\p{L}'’.-]*(?: [\p{L}'’.-]*)?)$/u.exec(text.slice(0, caret));
  const name = found?.[1];
  return name === undefined ? null : { from: caret - name.length - 1, name };
}

/** The text with that name in it, and where the hand goes on. */
export function withMention(text: string, caret: number, { name }: Mentioned) {
  const typed = typedMention(text, caret);
  const before = `${text.slice(0, typed?.from ?? caret)}@${name} `;
  return { text: before + text.slice(caret).replace(/^ /, ""), caret: before.length };
}

/** Those of them whose names still stand in the text. */
export function mentionsIn(text: string, mentioned: readonly Mentioned[]): string[] {
  return [...new Set(mentioned.filter(({ name }) => mentions(text, name)).map(({ id }) => id))];
}
