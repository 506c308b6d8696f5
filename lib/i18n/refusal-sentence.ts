import type { Params } from "#lib/errors.ts";
import type { AnyWords } from "#lib/i18n/any-words.ts";
import { quarterName } from "#lib/quarter.ts";

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
  const shown = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === "string" ? quarterName(value) : value,
    ]),
  );
  // next-intl answers with the path where a value that the sentence asks for is missing.
  const said = words.has(path) ? words.markup(path, shown) : path;
  return said === path ? words.markup("errors.unexpected", { id: "none", ...shown }) : said;
}
