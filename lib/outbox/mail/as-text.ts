import type { Letter, LetterLine } from "#lib/outbox/mail/letter.ts";

/** The message for who reads text alone: the same, in the same order, each address behind what it opens. */
export function asText(letter: Letter): string {
  const parts = letter.parts.flatMap(({ title, lines }) => [
    ...(title ? [title] : []),
    ...lines.map(lineOf),
  ]);
  const foot = [letter.foot, ...letter.links.map(({ label, href }) => `${label}\n${href}`)];
  return [
    letter.heading,
    ...parts,
    `${letter.button.label}\n${letter.button.href}`,
    ["-- ", ...foot].join("\n"),
  ]
    .join("\n\n")
    .concat("\n");
}

function lineOf({ title, note, quote, href }: LetterLine): string {
  const said = quote === null ? [] : [quote.replace(/^/gm, "> ")];
  return [title, note, ...said, href].filter((part) => part !== "").join("\n");
}
