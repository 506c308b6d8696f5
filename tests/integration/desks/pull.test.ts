import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Database } from "#lib/db.ts";
import { listSources } from "#lib/desks/reads/connections.ts";
import { saveSourceInput } from "#lib/desks/schema.ts";
import { pauseSource, saveSource } from "#lib/desks/writes/commands.ts";
import { listDuePulls, runPull } from "#lib/desks/writes/pulls/pull-connection.ts";
import { newCall } from "#lib/operations/write.ts";
import { castOn } from "#tests/support/cast.ts";
import { type FakeJira, startFakeJira } from "#tests/support/fake-jira/server.ts";
import { paris } from "#tests/support/in-paris.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = () => new Date();
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;
let fake: FakeJira;
let other: FakeJira;
let source: string;

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET ??= "a secret of these tests, long enough";
  database = await useDatabase();
  cast = await castOn(database);
  fake = await startFakeJira({ tickets: 230 });
  other = await startFakeJira({ tickets: 450 });
  process.env.TRIBUNE_PRIVATE_HOSTS = `${fake.host},${other.host}`;
  source = (await connect("Support", ["SAV"])).id;
  return async () => {
    await fake.close();
    await other.close();
  };
});

beforeEach(async () => {
  await database.sourceState.update({ where: { sourceId: source }, data: { nextPullAt: now() } });
});

async function connect(name: string, projects: string[], siteUrl = fake.url) {
  const input = {
    ...{
      id: null,
      version: null,
      name,
      kind: fake.kind === "cloud" ? "jira-cloud" : "jira-server",
    },
    ...{ siteUrl, account: fake.account.user, apiToken: fake.account.token, webhookSecret: "" },
    admits: { projects },
  };
  return saveSource(cast.ines, saveSourceInput.parse(input), newCall(now()));
}

async function state() {
  const [view] = (await listSources(cast.ines, now())).filter(({ id }) => id === source);
  return view;
}

test("a new connection is due at once; its tickets come whole, with comments and the ways of bugs", async () => {
  const incident = fake.site.all().find(({ type }) => type === "Incident");
  fake.site.setStatus(incident?.id ?? "", "working");
  expect(await listDuePulls(now())).toEqual([source]);
  await runPull(source, { now, timeZone: paris });
  expect(await state()).toMatchObject({ failure: null, health: "well", tickets: 230 });
  expect(await database.insight.count({ where: { sourceId: source } })).toBe(230);
  const run = await database.importRun.findFirstOrThrow({ where: { sourceId: source } });
  expect(run).toMatchObject({
    kind: "pull",
    state: "done",
    created: 230,
    refused: 0,
    rowsTotal: 230,
  });
  expect(await database.ticketComment.count()).toBeGreaterThan(0);
  const [way] = await database.ticketTransition.findMany({ include: { ticket: true } });
  expect(way).toMatchObject({ toStatus: "En cours", ticket: { externalId: incident?.id } });
  expect(await listDuePulls(now())).toEqual([]);
});

test("a second pull brings what changed, and writes nothing for what did not", async () => {
  const operations = await database.operation.count({ where: { name: "source.pulled" } });
  await runPull(source, { now, timeZone: paris });
  expect(await database.operation.count({ where: { name: "source.pulled" } })).toBe(operations);
  const added = fake.site.add({ title: "Printer on fire" });
  await runPull(source, { now, timeZone: paris });
  const ticket = await database.ticket.findFirstOrThrow({ where: { externalId: added.id } });
  expect(ticket.title).toBe("Printer on fire");
  expect(await database.ticket.count({ where: { sourceId: source } })).toBe(231);
});

test("a failure is said in words, tried again later, and forgotten when it went well", async () => {
  fake.misbehave({ on: "search", as: { kind: "status", status: 401, headers: {} }, times: 1 });
  await runPull(source, { now, timeZone: paris });
  const failing = await state();
  expect(failing?.health).toBe("failing");
  expect(failing?.failure?.key).toBe("jiraErrors.unauthorised");
  expect(failing?.nextPullAt?.getTime()).toBeGreaterThan(Date.now() + 30_000);
  await runPull(source, { now, timeZone: paris });
  expect(await state()).toMatchObject({ failure: null, health: "well" });
});

test("one thing among the issues that is none is listed, and stops nothing", async () => {
  fake.site.add({ id: "x-1", key: "SAV-9999" });
  const added = fake.site.add({ title: "After the odd one" });
  await runPull(source, { now, timeZone: paris });
  expect(await database.ticket.count({ where: { externalId: added.id } })).toBe(1);
  const [refused] = await database.importRefusal.findMany();
  expect(refused).toMatchObject({ reason: "not-an-issue", params: { issue: "SAV-9999" } });
});

test("a pull that was cut goes on from the page it had", async () => {
  const { id } = await connect("Second desk", ["SAV"], other.url);
  other.misbehave({
    on: "search",
    as: { kind: "status", status: 403, headers: {} },
    after: 2,
    times: 1,
  });
  await runPull(id, { now, timeZone: paris });
  const half = await database.ticket.count({ where: { sourceId: id } });
  expect(half).toBe(200);
  const asked = other.requests.length;
  await runPull(id, { now, timeZone: paris });
  expect(await database.ticket.count({ where: { sourceId: id } })).toBe(450);
  expect(other.requests.slice(asked).filter(({ path }) => path.includes("search"))).toHaveLength(3);
  const runs = await database.importRun.findMany({ where: { sourceId: id } });
  expect(runs.map(({ created, state }) => ({ created, state }))).toEqual([
    { created: 450, state: "done" },
  ]);
});

test("a paused source is not pulled", async () => {
  await pauseSource(cast.ines, { id: source }, newCall(now()));
  expect(await listDuePulls(now())).not.toContain(source);
  const asked = fake.requests.length;
  await runPull(source, { now, timeZone: paris });
  expect(fake.requests.length).toBe(asked);
});
