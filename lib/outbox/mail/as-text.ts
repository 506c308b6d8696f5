import type { Letter, LetterLine, LetterPart } from "#lib/outbox/mail/letter.ts";

/** The message for who reads text alone: the same, in the same order, each address behind what it opens. */
export function asText(letter: Letter): string {
  const [first, ...others] = letter.parts.map(partOf);
  const foot = [letter.foot, ...letter.links.map(({ label, href }) => `${label}\n${href}`)];
  return [
    letter.heading,
    ...(first ?? []),
    `${letter.button.label}\n${letter.button.href}`,
    ...others.flat(),
    ["-- ", ...foot].join("\n"),
  ]
    .join("\n\n")
    .concat("\n");
}

function partOf({ title, lines, text }: LetterPart): string[] {
  return [...(title ? [title] : []), ...lines.map(lineOf), ...(text ? [text] : [])];
}

function lineOf({ title, note, quote, href }: LetterLine): string {
  const said = quote === null ? [] : [quote.replace(/^/gm, "> ")];
  return [title, note, ...said, href].filter((part) => part !== "").join("\n");
}
