import "server-only";
import { z } from "zod";
import type { PersonActor } from "#lib/auth/actor.ts";
import { can } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { ownAddress } from "#lib/door/own-address.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { historyOfActs } from "#lib/history/reads/history.ts";
import type { HistoryEntry } from "#lib/history/views.ts";
import { nilId } from "#lib/nil-id.ts";
import { listTold, type Told } from "#lib/notices/reads/news.ts";
import { subjects } from "#lib/nouns.server.ts";
import { identifier } from "#lib/operations/identifier.ts";
import type { Letter, LetterLine, LetterPart } from "#lib/outbox/mail/letter.ts";
import { type Day, findDay, noDay, type Reader } from "#lib/outbox/reads/day.ts";
import { wordsFor } from "#lib/outbox/reads/letter-words.ts";
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
  reader: Reader,
  { which = Prisma.sql`true`, looker = null }: { which?: Prisma.Sql; looker?: PersonActor | null },
): Promise<Written | null> {
  const { actor, timeZone } = reader;
  const isDigest = message.kind === "digest";
  const [told, day, words] = await Promise.all([
    linesOf(message, actor, which, looker),
    isDigest ? findDay(reader, looker !== null) : noDay,
    wordsFor(actor, timeZone),
  ]);
  const said = await readSaid(told.map(({ entry }) => entry.id));
  const own = ownAddress();
  const lines = told
    .filter(({ about, entry }) => day.says.get(about) !== (entry.facts.quarter ?? null))
    .map((line): LetterLine => {
      const href = new URL(line.path, own).toString();
      return { ...words.lineOf(line), href, quote: said.get(line.entry.id) ?? null };
    });
  // Who only looks at it silences nothing in its reader's name.
  const link = (what: Choice) =>
    looker
      ? new URL("/settings", own).toString()
      : new URL(`/quiet?token=${silenceToken(actor.id, what)}`, own).toString();
  const oneClick = (what: Choice) => link(what).replace("/quiet?", "/api/quiet?");
  const settings = { label: words.settings, href: new URL("/settings", own).toString() };
  const common = { language: actor.language, day: words.day(message.madeAt) };
  if (isDigest) {
    const parts = partsOf(day, lines, words);
    const [first] = parts;
    const waiting = day.tasks.length + (day.estimates > 0 ? 1 : 0);
    if (!first || waiting + lines.length === 0) return null;
    const subject = words.digest.subject(waiting, lines.length);
    const never: Choice = ["digest", "never"];
    const letter: Letter = {
      ...common,
      ...{ sender: "Tribune", subject, heading: asSentence(subject), parts },
      preview: first.lines
        .slice(0, 3)
        .map(({ title, note }) => (waiting > 0 ? title : note))
        .join(" · "),
      button: { label: words.openToday, href: own.toString() },
      foot: words.digest.foot,
      links: [
        { label: words.digest.weekly, href: link(["digest", "weekly"]) },
        { label: words.digest.never, href: link(never) },
        settings,
      ],
    };
    return { letter, leave: oneClick(never), thing: null };
  }
  const [first] = told;
  if (!first) return null;
  const about = {
    who: first.entry.actor ?? "Tribune",
    thing: await nameInSubject(first, actor),
  };
  const subject = words.notice.subject(first.kind, about);
  const kind: Choice = ["kind", first.kind];
  const letter: Letter = {
    ...common,
    ...{ sender: words.notice.sender(about.who), subject, heading: asSentence(subject) },
    preview: words.lineOf(first).note,
    parts: [{ title: null, lines, text: null }],
    button: { label: words.open, href: new URL(first.path, own).toString() },
    foot: words.notice.foot(first.kind),
    links: [
      { label: words.notice.thing, href: link(["thing", first.on, first.about]) },
      { label: words.notice.kind(first.kind), href: link(kind) },
      settings,
    ],
  };
  return { letter, leave: oneClick(kind), thing: `${first.on}.${first.about}` };
}

const asSentence = (subject: string) => `${subject}.`.replace(/([.!?…])\.$/, "$1");

/** First what is to be done, then what is news, then whose week it is. */
function partsOf(
  { tasks, estimates, duty }: Day,
  news: readonly LetterLine[],
  words: Awaited<ReturnType<typeof wordsFor>>,
): LetterPart[] {
  const own = ownAddress();
  const lineTo = (href: string, said: { title: string; note: string }): LetterLine => ({
    ...said,
    ...{ href: new URL(href, own).toString(), quote: null },
  });
  const toDo = [
    ...tasks.map((task) => lineTo(task.href, words.taskOf(task))),
    ...(estimates > 0 ? [lineTo("/", words.estimates(estimates))] : []),
  ];
  return [
    ...(toDo.length > 0 ? [{ title: null, lines: toDo, text: null }] : []),
    ...(news.length > 0
      ? [{ title: toDo.length > 0 ? words.digest.news : null, lines: news, text: null }]
      : []),
    ...(duty ? [{ title: words.digest.week, lines: [], text: words.digest.duty(duty) }] : []),
  ];
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
