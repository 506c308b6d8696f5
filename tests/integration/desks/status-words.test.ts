import { beforeAll, expect, test } from "vitest";
import { system } from "#lib/auth/actor.ts";
import type { Database } from "#lib/db.ts";
import { findBugClock } from "#lib/desks/reads/bug-clock.ts";
import { listStatuses } from "#lib/desks/reads/connections.ts";
import { handleEvents } from "#lib/desks/writes/events/process-events.ts";
import { runPull } from "#lib/desks/writes/pulls/pull-connection.ts";
import { castOn } from "#tests/support/cast.ts";
import { type FakeJira, startFakeJira } from "#tests/support/fake-jira/server.ts";
import { issueEvent } from "#tests/support/fake-jira/webhooks.ts";
import { paris } from "#tests/support/in-paris.ts";
import { useDatabase } from "#tests/support/use-database.ts";
import { connectTo } from "./connected.ts";
import { deliverTo, flavourOf } from "./delivered.ts";

const now = () => new Date();
let database: Database;
let fake: FakeJira;
let source: string;

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET ??= "a secret of these tests, long enough";
  database = await useDatabase();
  const cast = await castOn(database);
  fake = await startFakeJira({ tickets: 6 });
  process.env.TRIBUNE_PRIVATE_HOSTS = fake.host;
  source = await connectTo(fake, cast.ines, { name: "Desk" });
  return () => fake.close();
});

/** What the site's own language, in which its events are, has for the words that it answers with. */
function inGerman(body: string): string {
  return body
    .replaceAll('"Ouvert"', '"Offen"')
    .replaceAll('"En cours"', '"In Arbeit"')
    .replaceAll('"À faire"', '"Zu erledigen"');
}

const eventOf = (key: string) => {
  const ticket = fake.site.find(key);
  if (!ticket) throw new Error(`no ${key}`);
  return inGerman(issueEvent("updated", ticket, flavourOf(fake)));
};
const ticketOf = (key: string) =>
  database.ticket.findFirstOrThrow({
    where: { sourceId: source, key },
    select: { status: true, statusCategory: true, transitions: true },
  });

test("a ticket's status is one word, though events and answers have it in different languages", async () => {
  await runPull(source, { now, timeZone: paris });
  expect(await ticketOf("SAV-1")).toMatchObject({ status: "Ouvert", statusCategory: "À faire" });
  fake.site.setStatus("SAV-1", "working");
  await deliverTo(source, [eventOf("SAV-1")]);
  expect(await handleEvents(source, now)).toBe(1);
  const told = await ticketOf("SAV-1");
  expect(told).toMatchObject({ status: "En cours", statusCategory: "En cours" });
  expect(told.transitions).toMatchObject([{ fromStatus: "Ouvert", toStatus: "En cours" }]);
  const changes = await database.operation.count();
  await runPull(source, { now, timeZone: paris });
  expect(await ticketOf("SAV-1")).toEqual(told);
  expect(await database.operation.count()).toBe(changes);
});

test("what a desk's statuses mean is asked of each by its name, and tells a bug's dates", async () => {
  expect(await listStatuses(system, source)).toContain("En cours");
  const ticket = { sourceId: source, key: "SAV-1" };
  const { id } = await database.insight.findFirstOrThrow({ where: { ticket } });
  await database.insight.update({ where: { id }, data: { kind: "bug" } });
  expect(await findBugClock(system, id)).toBeNull();
  const statuses = { "En cours": "backlog" };
  await database.source.update({ where: { id: source }, data: { statuses } });
  expect(await findBugClock(system, id)).toEqual({
    qualifiedAt: null,
    backlogAt: expect.any(Date),
    resolvedAt: null,
  });
});

test("a status that no answer has named yet is called as the event calls it, until one does", async () => {
  await database.$executeRaw`
    UPDATE source_state SET fields = fields #- '{statuses,10101}' WHERE source_id = ${source}::uuid`;
  fake.site.setStatus("SAV-2", "open");
  await deliverTo(source, [eventOf("SAV-2")]);
  await handleEvents(source, now);
  expect(await ticketOf("SAV-2")).toMatchObject({ status: "Offen" });
  await runPull(source, { now, timeZone: paris });
  expect(await ticketOf("SAV-2")).toMatchObject({ status: "Ouvert" });
  await deliverTo(source, [eventOf("SAV-2").replace('"timestamp":', '"more":1,"timestamp":')]);
  await handleEvents(source, now);
  expect(await ticketOf("SAV-2")).toMatchObject({ status: "Ouvert" });
});
