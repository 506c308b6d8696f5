import { mailDay } from "#lib/insights/mail/day.ts";
import { type MailPerson, mailPerson } from "#lib/insights/mail/people.ts";
import { bareSubject } from "#lib/insights/mail/subject.ts";

const toMe =
  /^(?:to (?:me|us)|à moi|à nous|an mich|an uns|para m[ií]|a m[ií]|(?:to|à|an|para|a)\s?:?\s.{0,200}@.{1,200}|(?:to|à|an|para|a)\s?:\s.{1,300})/iu;

type Shown = {
  subject: string;
  from: MailPerson | null;
  sentOn: string | null;
  lines: readonly string[];
};

/**
 * A mail as it is copied from a web page that shows it without names of headers: perhaps the subject, "Marie
 * <m@x.fr>" with or above its date, and "to me".
 */
export function firstScreenLines(lines: readonly string[]): Shown | null {
  const filled = lines.flatMap((line, at) => (line.trim() === "" ? [] : [at])).slice(0, 6);
  const sender = filled.findIndex((at) =>
    /^[^<>@]{1,100}<[^<>\s]+@[^<>\s]+>/.test(lines[at] ?? ""),
  );
  if (sender === -1 || sender > 2) return null;
  const addressee = filled.findIndex(
    (at, index) => index > sender && index <= sender + 3 && toMe.test((lines[at] ?? "").trim()),
  );
  if (addressee === -1) return null;
  const told = filled.slice(sender, addressee + 1).map((at) => lines[at] ?? "");
  const line = told[0] ?? "";
  return {
    subject: bareSubject(sender > 0 ? (lines[filled[0] ?? 0] ?? "") : ""),
    from: mailPerson(line),
    sentOn: told.map((one) => mailDay(one.slice(one.indexOf(">") + 1))).find((day) => day) ?? null,
    lines: lines.slice((filled[addressee] ?? 0) + 1),
  };
}
