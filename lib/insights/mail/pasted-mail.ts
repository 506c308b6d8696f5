import { mailDay } from "#lib/insights/mail/day.ts";
import { hasEnding, signatory, withoutEnding } from "#lib/insights/mail/ending.ts";
import { findHeaders, type HeaderBlock, unquoted } from "#lib/insights/mail/headers.ts";
import { type MailPerson, mailPerson } from "#lib/insights/mail/people.ts";
import {
  findAttribution,
  isForwardLine,
  isMailBorder,
  ownLines,
} from "#lib/insights/mail/quotes.ts";
import { firstScreenLines } from "#lib/insights/mail/screen.ts";
import { bareSubject, isForward } from "#lib/insights/mail/subject.ts";
import { cleanText } from "#lib/rich-text/clean-text.ts";

export type PastedMail = {
  /** Without "Re:", "Fwd:" and the like; "" when none is told. */
  subject: string;
  /** What the writer of the last message wrote: no quotes, signature or legal lines. */
  words: string;
  from: MailPerson | null;
  /** YYYY-MM-DD, null when not told or in doubt. */
  sentOn: string | null;
};

type Message = Omit<PastedMail, "words"> & { lines: readonly string[] };

/**
 * What an e-mail says that somebody pasted whole, headers, quotes and all; null when the text is no e-mail. Of a
 * forwarded mail it is the one forwarded; of an exchange, the newest.
 */
export function readPastedMail(text: string): PastedMail | null {
  const lines = cleanText(text).replaceAll("\u00a0", " ").split("\n");
  const message = messageIn(lines);
  if (!message) return null;
  const { lines: body, ...told } = message;
  const words = withoutEnding(ownLines(body))
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  return words === "" && told.subject === "" ? null : { ...told, words };
}

function messageIn(lines: readonly string[]): Message | null {
  const block = findHeaders(lines);
  const attribution = findAttribution(lines);
  if (block && (!attribution || block.from < attribution.from)) return fromHeaders(lines, block);
  if (attribution) return fromAttribution(lines);
  return firstScreenLines(lines) ?? (hasEnding(lines) ? unnamed(lines) : null);
}

function fromHeaders(lines: readonly string[], block: HeaderBlock): Message {
  const preface = lines.slice(0, block.from);
  const isHandedOn = isBlank(preface.filter((line) => !isMailBorder(line))) || handsOn(preface);
  return isHandedOn ? innermost(lines, block) : unnamed(lines);
}

/** Through mails that only hand on another one. */
function innermost(lines: readonly string[], block: HeaderBlock): Message {
  const below = findHeaders(lines, block.to);
  const between = lines.slice(block.to, below?.from);
  const isOuter = isForward(block.headers.subject ?? "") ? isShort(between) : handsOn(between);
  if (below && isOuter && findAttribution(between) === null) return innermost(lines, below);
  const { from = "", sent = "", subject = "" } = block.headers;
  return {
    subject: bareSubject(subject),
    from: mailPerson(from),
    sentOn: mailDay(sent),
    lines: lines.slice(block.to).map((line) => lessQuoted(line, block.depth)),
  };
}

/** "On … wrote:" is below an answer, whose writer is not told; or above the mail that somebody copied or hands on. */
function fromAttribution(lines: readonly string[]): Message {
  const found = findAttribution(lines);
  if (!found) return unnamed(lines);
  const before = lines.slice(0, found.from);
  const after = lines.slice(found.to);
  const isAnswered = isBlank(before) && !isBlank(ownLines(lines));
  if (isAnswered || (!isBlank(before) && !handsOn(before))) return unnamed(lines);
  const written = found.words
    .replace(/^.*\d(?:\s?[ap]\.?\s?m\.?)?(?:\s(?:utc|gmt|cest|cet)[+\d:-]*)?,?\s/iu, "")
    .replace(/^(?:uhr )?(?:schrieb|schreef) /iu, "")
    .replace(/(?:\s(?:wrote|a écrit|schrieb|escribió|escreveu|ha scritto|schreef))?\s?:\s*$/iu, "");
  const first = unquoted(after.find((line) => line.trim() !== "") ?? "").depth;
  return {
    subject: "",
    from: mailPerson(written),
    sentOn: mailDay(found.words),
    lines: after.map((line) => lessQuoted(line, first)),
  };
}

function unnamed(lines: readonly string[]): Message {
  return { subject: "", from: signatory(ownLines(lines)), sentOn: null, lines };
}

const handing =
  /\b(?:fyi|for your information|see below|pour (?:info|information)|pour ton info|ci-dessous|cf\.? infra|voir (?:le )?mail|je (?:te|vous) (?:transf[èe]re|fais suivre|transmets)|transféré|z\.\s?k\.|zur (?:info|kenntnis)|siehe unten|para tu información|ver abajo|te reenvío|adelante te paso)\b/iu;

/** A few words that only say: look at this. */
function handsOn(lines: readonly string[]): boolean {
  return lines.some(isForwardLine) || (isShort(lines) && handing.test(lines.join(" ")));
}

function isShort(lines: readonly string[]): boolean {
  const words = lines.filter((line) => line.trim() !== "" && !isMailBorder(line));
  return words.length <= 8 && words.join(" ").length <= 300;
}

function lessQuoted(line: string, depth: number): string {
  let rest = line;
  for (let at = 0; at < depth; at += 1) rest = rest.replace(/^[ \t]{0,3}> ?/, "");
  return rest;
}

function isBlank(lines: readonly string[]): boolean {
  return lines.every((line) => line.trim() === "");
}
