import { beforeAll, expect, test } from "vitest";
import type { Database } from "#lib/db.ts";
import { listAsides } from "#lib/desks/reads/asides.ts";
import { findSource } from "#lib/desks/reads/connections.ts";
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
/** No index of the database takes a value of such a length. */
const tooLong = Array.from({ length: 6000 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join("");
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;
let fake: FakeJira;
let source: string;
let bad: string;

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET ??= "a secret of these tests, long enough";
  database = await useDatabase();
  cast = await castOn(database);
  fake = await startFakeJira({ tickets: 30 });
  process.env.TRIBUNE_PRIVATE_HOSTS = fake.host;
  source = await connectTo(fake, cast.ines, { name: "Support" });
  return () => fake.close();
});

/** More than come with the ticket itself, so that the desk is asked for them. */
const manyComments = () =>
  Array.from({ length: 60 }, (_, at) => {
    return { id: `9${at}`, at: Date.now(), author: 0, body: `no. ${at}`, isPublic: true };
  });

const pull = () => runPull(source, { now, timeZone: paris });
const asides = () => listAsides(cast.ines, source, 10);
const titleOf = async (id: string) =>
  (await database.ticket.findFirst({ where: { sourceId: source, externalId: id } }))?.title;

test("half an emoji or a NUL in a ticket is replaced, and its pull goes on", async () => {
  const half = fake.site.change("SAV-2", { title: "Bravo \ud83d", paragraphs: ["a\0b \udc00 c"] });
  const after = fake.site.change("SAV-3", { title: "After it" });
  await pull();
  expect(await titleOf(half.id)).toBe("Bravo \ufffd");
  const ticket = await database.ticket.findFirst({ where: { externalId: half.id } });
  expect(ticket?.body).toContain("a\ufffdb \ufffd c");
  expect(await titleOf(after.id)).toBe("After it");
  expect(await findSource(cast.ines, source, now())).toMatchObject({ health: "well", tickets: 30 });
});

test("the same in a webhook is replaced, and the event is taken", async () => {
  const ticket = fake.site.change("SAV-4", { title: "Merci \ud83d\0" });
  await deliverTo(source, [issueEvent("updated", ticket, flavourOf(fake))]);
  await handleEvents(source, now);
  expect(await titleOf(ticket.id)).toBe("Merci \ufffd\ufffd");
});

test("a ticket that can't be kept is put aside with its reason, and those beside it come in", async () => {
  const incident = fake.site
    .all()
    .find(({ type, project }) => type === "Incident" && project === "SAV");
  bad = incident?.key ?? "";
  fake.site.setStatus(bad, "working");
  fake.site.change(bad, { title: "Never", broken: { status: { id: "10102", name: tooLong } } });
  const good = fake.site.add({ title: "Beside it" });
  await pull();
  expect(await titleOf(good.id)).toBe("Beside it");
  expect(await titleOf(incident?.id ?? "")).not.toBe("Never");
  expect(await findSource(cast.ines, source, now())).toMatchObject({ failure: null, tickets: 31 });
  const { shown, total } = await asides();
  expect(total).toBe(1);
  expect(shown).toMatchObject([{ name: bad, reason: { key: "ticket-too-long", params: {} } }]);
});

test("it is not tried with every pull, but when it changes; then it is no longer aside", async () => {
  const tried = await database.ticketAside.findFirstOrThrow();
  await pull();
  expect(await database.ticketAside.findFirstOrThrow()).toEqual(tried);
  const mended = fake.site.change(bad, { title: "Mended", broken: null });
  await pull();
  expect(await titleOf(mended.id)).toBe("Mended");
  expect(await asides()).toEqual({ shown: [], total: 0 });
});

test("a desk that answers nothing about one ticket's comments keeps that one aside only", async () => {
  const ticket = fake.site.change("SAV-7", { title: "Hidden words", comments: manyComments() });
  const good = fake.site.add({ title: "Heard all the same" });
  fake.misbehave({ on: "comment", as: { kind: "status", status: 403, headers: {} }, times: 2 });
  await pull();
  expect(await titleOf(good.id)).toBe("Heard all the same");
  expect((await asides()).shown).toMatchObject([
    { name: ticket.key, reason: { key: "jiraErrors.forbidden" } },
  ]);
});

test("an event that can't be taken in leaves its ticket to the pull that comes next", async () => {
  const ticket = fake.site.setStatus("SAV-8", "working");
  fake.site.change("SAV-8", {
    title: "Told twice",
    broken: { status: { id: "10199", name: tooLong } },
  });
  const event = issueEvent("updated", ticket, flavourOf(fake))
    .replaceAll('"10102"', '"10199"')
    .replaceAll('"toString":"En cours"', `"toString":"${tooLong}"`);
  await deliverTo(source, [event]);
  for (let tries = 0; tries < 3; tries += 1) await handleEvents(source, now);
  expect((await asides()).shown.map(({ name }) => name)).toContain("SAV-8");
  fake.site.change("SAV-8", { title: "Told by the pull", broken: null });
  await pull();
  expect(await titleOf(ticket.id)).toBe("Told by the pull");
  expect((await asides()).shown.map(({ name }) => name)).not.toContain("SAV-8");
});
