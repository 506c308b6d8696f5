import type { Params } from "#lib/errors.ts";
import type { AnyWords } from "#lib/i18n/any-words.ts";

/**
 * What a refusal says, on a screen, on the server or on the command line: a bare key is one of the messages `errors`,
 * another room's names the room before a dot. What there are no words for is told as `unexpected`, never as a key.
 * `words` are those of all rooms.
 */
export function refusalSentence(
  words: AnyWords,
  { key, params }: { key: string; params: Params },
): string {
  const path = key.includes(".") ? key : `errors.${key}`;
  // next-intl answers with the path where a value that the sentence asks for is missing.
  const said = words.has(path) ? words.markup(path, params) : path;
  return said === path ? words.markup("errors.unexpected", { id: "none", ...params }) : said;
}
