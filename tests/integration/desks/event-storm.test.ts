import { beforeAll, expect, test } from "vitest";
import type { Database } from "#lib/db.ts";
import { handleEvents } from "#lib/desks/writes/events/process-events.ts";
import { castOn } from "#tests/support/cast.ts";
import { type FakeJira, startFakeJira } from "#tests/support/fake-jira/server.ts";
import { statuses } from "#tests/support/fake-jira/tickets.ts";
import { commentEvent, issueEvent, storm } from "#tests/support/fake-jira/webhooks.ts";
import { useDatabase } from "#tests/support/use-database.ts";
import { connectTo } from "./connected.ts";
import { deliverTo, flavourOf } from "./delivered.ts";

// `STORM=5000` sends at least as many events, each five times, as the longer run does.
const wanted = Number(process.env.STORM ?? 400);
const now = () => new Date();
let database: Database;
let fake: FakeJira;
let source: string;

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET ??= "a secret of these tests, long enough";
  database = await useDatabase();
  const cast = await castOn(database);
  fake = await startFakeJira({ tickets: Math.ceil(wanted / 5.5) });
  process.env.TRIBUNE_PRIVATE_HOSTS = fake.host;
  source = await connectTo(fake, cast.ines, { name: "Desk" });
  return () => fake.close();
});

/** What happens to each ticket, as events in the order in which it happens; every fifth ends up deleted. */
function history(): string[] {
  const flavour = flavourOf(fake);
  const bodies: string[] = [];
  for (const [index, ticket] of fake.site.all().entries()) {
    bodies.push(issueEvent("created", { ...ticket, changes: [] }, flavour));
    for (const [nth, to] of (["working", "open", "done"] as const).entries()) {
      fake.site.change(ticket.id, { title: `Title ${nth} of ${ticket.key}` });
      const after = fake.site.setStatus(ticket.id, to);
      bodies.push(issueEvent("updated", after, flavour));
    }
    const [comment] = ticket.comments;
    if (comment) {
      bodies.push(commentEvent("created", ticket, comment, flavour));
      const edited = { ...comment, at: comment.at + 60_000, body: "Said again" };
      Object.assign(comment, edited);
      bodies.push(commentEvent("updated", ticket, edited, flavour));
    }
    if (index % 5 === 0) bodies.push(issueEvent("deleted", ticket, flavour));
  }
  return bodies;
}

test("events shuffled and sent five times each leave what the newest of each says", async () => {
  const bodies = history();
  expect(bodies.length).toBeGreaterThanOrEqual(wanted);
  const deliveries = storm(bodies, 5);
  // Taken in while they still arrive, as it is in life.
  for (let from = 0; from < deliveries.length; from += 700) {
    await deliverTo(source, deliveries.slice(from, from + 700));
    await handleEvents(source, now);
  }
  await handleEvents(source, now);
  expect(await database.webhookEvent.count()).toBe(bodies.length);
  const byOutcome = await database.webhookEvent.groupBy({ by: ["outcome"], _count: true });
  expect(byOutcome.map(({ outcome }) => outcome).sort()).toEqual(["older", "taken"]);

  const kept = await database.ticket.findMany({
    include: { insights: true, comments: true, transitions: { orderBy: { at: "asc" } } },
  });
  const here = new Map(kept.map((ticket) => [ticket.externalId, ticket]));
  for (const [index, ticket] of fake.site.all().entries()) {
    const one = here.get(ticket.id);
    expect(one).toMatchObject({
      title: ticket.title,
      status: statuses[ticket.status].name,
      deskUpdatedAt: new Date(ticket.updated),
    });
    expect(one?.deletedInDeskAt !== null).toBe(index % 5 === 0);
    expect(one?.insights.map(({ title }) => title)).toEqual([ticket.title]);
    const said = (one?.comments ?? []).map(({ externalId, body }) => [
      externalId,
      body.slice(0, 10),
    ]);
    expect(said.sort()).toEqual(
      ticket.comments.map(({ id, body }) => [id, body.slice(0, 10)]).sort(),
    );
    const steps = ticket.changes
      .slice(-3)
      .filter(({ from, to }) => from !== to)
      .map(({ to }) => statuses[to].name);
    expect(one?.transitions.map(({ toStatus }) => toStatus)).toEqual(steps);
  }
  expect(kept).toHaveLength(fake.site.all().length);
});
