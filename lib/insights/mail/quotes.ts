import { findHeaders, unquoted } from "#lib/insights/mail/headers.ts";

/** "On … wrote:", from line `from` to before line `to`, and the line as if it were one. */
export type Attribution = { from: number; to: number; depth: number; words: string };

const wrote =
  /^(?:on\s.{5,300}\swrote|le\s.{5,300}\sa\sécrit|am\s.{5,300}\sschrieb(?:\s.{1,120})?|el\s.{5,300}\sescribió|em\s.{5,300}\sescreveu|il\s.{5,300}\sha scritto|op\s.{5,300}\sschreef(?:\s.{1,120})?)\s?:\s*$/iu;
const begins = /^(?:on|le|am|el|em|il|op)\s/iu;

/** The first line that says who wrote what follows, even when the mail program cut it into three. */
export function findAttribution(lines: readonly string[], start = 0): Attribution | null {
  for (let at = start; at < lines.length; at += 1) {
    const { depth, words } = unquoted(lines[at] ?? "");
    if (!begins.test(words.trimStart())) continue;
    for (let to = at + 1; to <= Math.min(at + 3, lines.length); to += 1) {
      const parts = lines.slice(at, to).map((line) => unquoted(line).words.trim().slice(0, 300));
      if (parts.at(-1) === "") break;
      if (wrote.test(parts.join(" "))) return { from: at, to, depth, words: parts.join(" ") };
    }
  }
  return null;
}

const forwarded =
  /^[\s>*-]*(?:forwarded message|original message forwarded|begin forwarded message|message transféré|message transmis|début du message transféré|début du message réexpédié|weitergeleitete nachricht|anfang der weitergeleiteten nachricht|mensaje reenviado|inicio del mensaje reenviado|messaggio inoltrato|mensagem encaminhada)\b[\s:*-]*/iu;
const original =
  /^[\s>]*(?:-{2,}\s?(?:original message|message d[’']origine|ursprüngliche nachricht|mensaje original|messaggio originale|mensagem original|oorspronkelijk bericht)\s?-{2,}|_{10,})\s*$/iu;

export function isForwardLine(line: string): boolean {
  return forwarded.test(line.slice(0, 200));
}

/** A line between two mails. */
export function isMailBorder(line: string): boolean {
  const cut = line.slice(0, 200);
  return forwarded.test(cut) || original.test(cut);
}

/**
 * What its writer wrote in the lines of one mail: up to the mail below it. Answers between the lines of a marked quote
 * stay; where nothing marks the quote, what follows it can't be told from it.
 */
export function ownLines(lines: readonly string[]): string[] {
  const below = findHeaders(lines)?.from ?? lines.length;
  const border = lines.findIndex(isMailBorder);
  const attribution = findAttribution(lines);
  const end = Math.min(below, border === -1 ? lines.length : border);
  if (!attribution || attribution.from >= end) return notQuoted(lines.slice(0, end));
  const before = notQuoted(lines.slice(0, attribution.from));
  const after = lines.slice(attribution.to, end);
  const first = after.find((line) => line.trim() !== "") ?? "";
  return unquoted(first).depth > attribution.depth ? [...before, "", ...notQuoted(after)] : before;
}

function notQuoted(lines: readonly string[]): string[] {
  return lines.filter((line) => unquoted(line).depth === 0);
}
