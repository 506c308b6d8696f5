import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "#lib/db.ts";
import { listSourcesWithEvents } from "#lib/desks/reads/waiting-events.ts";
import { pauseSource, resumeSource } from "#lib/desks/writes/commands.ts";
import { handleEvents } from "#lib/desks/writes/events/process-events.ts";
import { pruneEvents } from "#lib/desks/writes/events/prune-events.ts";
import { runPull } from "#lib/desks/writes/pulls/pull-connection.ts";
import { historyOf } from "#lib/history/reads/history.ts";
import { listInsightRowIds } from "#lib/insights/reads/history-rows.ts";
import { newCall } from "#lib/operations/write.ts";
import { castOn } from "#tests/support/cast.ts";
import { type FakeJira, startFakeJira } from "#tests/support/fake-jira/server.ts";
import type { FakeTicket } from "#tests/support/fake-jira/tickets.ts";
import {
  commentEvent,
  commentedIssueEvent,
  issueEvent,
} from "#tests/support/fake-jira/webhooks.ts";
import { paris } from "#tests/support/in-paris.ts";
import { useDatabase } from "#tests/support/use-database.ts";
import { connectTo } from "./connected.ts";
import { deliverTo, flavourOf } from "./delivered.ts";

const now = () => new Date();
const later = (minutes: number) => () => new Date(Date.now() + minutes * 60_000);
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;
const fakes: FakeJira[] = [];
let cloud: FakeJira;
let server: FakeJira;
let asking: FakeJira;
let silent: FakeJira;
let touched: FakeJira;
let source: string;
let serverSource: string;

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET ??= "a secret of these tests, long enough";
  database = await useDatabase();
  cast = await castOn(database);
  cloud = await start();
  server = await start("server");
  asking = await start();
  silent = await start();
  touched = await start();
  process.env.TRIBUNE_PRIVATE_HOSTS = fakes.map(({ host }) => host).join();
  source = await connectTo(cloud, cast.ines, { name: "Cloud desk" });
  serverSource = await connectTo(server, cast.ines, { name: "Server desk" });
  return async () => {
    for (const fake of fakes) await fake.close();
  };
});

async function start(kind: "cloud" | "server" = "cloud") {
  const fake = await startFakeJira({ tickets: 30, kind });
  fakes.push(fake);
  return fake;
}

const at = (fake: FakeJira, key: string): FakeTicket => {
  const ticket = fake.site.find(key);
  if (!ticket) throw new Error(`no ${key}`);
  // As it is now: what happens to it later is not in what was sent.
  return structuredClone(ticket);
};
const event = (fake: FakeJira, kind: "created" | "updated" | "deleted", key: string) =>
  issueEvent(kind, at(fake, key), flavourOf(fake));
const ticketOf = (externalId: string, sourceId = source) =>
  database.ticket.findUnique({
    where: { sourceId_externalId: { sourceId, externalId } },
    include: { insights: true, comments: true, transitions: true, keys: true },
  });
const outcomes = async (sourceId = source) =>
  (
    await database.webhookEvent.findMany({
      where: { sourceId },
      orderBy: { id: "desc" },
      select: { outcome: true },
    })
  ).map(({ outcome }) => outcome);

describe("an event of an issue", () => {
  test("makes one insight, with what the site's own fields say, and lets its body go", async () => {
    const { id, title } = at(cloud, "SAV-1");
    await deliverTo(source, [event(cloud, "created", "SAV-1")]);
    expect(await listSourcesWithEvents(now())).toEqual([source]);
    expect(await handleEvents(source, now)).toBe(1);
    const ticket = await ticketOf(id);
    expect(ticket).toMatchObject({ key: "SAV-1", title, requestType: "Signaler un problème" });
    expect(ticket?.insights).toHaveLength(1);
    const [kept] = await database.webhookEvent.findMany({ where: { sourceId: source } });
    expect(kept).toMatchObject({ outcome: "taken", failure: null });
    expect(kept?.body).toHaveLength(0);
    const state = await database.sourceState.findUnique({ where: { sourceId: source } });
    expect(state?.lastEventAt).toEqual(kept?.receivedAt);
    expect(await listSourcesWithEvents(now())).toEqual([]);
  });

  test("counts only when it is newer, and a step from status to status counts always", async () => {
    const { id } = at(cloud, "SAV-1");
    cloud.site.setStatus("SAV-1", "working");
    const first = event(cloud, "updated", "SAV-1");
    cloud.site.change("SAV-1", { title: "The newest title" });
    cloud.site.setStatus("SAV-1", "done");
    await deliverTo(source, [event(cloud, "updated", "SAV-1"), first]);
    await handleEvents(source, now);
    const ticket = await ticketOf(id);
    expect(ticket).toMatchObject({ title: "The newest title", status: "Terminé" });
    expect(ticket?.transitions.map(({ toStatus }) => toStatus).sort()).toEqual([
      "En cours",
      "Terminé",
    ]);
    await deliverTo(source, [event(cloud, "created", "SAV-1")]);
    await handleEvents(source, now);
    expect((await outcomes())[0]).toBe("older");
  });

  test("of another project does not come in, whatever is said about it", async () => {
    cloud.site.move("SAV-2");
    const { key, id } = at(cloud, "SAV-2");
    const comment = at(cloud, "SAV-3").comments[0];
    await deliverTo(source, [
      event(cloud, "created", key),
      event(cloud, "deleted", key),
      ...(comment ? [commentEvent("created", at(cloud, key), comment, flavourOf(cloud))] : []),
    ]);
    await handleEvents(source, now);
    expect(await ticketOf(id)).toBeNull();
    expect((await outcomes()).slice(0, 2)).toEqual(["ignored", "ignored"]);
  });

  test("that is here and moves away goes on under its new key, and is found by the one before", async () => {
    await deliverTo(source, [event(cloud, "created", "SAV-4")]);
    const { id } = at(cloud, "SAV-4");
    const moved = cloud.site.move("SAV-4");
    await deliverTo(source, [event(cloud, "updated", moved.key)]);
    await handleEvents(source, now);
    const ticket = await ticketOf(id);
    expect(ticket?.key).toBe(moved.key);
    expect(ticket?.keys.map(({ key }) => key).sort()).toEqual([moved.key, "SAV-4"].sort());
    expect(await database.insight.count({ where: { ticketId: ticket?.id ?? "" } })).toBe(1);
  });

  test("that is deleted is marked and kept; nothing older brings it back, in whatever order they come", async () => {
    const created = event(cloud, "created", "SAV-5");
    cloud.site.change("SAV-5", { title: "Almost gone" });
    const updated = event(cloud, "updated", "SAV-5");
    const deleted = event(cloud, "deleted", "SAV-5");
    const { id } = at(cloud, "SAV-5");
    for (const one of [deleted, updated, created, updated]) {
      await deliverTo(source, [one]);
      await handleEvents(source, now);
    }
    const ticket = await ticketOf(id);
    expect(ticket).toMatchObject({ title: "Almost gone" });
    expect(ticket?.deletedInDeskAt).not.toBeNull();
    expect(ticket?.insights).toHaveLength(1);
  });
});

describe("a comment", () => {
  test("that comes before its ticket waits for it, and an internal one stays internal", async () => {
    const ticket = at(cloud, "SAV-6");
    const bare = { ...ticket, comments: [] };
    for (const comment of ticket.comments)
      await deliverTo(source, [commentEvent("created", ticket, comment, flavourOf(cloud))]);
    expect(await handleEvents(source, now)).toBe(0);
    expect(await listSourcesWithEvents(now())).toEqual([]);
    await deliverTo(source, [issueEvent("created", bare, flavourOf(cloud))]);
    await handleEvents(source, now);
    const kept = (await ticketOf(ticket.id))?.comments ?? [];
    expect(kept.map(({ externalId, isInternal }) => [externalId, isInternal]).sort()).toEqual(
      ticket.comments.map(({ id, isPublic }) => [id, !isPublic]).sort(),
    );
  });

  test("that waits in vain is let go after an hour", async () => {
    const ticket = { ...at(server, "SAV-9"), id: "77777" };
    const [comment] = ticket.comments;
    if (!comment) throw new Error("no comment");
    await deliverTo(serverSource, [commentEvent("created", ticket, comment, flavourOf(server))]);
    expect(await handleEvents(serverSource, later(59))).toBe(0);
    expect(await handleEvents(serverSource, later(61))).toBe(1);
    expect((await outcomes(serverSource))[0]).toBe("ignored");
  });

  test("that waits is taken in after the pull that brings its ticket, and not looked for before", async () => {
    const ticket = at(server, "SAV-21");
    const [comment] = ticket.comments;
    if (!comment) throw new Error("no comment");
    const edited = { ...comment, body: "Said while it waited", at: comment.at + 1000 };
    await deliverTo(serverSource, [commentEvent("updated", ticket, edited, flavourOf(server))]);
    expect(await listSourcesWithEvents(now(), "new")).toContain(serverSource);
    expect(await handleEvents(serverSource, now)).toBe(0);
    expect(await listSourcesWithEvents(now(), "all")).not.toContain(serverSource);
    await runPull(serverSource, { now, timeZone: paris });
    expect(await listSourcesWithEvents(now(), "new")).not.toContain(serverSource);
    expect(await listSourcesWithEvents(now(), "all")).toContain(serverSource);
    await handleEvents(serverSource, now);
    const kept = (await ticketOf(ticket.id, serverSource))?.comments;
    expect(kept?.find(({ externalId }) => externalId === comment.id)?.body).toBe(edited.body);
  });

  test("counts by its newest state; a deleted one stays deleted", async () => {
    const ticket = at(cloud, "SAV-8");
    const [comment] = ticket.comments;
    if (!comment) throw new Error("no comment");
    const edited = { ...comment, body: "Said better", at: comment.at + 1000 };
    const say = (kind: "created" | "updated" | "deleted", one = comment) =>
      commentEvent(kind, ticket, one, flavourOf(cloud));
    await deliverTo(source, [
      event(cloud, "created", "SAV-8"),
      say("updated", edited),
      say("created"),
    ]);
    await handleEvents(source, now);
    const commentOf = async () =>
      (await ticketOf(ticket.id))?.comments.find(({ externalId }) => externalId === comment.id);
    expect(await commentOf()).toMatchObject({ body: "Said better", deletedAt: null });
    await deliverTo(source, [say("deleted", edited), say("updated", edited), say("created")]);
    await handleEvents(source, now);
    expect((await commentOf())?.deletedAt).not.toBeNull();
  });

  test("that a Server tells twice, once without its issue, is one comment", async () => {
    const ticket = at(server, "SAV-3");
    const [comment] = ticket.comments;
    if (!comment) throw new Error("no comment");
    await deliverTo(serverSource, [
      commentEvent("created", ticket, comment, flavourOf(server)),
      commentedIssueEvent(ticket, comment, server.url),
    ]);
    expect(await handleEvents(serverSource, now)).toBe(2);
    const kept = await ticketOf(ticket.id, serverSource);
    expect(kept?.comments.filter(({ externalId }) => externalId === comment.id)).toHaveLength(1);
  });
});

test("what an event doesn't tell of its ticket comes with the next pull", async () => {
  const id = await connectTo(touched, cast.ines, { name: "Touched" });
  await runPull(id, { now, timeZone: paris });
  const { comments, ...ticket } = touched.site.change("SAV-3", { title: "Changed" });
  const more = { id: "987654", at: ticket.updated, author: 1, body: "One more", isPublic: true };
  await deliverTo(id, [issueEvent("updated", { ...ticket, comments: [] }, flavourOf(touched))]);
  await handleEvents(id, now);
  comments.push(more);
  await runPull(id, { now, timeZone: paris });
  const kept = await ticketOf(ticket.id, id);
  expect(kept?.comments.map(({ externalId }) => externalId)).toContain(more.id);
});

test("what people decided here stays, and what changed in the desk is seen in the insight's history", async () => {
  await deliverTo(source, [event(cloud, "created", "SAV-10")]);
  await handleEvents(source, now);
  const { id } = at(cloud, "SAV-10");
  const [insight] = (await ticketOf(id))?.insights ?? [];
  if (!insight) throw new Error("no insight");
  await database.insight.update({
    where: { id: insight.id },
    data: { title: "Ours", kind: "praise", tribeId: cast.id.pla },
  });
  cloud.site.change("SAV-10", { title: "Theirs", paragraphs: ["A new text"], type: "Incident" });
  await deliverTo(source, [event(cloud, "updated", "SAV-10")]);
  await handleEvents(source, now);
  const after = await ticketOf(id);
  expect(after?.insights[0]).toMatchObject({
    ...{ title: "Ours", kind: "praise", tribeId: cast.id.pla },
    body: "A new text",
  });
  cloud.site.setStatus("SAV-10", "done");
  await deliverTo(source, [event(cloud, "updated", "SAV-10")]);
  await handleEvents(source, now);
  const history = await historyOf(cast.ines, await listInsightRowIds(cast.ines, insight.id));
  expect(history.map(({ name }) => name)).toEqual(["source.event-taken", "source.event-taken"]);
});

test("one event that can't be read or written is set aside in words; the others come in", async () => {
  const broken = event(cloud, "created", "SAV-11");
  await deliverTo(source, [broken, event(cloud, "created", "SAV-12")]);
  // A year that PostgreSQL has no place for, beside one that it has.
  const [bad] = await database.webhookEvent.findMany({
    where: { sourceId: source, handledAt: null },
    orderBy: { id: "asc" },
  });
  await database.webhookEvent.update({
    where: { id: bad?.id ?? "" },
    data: { body: Buffer.from("{ cut") },
  });
  await handleEvents(source, now);
  expect(await ticketOf(at(cloud, "SAV-12").id)).not.toBeNull();
  const failed = await database.webhookEvent.findUnique({ where: { id: bad?.id ?? "" } });
  expect(failed).toMatchObject({ outcome: "failed", failure: { key: "source-event-failed" } });
});

test("a paused source takes nothing in until it goes on", async () => {
  await pauseSource(cast.ines, { id: source }, newCall(now()));
  await deliverTo(source, [event(cloud, "created", "SAV-13")]);
  expect(await listSourcesWithEvents(now())).toEqual([]);
  expect(await handleEvents(source, now)).toBe(0);
  await resumeSource(cast.ines, { id: source }, newCall(now()));
  expect(await handleEvents(source, now)).toBe(1);
});

test("a source with a query of its own asks the desk before anything new comes in", async () => {
  const id = await connectTo(asking, cast.ines, {
    name: "Only what is open",
    admits: { projects: ["SAV"], query: 'status = "Ouvert" ORDER BY created' },
  });
  asking.site.remove("SAV-7");
  await deliverTo(id, [
    event(asking, "created", "SAV-1"),
    event(asking, "created", "SAV-2"),
    issueEvent("created", { ...at(asking, "SAV-4"), id: "99999" }, flavourOf(asking)),
  ]);
  expect(await handleEvents(id, now)).toBe(3);
  const keys = await database.ticket.findMany({ where: { sourceId: id }, select: { key: true } });
  expect(keys).toEqual([{ key: "SAV-1" }]);
});

test("while the desk can't be asked, what its project lets in comes in, and the rest waits for the next pull", async () => {
  const [plain, choosy] = [silent, silent];
  const id = await connectTo(plain, cast.ines, { name: "Silent" });
  plain.setValid(false);
  await deliverTo(id, [event(plain, "created", "SAV-1")]);
  expect(await handleEvents(id, now)).toBe(1);
  expect(await database.ticket.count({ where: { sourceId: id, key: "SAV-1" } })).toBe(1);
  await database.source.update({
    where: { id },
    data: { admits: { projects: ["SAV"], query: 'status = "Ouvert"' } },
  });
  await deliverTo(id, [event(choosy, "created", "SAV-4")]);
  expect(await handleEvents(id, now)).toBe(0);
  choosy.setValid(true);
  await runPull(id, { now, timeZone: paris });
  expect(await handleEvents(id, now)).toBe(1);
  expect((await outcomes(id))[0]).toBe("older");
});

test("events that were over a month ago are forgotten", async () => {
  expect(await pruneEvents(later(60 * 24 * 29)())).toBe(0);
  expect(await pruneEvents(later(60 * 24 * 31)())).toBeGreaterThan(5);
});
