import { beforeAll, expect, test } from "vitest";
import type { Database } from "#lib/db.ts";
import { listSources } from "#lib/desks/reads/connections.ts";
import { handleEvents } from "#lib/desks/writes/events/process-events.ts";
import { runPull } from "#lib/desks/writes/pulls/pull-connection.ts";
import { castOn } from "#tests/support/cast.ts";
import { type FakeJira, startFakeJira } from "#tests/support/fake-jira/server.ts";
import { issueEvent } from "#tests/support/fake-jira/webhooks.ts";
import { paris } from "#tests/support/in-paris.ts";
import { useDatabase } from "#tests/support/use-database.ts";
import { connectTo } from "./connected.ts";
import { deliverTo, flavourOf } from "./delivered.ts";

const dayMs = 24 * 60 * 60_000;
let day = 0;
/** Each night is a day later; the desk's own times stay where they are. */
const now = () => new Date(Date.now() + day * dayMs);
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;
let fake: FakeJira;
let server: FakeJira;
let source: string;

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET ??= "a secret of these tests, long enough";
  database = await useDatabase();
  cast = await castOn(database);
  fake = await startFakeJira({ tickets: 60 });
  server = await startFakeJira({ tickets: 40, kind: "server" });
  process.env.TRIBUNE_PRIVATE_HOSTS = `${fake.host},${server.host}`;
  source = await connectTo(fake, cast.ines, { name: "Desk" });
  await runPull(source, { now, timeZone: paris });
  return async () => {
    await fake.close();
    await server.close();
  };
});

const ticketOf = (externalId: string) =>
  database.ticket.findUnique({ where: { sourceId_externalId: { sourceId: source, externalId } } });
const state = () => database.sourceState.findUniqueOrThrow({ where: { sourceId: source } });
const listings = () =>
  fake.requests.filter(({ path, body }) => path.includes("search") && body.includes("5000")).length;

async function nextNight() {
  day += 1;
  await runPull(source, { now, timeZone: paris });
  expect(await state()).toMatchObject({ failure: null });
}

test("the first pull brings all; what the desk has is compared once a night, not with every pull", async () => {
  await runPull(source, { now, timeZone: paris });
  expect(listings()).toBe(0);
  await nextNight();
  await runPull(source, { now, timeZone: paris });
  expect(listings()).toBe(1);
  expect((await state()).reconciledAt?.getTime()).toBeGreaterThan(Date.now() + dayMs - 60_000);
});

test("what neither a webhook nor a pull told of is made good", async () => {
  const [missed, old, gone, moved] = fake.site.all().map(({ id }) => id);
  if (!missed || !old || !gone || !moved) throw new Error("too few tickets");
  // As if it had never come, as if its change had been missed; the desk says nothing new.
  await database.insight.deleteMany({ where: { ticket: { externalId: missed } } });
  await database.ticketComment.deleteMany({ where: { ticket: { externalId: missed } } });
  await database.ticketTransition.deleteMany({ where: { ticket: { externalId: missed } } });
  await database.insightOrganisation.deleteMany({ where: { insight: { ticketId: null } } });
  await database.ticketKey.deleteMany({ where: { ticket: { externalId: missed } } });
  await database.ticket.deleteMany({ where: { externalId: missed } });
  await database.ticket.updateMany({
    where: { externalId: old },
    data: { deskUpdatedAt: new Date("2026-01-01"), title: "Older", rowHash: Buffer.from("x") },
  });
  fake.site.remove(gone);
  fake.site.move(moved);
  const before = await database.ticket.count();
  await nextNight();
  expect(await database.ticket.count()).toBe(before + 1);
  expect(await ticketOf(missed)).toMatchObject({ key: "SAV-1" });
  expect((await ticketOf(old))?.title).toBe(fake.site.find(old)?.title);
  expect((await ticketOf(gone))?.deletedInDeskAt).not.toBeNull();
  expect(await ticketOf(moved)).toMatchObject({ deletedInDeskAt: null, key: `ROAD-${moved}` });
  const operations = await database.operation.count();
  await nextNight();
  expect(await database.operation.count()).toBe(operations);
});

test("what was only hidden for a while is unmarked when the desk shows it again", async () => {
  const ticket = structuredClone(fake.site.all()[9]);
  if (!ticket) throw new Error("no ticket");
  await deliverTo(source, [issueEvent("deleted", ticket, flavourOf(fake))]);
  await handleEvents(source, now);
  expect((await ticketOf(ticket.id))?.deletedInDeskAt).not.toBeNull();
  await nextNight();
  expect((await ticketOf(ticket.id))?.deletedInDeskAt).toBeNull();
  await deliverTo(source, [issueEvent("deleted", ticket, flavourOf(fake))]);
  await handleEvents(source, now);
  day += 1;
  fake.site.change(ticket.id, { title: "Back again" });
  await database.sourceState.update({
    where: { sourceId: source },
    data: { reconciledAt: now() },
  });
  await runPull(source, { now, timeZone: paris });
  expect(await ticketOf(ticket.id)).toMatchObject({ title: "Back again", deletedInDeskAt: null });
});

test("when the desk no longer shows most of what is here, nothing is marked and it is said", async () => {
  const away = fake.site.all().filter(({ project }) => project === "SAV");
  for (const { id } of away.slice(5)) fake.site.remove(id);
  const marked = await database.ticket.count({ where: { deletedInDeskAt: { not: null } } });
  day += 1;
  await runPull(source, { now, timeZone: paris });
  expect(await database.ticket.count({ where: { deletedInDeskAt: { not: null } } })).toBe(marked);
  const [view] = (await listSources(cast.ines, now())).filter(({ id }) => id === source);
  expect(view).toMatchObject({ health: "failing", failure: { key: "source-hides-most" } });
});

test("a Server is compared as well", async () => {
  const id = await connectTo(server, cast.ines, { name: "Server" });
  await runPull(id, { now, timeZone: paris });
  const gone = server.site.all()[0]?.id ?? "";
  server.site.remove(gone);
  day += 1;
  await runPull(id, { now, timeZone: paris });
  const found = await database.ticket.findMany({
    where: { sourceId: id, deletedInDeskAt: { not: null } },
  });
  expect(found.map(({ externalId }) => externalId)).toEqual([gone]);
});
