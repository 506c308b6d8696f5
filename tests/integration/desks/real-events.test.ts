import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { parseWebhook } from "#lib/desks/jira/issues/webhook.ts";
import { handleEvents } from "#lib/desks/writes/events/process-events.ts";
import { root } from "#lib/launcher/paths.mjs";
import { castOn } from "#tests/support/cast.ts";
import { startFakeJira } from "#tests/support/fake-jira/server.ts";
import { storm } from "#tests/support/fake-jira/webhooks.ts";
import { useDatabase } from "#tests/support/use-database.ts";
import { connectTo } from "./connected.ts";
import { deliverTo } from "./delivered.ts";

// Events of real sites may lie beside the project; they may not be published, so it works without.
const shared = process.env.TRIBUNE_SHARED_DATA ?? join(dirname(root), "shared", "data");
const folder = join(shared, "jira-webhooks");

if (existsSync(folder))
  test("the events of real sites, shuffled and repeated, leave the newest state of each issue", async () => {
    process.env.NEXTAUTH_SECRET ??= "a secret of these tests, long enough";
    const database = await useDatabase();
    const cast = await castOn(database);
    const fake = await startFakeJira({ tickets: 1 });
    process.env.TRIBUNE_PRIVATE_HOSTS = fake.host;
    const bodies = readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"));
    const events = bodies.map((body) => parseWebhook(JSON.parse(body)));
    const projects = [...new Set(events.flatMap(({ key }) => key?.replace(/-\d+$/, "") ?? []))];
    const source = await connectTo(fake, cast.ines, { name: "Desk", admits: { projects } });
    const deliveries = storm(bodies, 3);
    for (let from = 0; from < deliveries.length; from += 10) {
      await deliverTo(source, deliveries.slice(from, from + 10));
      await handleEvents(source, () => new Date());
    }
    const newest = new Map<string, { updated: number; title: unknown }>();
    for (const { siteIssueId, updated, issue } of events) {
      const at = updated?.getTime() ?? 0;
      if (siteIssueId && at > (newest.get(siteIssueId)?.updated ?? 0))
        newest.set(siteIssueId, { updated: at, title: issue?.fields?.summary });
    }
    const kept = await database.ticket.findMany({ include: { insights: true, comments: true } });
    expect(kept.map(({ externalId }) => externalId).sort()).toEqual([...newest.keys()].sort());
    for (const ticket of kept) {
      expect(ticket.title).toBe(newest.get(ticket.externalId)?.title);
      expect(ticket.insights).toHaveLength(1);
    }
    const said = events.flatMap(({ comment, siteIssueId }) =>
      comment && newest.has(siteIssueId ?? "") ? comment.id : [],
    );
    const here = kept.flatMap(({ comments }) => comments.map(({ externalId }) => externalId));
    expect(here).toEqual(expect.arrayContaining(said));
    expect(await database.webhookEvent.count({ where: { outcome: "failed" } })).toBe(0);
    await fake.close();
  });
else
  test("there are no real events beside the project", () => expect(existsSync(folder)).toBe(false));
