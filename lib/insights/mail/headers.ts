import { fold } from "#lib/fold.ts";

export type HeaderName = "from" | "sent" | "to" | "subject" | "other";
export type MailHeaders = Partial<Record<HeaderName, string>>;

/** Headers as a mail program writes them into a text: where they stand, and how deep in quotes. */
export type HeaderBlock = { from: number; to: number; depth: number; headers: MailHeaders };

const names: Readonly<Record<HeaderName, readonly string[]>> = {
  from: ["from", "de", "von", "da", "van", "expediteur", "remitente", "absender", "sender"],
  sent: [
    ...["date", "sent", "envoye", "envoye le", "datum", "gesendet", "gesendet am", "enviado"],
    ...["enviado el", "enviado em", "fecha", "data", "inviato", "verzonden"],
  ],
  to: ["to", "a", "an", "para", "aan", "pour", "destinataire", "destinatario"],
  subject: ["subject", "objet", "sujet", "betreff", "asunto", "assunto", "oggetto", "onderwerp"],
  other: [
    ...["cc", "bcc", "cci", "cco", "kopie", "copie", "copie a", "copia", "reply-to", "repondre a"],
    ...["antwort an", "responder a", "importance", "wichtigkeit", "importancia", "priority"],
    ...["attachments", "pieces jointes", "piece jointe", "anlagen", "adjuntos", "message-id"],
  ],
};

const nameOf = new Map<string, HeaderName>([
  ...names.from.map((name) => [name, "from"] as const),
  ...names.sent.map((name) => [name, "sent"] as const),
  ...names.to.map((name) => [name, "to"] as const),
  ...names.subject.map((name) => [name, "subject"] as const),
  ...names.other.map((name) => [name, "other"] as const),
]);

/** How many ">" a line begins with, and the line without them. */
export function unquoted(line: string): { depth: number; words: string } {
  const marks = /^(?:[ \t]{0,3}>)+ ?/.exec(line)?.[0] ?? "";
  return { depth: marks.split(">").length - 1, words: line.slice(marks.length) };
}

/** "De : Marie", "*From:* Marie" (bold, as plain text has it). */
function headerOf(line: string): { name: HeaderName; value: string } | null {
  const found =
    /^\s{0,8}\*{0,2}([\p{L}-]{1,20}(?: [\p{L}]{1,8})?)\s{0,3}:\*{0,2}(?:\s|$)(.*)$/u.exec(
      line.slice(0, 2000),
    );
  const name = nameOf.get(fold(found?.[1] ?? ""));
  return name ? { name, value: (found?.[2] ?? "").replace(/^\*+|\*+$/g, "").trim() } : null;
}

/** The first block of headers at or after line `start`. */
export function findHeaders(lines: readonly string[], start = 0): HeaderBlock | null {
  for (let at = start; at < lines.length; at += 1) {
    const block = headerOf(unquoted(lines[at] ?? "").words) ? readBlock(lines, at) : null;
    if (block && isMail(block.headers)) return block;
    if (block) at = Math.max(at, block.to - 1);
  }
  return null;
}

function readBlock(lines: readonly string[], from: number): HeaderBlock {
  const { depth } = unquoted(lines[from] ?? "");
  const headers: MailHeaders = {};
  let last: HeaderName | null = null;
  let to = from;
  for (let at = from; at < lines.length && at < from + 40; at += 1) {
    const line = unquoted(lines[at] ?? "").words;
    const header = headerOf(line);
    if (header && (header.name === "other" || headers[header.name] === undefined)) {
      headers[header.name] = header.value;
      last = header.name;
    } else if (line.trim() === "") {
      // Between two headers when a mail was copied from a browser; else the end.
      if (!headerOf(unquoted(lines[at + 1] ?? "").words)) break;
      continue;
    } else if (last && goesOn(line, last, headers[last])) {
      headers[last] = `${headers[last] ?? ""} ${line.trim()}`.trim();
    } else break;
    to = at + 1;
  }
  return { from, to, depth, headers };
}

/** A value below its name, or the rest of a long list of addressees. */
function goesOn(line: string, name: HeaderName, value: string | undefined): boolean {
  if (value === "") return true;
  if (/^[ \t]/.test(line)) return true;
  return (name === "to" || name === "other") && /[;,]\s*$/.test(value ?? "") && line.includes("@");
}

/** Somebody wrote it, and something says that it was sent: "De : Lyon, À : Brive" alone is no mail. */
function isMail({ from, sent, to, subject }: MailHeaders): boolean {
  if (!from) return false;
  if (from.includes("@")) return [sent, to, subject].some((value) => value !== undefined);
  return sent !== undefined && subject !== undefined;
}
