import { beforeAll, expect, test } from "vitest";
import type { Database } from "#lib/db.ts";
import { handleEvents } from "#lib/desks/writes/events/process-events.ts";
import { runPull } from "#lib/desks/writes/pulls/pull-connection.ts";
import { findDelivery } from "#lib/initiatives/reads/delivery.ts";
import { castOn } from "#tests/support/cast.ts";
import { type FakeJira, startFakeJira } from "#tests/support/fake-jira/server.ts";
import { issueEvent } from "#tests/support/fake-jira/webhooks.ts";
import { paris } from "#tests/support/in-paris.ts";
import { useDatabase } from "#tests/support/use-database.ts";
import { connectTo } from "./connected.ts";
import { deliverTo, flavourOf } from "./delivered.ts";

let minutes = 0;
const now = () => new Date(Date.now() + minutes * 60_000);
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;
let fake: FakeJira;
let source: string;
let initiative: string;

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET ??= "a secret of these tests, long enough";
  database = await useDatabase();
  cast = await castOn(database);
  fake = await startFakeJira({ tickets: 5 });
  process.env.TRIBUNE_PRIVATE_HOSTS = fake.host;
  fake.site.add({
    ...{ id: "90001", key: "ROAD-1", project: "ROAD", type: "Epic", title: "Faster planning" },
    status: "working",
  });
  for (const [index, status] of (["done", "done", "working", "open"] as const).entries())
    fake.site.add({
      ...{ id: `9001${index}`, key: `ROAD-1${index}`, project: "ROAD", type: "Story" },
      ...{ parent: "ROAD-1", status },
    });
  source = await connectTo(fake, cast.ines, { name: "Desk" });
  initiative = await linked("Planning", "ROAD-1");
  return () => fake.close();
});

async function linked(title: string, epicKey: string): Promise<string> {
  const made = await database.initiative.create({
    data: {
      title,
      problem: "",
      kind: "product",
      origin: "bottom-up",
      teamId: cast.id.dispatch,
      epicKey,
    },
  });
  return made.id;
}

const operations = () => database.operation.count({ where: { name: "epic.read" } });

test("how an initiative's epic stands is read with a pull, though its project sends no tickets", async () => {
  await runPull(source, { now, timeZone: paris });
  expect(await findDelivery(cast.louis, initiative)).toMatchObject({
    ...{
      key: "ROAD-1",
      title: "Faster planning",
      status: "En cours",
      statusCategory: "indeterminate",
    },
    ...{ childrenDone: 2, childrenTotal: 4, startsOn: "2026-07-01", dueOn: "2026-09-30" },
    ...{ failure: null, url: `${fake.url}/browse/ROAD-1` },
  });
  expect(await database.ticket.count({ where: { key: { startsWith: "ROAD" } } })).toBe(0);
});

test("it is read again every quarter of an hour, and an operation only when something changed", async () => {
  const before = await operations();
  const read = (await findDelivery(cast.louis, initiative))?.readAt;
  await runPull(source, { now, timeZone: paris });
  expect((await findDelivery(cast.louis, initiative))?.readAt).toEqual(read);
  minutes += 16;
  await runPull(source, { now, timeZone: paris });
  expect(await operations()).toBe(before);
  expect((await findDelivery(cast.louis, initiative))?.readAt).not.toEqual(read);
  fake.site.setStatus("ROAD-12", "done");
  minutes += 16;
  await runPull(source, { now, timeZone: paris });
  expect(await operations()).toBe(before + 1);
  expect(await findDelivery(cast.louis, initiative)).toMatchObject({ childrenDone: 3 });
});

test.each(["ROAD-1", "ROAD-13"])(
  "an event of %s has it read with the next pull, which comes soon",
  async (key) => {
    const ticket = fake.site.setStatus(key, "done");
    await deliverTo(source, [issueEvent("updated", ticket, flavourOf(fake))]);
    await handleEvents(source, now);
    const state = await database.sourceState.findUniqueOrThrow({ where: { sourceId: source } });
    expect((state.nextPullAt?.getTime() ?? 0) - now().getTime()).toBeLessThan(31_000);
    const before = await operations();
    await runPull(source, { now, timeZone: paris });
    expect(await operations()).toBe(before + 1);
  },
);

test("an epic that the desk doesn't have is said to be so, and is whole again once it has", async () => {
  const id = await linked("Invoices", "ROAD-77");
  await runPull(source, { now, timeZone: paris });
  expect(await findDelivery(cast.louis, id)).toMatchObject({
    failure: { key: "epic-not-found", params: { key: "ROAD-77", host: fake.host } },
  });
  fake.site.add({ id: "90077", key: "ROAD-77", project: "ROAD", type: "Epic", status: "open" });
  minutes += 16;
  await runPull(source, { now, timeZone: paris });
  expect(await findDelivery(cast.louis, id)).toMatchObject({
    ...{ failure: null, status: "Ouvert", childrenDone: 0, childrenTotal: 0 },
  });
});

test("an initiative without an epic, or whose epic was not read yet, tells nothing", async () => {
  const id = await linked("Later", "ROAD-99");
  expect(await findDelivery(cast.louis, id)).toBeNull();
});
