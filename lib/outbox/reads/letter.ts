import "server-only";
import { createTranslator } from "use-intl/core";
import { z } from "zod";
import type { PersonActor } from "#lib/auth/actor.ts";
import { can } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { ownAddress } from "#lib/door/own-address.ts";
import type { NoticeKind } from "#lib/frame/notice-kind.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { historyOfActs } from "#lib/history/reads/history.ts";
import { sentenceOf } from "#lib/history/sentence.ts";
import type { HistoryEntry } from "#lib/history/views.ts";
import type { AnyWords } from "#lib/i18n/any-words.ts";
import { formatterOf } from "#lib/i18n/formatter.ts";
import { localeOf } from "#lib/i18n/language.ts";
import { loadMessages } from "#lib/i18n/messages.ts";
import { nilId } from "#lib/nil-id.ts";
import { listTold, type Told } from "#lib/notices/reads/news.ts";
import { subjects } from "#lib/nouns.server.ts";
import { identifier } from "#lib/operations/identifier.ts";
import type { Letter, LetterLine } from "#lib/outbox/mail/letter.ts";
import { readSaid } from "#lib/outbox/reads/said.ts";
import { type Choice, silenceToken } from "#lib/outbox/silence-token.ts";
import { anyRow } from "#lib/sql/columns.ts";
import { findRow } from "#lib/sql/rows.ts";

/** One message of the outbox. */
export type Message = {
  kind: "notice" | "digest";
  operationId: string | null;
  noticeIds: readonly string[];
  madeAt: Date;
};

export type Reader = { actor: PersonActor; timeZone: string };

/** A letter, and what its list is called where one leaves it with one click. */
export type Written = { letter: Letter; leave: string; thing: string | null };

type Line = Told & { entry: HistoryEntry };

const most = 50;

/**
 * What a message says to its reader, of what they may see now; null when that is nothing. Who else looks at it sees of it
 * what they may see themselves.
 * @param which further conditions on `notice n`
 */
export async function writeLetter(
  message: Message,
  { actor, timeZone }: Reader,
  { which = Prisma.sql`true`, looker = null }: { which?: Prisma.Sql; looker?: PersonActor | null },
): Promise<Written | null> {
  const lines = await linesOf(message, actor, which, looker);
  const [first] = lines;
  if (!first) return null;
  const said = await readSaid(lines.map(({ entry }) => entry.id));
  const words = await wordsFor(actor, timeZone);
  const own = ownAddress();
  // Who only looks at it silences nothing in its reader's name.
  const link = (what: Choice) =>
    looker
      ? new URL("/settings", own).toString()
      : new URL(`/quiet?token=${silenceToken(actor.id, what)}`, own).toString();
  const isDigest = message.kind === "digest";
  const thingName = isDigest ? "none" : await nameInSubject(first, actor);
  const about = { who: first.entry.actor ?? "Tribune", thing: thingName };
  const subject = isDigest
    ? words.digest.subject(lines.length)
    : words.notice.subject(first.kind, about);
  const settings = { label: words.settings, href: new URL("/settings", own).toString() };
  const thing: Choice = ["thing", first.on, first.about];
  const kind: Choice = ["kind", first.kind];
  const never: Choice = ["digest", "never"];
  const letter: Letter = {
    language: actor.language,
    sender: isDigest ? "Tribune" : words.notice.sender(about.who),
    subject,
    preview: words.lineOf(first).note,
    day: words.day(message.madeAt),
    heading: `${subject}.`.replace(/([.!?…])\.$/, "$1"),
    parts: [
      {
        title: null,
        lines: lines.map((line): LetterLine => {
          const href = new URL(line.path, own).toString();
          return { ...words.lineOf(line), href, quote: said.get(line.entry.id) ?? null };
        }),
      },
    ],
    button: isDigest
      ? { label: words.openToday, href: own.toString() }
      : { label: words.open, href: new URL(first.path, own).toString() },
    foot: isDigest ? words.digest.foot : words.notice.foot(first.kind),
    links: isDigest
      ? [
          { label: words.digest.weekly, href: link(["digest", "weekly"]) },
          { label: words.digest.never, href: link(never) },
          settings,
        ]
      : [
          { label: words.notice.thing, href: link(thing) },
          { label: words.notice.kind(first.kind), href: link(kind) },
          settings,
        ],
  };
  return {
    letter,
    leave: link(isDigest ? never : kind).replace("/quiet?", "/api/quiet?"),
    thing: isDigest ? null : `${first.on}.${first.about}`,
  };
}

async function linesOf(
  { kind, operationId, noticeIds }: Message,
  reader: PersonActor,
  which: Prisma.Sql,
  looker: PersonActor | null,
): Promise<Line[]> {
  const ids = Prisma.sql`n.id = ANY (${[...noticeIds]}::uuid[]) AND ${which}`;
  const told = await listTold(reader, ids, most);
  const seen = looker ? await seenBy(looker, told) : told;
  // A message at once tells its own act, whatever came since.
  const actOf = (line: Told) => (kind === "notice" && operationId) || line.operationId;
  const acts = await historyOfActs(looker ?? reader, [...new Set(seen.map(actOf))]);
  const entries = new Map(acts.map((entry) => [entry.id, entry]));
  return seen.flatMap((line) => {
    const entry = entries.get(actOf(line));
    return entry && !entry.undone ? [{ ...line, entry }] : [];
  });
}

/** Those about what somebody else may see too. */
async function seenBy(looker: PersonActor, told: readonly Told[]): Promise<Told[]> {
  const seen = await Promise.all(told.map(({ on, about }) => isSeen(looker, on, about)));
  return told.filter((_, index) => seen[index]);
}

async function isSeen(viewer: PersonActor, on: string, id: string): Promise<boolean> {
  const subject = subjects.get(on);
  if (!subject || !can(viewer, subject.read)) return false;
  const row = await findRow(db(), anyRow)`
    SELECT 1 AS one FROM ${identifier(subject.table)} AS t WHERE t.id = ${id}::uuid AND ${subject.seen(viewer)}`;
  return row !== null;
}

/**
 * What the subject line calls the thing: subjects are read on locked screens and over shoulders. None of what somebody
 * of the same hats who is nobody in particular may not see, as a private OKR.
 */
async function nameInSubject({ on, about, entry }: Line, reader: PersonActor): Promise<string> {
  const anybody = { ...reader, id: nilId, sessionId: null };
  return (await isSeen(anybody, on, about)) ? (entry.facts[on] ?? "none") : "none";
}

async function wordsFor({ language, region }: PersonActor, timeZone: string) {
  const locale = localeOf(language, region);
  const messages = await loadMessages(language);
  const t: AnyWords = createTranslator({ locale, messages, timeZone, namespace: "mail" });
  const acts: AnyWords = createTranslator({ locale, messages, timeZone, namespace: "operations" });
  const format = formatterOf(locale, timeZone);
  const day = (at: Date) =>
    format.dateTime(at, { weekday: "long", day: "numeric", month: "long", timeZone });
  return {
    day,
    open: t.markup("open"),
    openToday: t.markup("openToday"),
    settings: t.markup("settings"),
    lineOf({ entry, kind, times }: Line) {
      const who = entry.actor ?? "Tribune";
      const when = format.dateTime(new Date(entry.at), {
        ...{ day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", timeZone },
      });
      return {
        title: `${who} ${sentenceOf(acts, format, entry)}`,
        note: t.markup("note", { kind: t.markup(`kind.${kind}`), count: times, when }),
      };
    },
    notice: {
      sender: (who: string) => t.markup("notice.sender", { who }),
      subject: (kind: NoticeKind, about: { who: string; thing: string }) =>
        t.markup(`notice.subject.${kind}`, about),
      foot: (kind: NoticeKind) => t.markup(`notice.foot.${kind}`),
      thing: t.markup("notice.thing"),
      kind: (kind: NoticeKind) => t.markup(`notice.silence.${kind}`),
    },
    digest: {
      subject: (count: number) => t.markup("digest.subject", { count }),
      foot: t.markup("digest.foot"),
      weekly: t.markup("digest.weekly"),
      never: t.markup("digest.never"),
    },
  };
}

const someone = z.object({
  email: z.string(),
  timeZone: z.string().nullable(),
  wants: z.boolean(),
});

/** Where a reader gets mail, by which clock they live, and whether they want any. */
export async function findAddressee(personId: string) {
  return findRow(db(), someone)`
    SELECT email, time_zone AS "timeZone", messages = 'mail' AS wants FROM person WHERE id = ${personId}::uuid`;
}
