import { beforeAll, beforeEach, expect, test } from "vitest";
import type { PersonActor } from "#lib/auth/actor.ts";
import { type CommandName, type InputOf, runCommand } from "#lib/commands.ts";
import type { Database } from "#lib/db.ts";
import { listDutyWeeks } from "#lib/duty/reads.ts";
import { planDuty } from "#lib/duty/writes.ts";
import { newCall } from "#lib/operations/write.ts";
import { keptFor } from "#lib/outbox/patience.ts";
import { writeLetter } from "#lib/outbox/reads/letter.ts";
import { deliverer } from "#lib/outbox/writes/deliver.ts";
import { makeDigests } from "#lib/outbox/writes/digests.ts";
import { forgetOldMessages } from "#lib/outbox/writes/forget.ts";
import { castOn, insightOn } from "#tests/support/cast.ts";
import { smtpServer } from "#tests/support/smtp/smtp-server.ts";
import { useDatabase } from "#tests/support/use-database.ts";

/** By the clocks of Paris, an hour before UTC in winter. */
const at = (day: string, time: string) => new Date(`${day}T${time}:00+01:00`);
const sunday = "2026-11-15";
const monday = "2026-11-16";
const tuesday = "2026-11-17";
const timeZone = "Europe/Paris";

let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;
let number = 0;

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET = "a secret of this test's own, long enough";
  database = await useDatabase();
  cast = await castOn(database);
});

beforeEach(async () => {
  await database.outbox.deleteMany();
  await database.notice.deleteMany();
  await database.person.updateMany({ data: { digest: "weekdays", timeZone: null } });
});

async function ask<Name extends CommandName>(
  name: Name,
  actor: PersonActor,
  input: InputOf<Name>,
  now: Date,
) {
  return runCommand(name, actor, input, newCall(now));
}

/** What bastien follows changes. */
async function news(now: Date, ...mentions: string[]): Promise<string> {
  number += 1;
  const title = `Rapports ${number}`;
  const { id } = await ask("theme.create", cast.louis, { title, tribeId: cast.id.pla }, now);
  await ask("follow.start", cast.bastien, { on: "theme", id }, now);
  const body = mentions.length > 0 ? `@${cast.bastien.name} prêt ?` : "Prêt";
  await ask("comment.write", cast.camille, { on: "theme", id, body, mentions }, now);
  return id;
}

const digests = async () =>
  (await database.outbox.findMany({ where: { kind: "digest" } })).filter(
    ({ recipientId }) => recipientId === cast.bastien.id,
  );

test.each([
  ["too early", monday, "08:29", 0],
  ["at half past eight", monday, "08:30", 1],
  ["late in the morning", monday, "11:50", 1],
  ["after noon: the next time", monday, "14:00", 0],
  ["on a Sunday", sunday, "09:00", 0],
])("a digest is made on weekdays from half past eight: %s", async (_, day, time, count) => {
  await news(at("2026-11-13", "17:00"));
  await makeDigests({ now: at(day, time), timeZone });
  expect(await digests()).toHaveLength(count);
});

test("it is that hour where the person lives", async () => {
  await news(at("2026-11-13", "17:00"));
  await database.person.update({
    where: { id: cast.bastien.id },
    data: { timeZone: "America/Montreal" },
  });
  await makeDigests({ now: at(monday, "09:00"), timeZone });
  expect(await digests()).toHaveLength(0);
  await makeDigests({ now: at(monday, "14:40"), timeZone });
  expect(await digests()).toHaveLength(1);
});

test("there is one a day, of what came since the one before and is unread; else none", async () => {
  const first = await news(at(sunday, "17:00"));
  const now = at(monday, "08:30");
  await makeDigests({ now, timeZone });
  await makeDigests({ now: at(monday, "08:31"), timeZone });
  expect(await digests()).toHaveLength(1);
  await makeDigests({ now: at(tuesday, "08:30"), timeZone });
  expect(await digests()).toHaveLength(1);
  const second = await news(at(tuesday, "08:35"));
  await makeDigests({ now: at(tuesday, "08:40"), timeZone });
  const made = await digests();
  const told = await database.notice.findMany({
    where: { id: { in: made.flatMap(({ noticeIds }) => noticeIds) } },
  });
  expect(made).toHaveLength(2);
  expect(told.map(({ subjectId }) => subjectId).sort()).toEqual([first, second].sort());
});

test("none to who wants one a week on other days, never, or what is silenced", async () => {
  const id = await news(at(sunday, "17:00"));
  const where = { id: cast.bastien.id };
  await database.person.update({ where, data: { digest: "weekly" } });
  await makeDigests({ now: at(tuesday, "09:00"), timeZone });
  expect(await digests()).toHaveLength(0);
  await database.person.update({ where, data: { digest: "never" } });
  await makeDigests({ now: at(monday, "09:00"), timeZone });
  expect(await digests()).toHaveLength(0);
  await database.person.update({ where, data: { digest: "weekdays" } });
  const silence = {
    personId: cast.bastien.id,
    subjectKind: "theme",
    subjectId: id,
    since: at(monday, "08:00"),
  };
  await database.silence.create({ data: silence });
  await makeDigests({ now: at(tuesday, "09:00"), timeZone });
  expect(await digests()).toHaveLength(0);
  await database.silence.deleteMany();
  await database.person.update({ where, data: { digest: "weekly" } });
  await makeDigests({ now: at(monday, "09:00"), timeZone });
  expect(await digests()).toHaveLength(1);
});

test("what was told at once is not told again", async () => {
  await news(at(monday, "17:00"), cast.bastien.id);
  await makeDigests({ now: at(tuesday, "09:00"), timeZone });
  expect(await digests()).toHaveLength(0);
});

const written = async (actor: PersonActor, now: Date, noticeIds: string[] = []) =>
  (
    await writeLetter(
      { kind: "digest", operationId: null, noticeIds, madeAt: now },
      { actor, timeZone, at: { now, timeZone } },
      {},
    )
  )?.letter ?? null;

test("the week begins with one of what awaits, news or none; who has no part in the work gets none", async () => {
  const now = at(monday, "08:30");
  await makeDigests({ now, timeZone });
  const to = async () =>
    (await database.outbox.findMany({ where: { kind: "digest" } })).map((one) => one.recipientId);
  expect(await to()).toContain(cast.louis.id);
  await database.outbox.deleteMany();
  await makeDigests({ now: at(tuesday, "08:30"), timeZone });
  expect(await to()).toEqual([]);
  await database.hat.updateMany({
    where: { personId: cast.louis.id },
    data: { endsOn: new Date(monday) },
  });
  await makeDigests({ now, timeZone });
  expect(await to()).not.toContain(cast.louis.id);
  await database.hat.updateMany({ where: { personId: cast.louis.id }, data: { endsOn: null } });
});

test("it says what awaits its reader as Today does, and whose week the inbox is: each once", async () => {
  const now = at(monday, "08:30");
  await planDuty({ now, timeZone });
  const insight = await insightOn(database, cast.id.desk, { tribeId: cast.id.pla });
  const [week] = await listDutyWeeks(cast.louis, { now, timeZone });
  await database.dutyWeek.update({
    where: { id: week?.id ?? "" },
    data: { personId: cast.louis.id },
  });
  const shareOut = (quarter: "2026-Q4" | "2027-Q1", id: string) =>
    ask(
      "insight.share-out",
      cast.clara,
      { insightIds: [id], teamId: cast.id.dispatch, quarter },
      now,
    );
  await shareOut("2026-Q4", insight);
  const noticesOf = async (actor: PersonActor) =>
    (await database.notice.findMany({ where: { personId: actor.id } })).map(({ id }) => id);
  const own = await written(cast.louis, now, await noticesOf(cast.louis));
  expect(own?.subject).toBe("Une chose t’attend");
  expect(own?.parts).toMatchObject([
    { title: null, lines: [{ title: "1 nouvel insight chez Dispatch" }] },
    { title: "Cette semaine", lines: [], text: "C’est toi qui tiens « À trier »." },
  ]);
  const other = await written(cast.clara, now);
  expect(other?.parts.at(-1)?.text).toBe("Louis Marchetti tient « À trier ».");
  // Of another quarter nothing awaits yet: then it is news.
  const later = await insightOn(database, cast.id.desk, { tribeId: cast.id.pla });
  await shareOut("2027-Q1", later);
  const both = await written(cast.louis, now, await noticesOf(cast.louis));
  expect(both?.parts.map(({ title }) => title)).toEqual([null, "Pas encore lu", "Cette semaine"]);
  expect(await written(cast.salome, now)).toBeNull();
});

test("what nothing stands in stays here, and says so", async () => {
  await database.outbox.create({
    data: {
      ...{ channel: "mail", kind: "digest", recipientId: cast.salome.id, idempotencyKey: "empty" },
      ...{ notBefore: at(monday, "08:30"), madeAt: at(monday, "08:30") },
    },
  });
  const now = at(monday, "08:31");
  await deliverer()({ now: () => now, timeZone, signal: new AbortController().signal });
  expect(await database.outbox.findMany({ select: { state: true, failure: true } })).toEqual([
    { state: "withdrawn", failure: "nothing" },
  ]);
});

test("it arrives as one mail that counts what is unread when it leaves", async () => {
  process.env.MAIL_FROM = "Tribune <tribune@soupape.example>";
  const server = await smtpServer();
  process.env.SMTP_URL = server.url;
  await news(at(sunday, "16:00"));
  await news(at(sunday, "17:00"));
  const read = await news(at(sunday, "18:00"));
  const now = at(monday, "08:30");
  await makeDigests({ now, timeZone });
  await database.notice.updateMany({ where: { subjectId: read }, data: { readAt: now } });
  await deliverer()({ now: () => now, timeZone, signal: new AbortController().signal });
  await server.close();
  delete process.env.SMTP_URL;
  const own = server.got.filter(({ to }) => to.startsWith("bastien"));
  expect(own).toHaveLength(1);
  expect(own[0]?.text).toMatch(/^Subject: =\?UTF-8\?Q\?2_nouvelles/m);
});

test("what ended a month ago is forgotten, and what waits is not", async () => {
  await news(at(sunday, "17:00"));
  await makeDigests({ now: at(monday, "09:00"), timeZone });
  await database.outbox.updateMany({
    data: { state: "withdrawn", failure: "read", endedAt: at(monday, "09:01") },
  });
  await news(at(monday, "10:00"), cast.bastien.id);
  const late = (days: number) => new Date(at(monday, "10:00").getTime() + days * 86_400_000);
  expect(await forgetOldMessages(late(keptFor - 1))).toBe(0);
  expect(await forgetOldMessages(late(keptFor))).toBeGreaterThan(0);
  expect(await digests()).toHaveLength(0);
  expect(await database.outbox.count()).toBe(1);
});
