import { beforeAll, expect, test } from "vitest";
import type { Database } from "#lib/db.ts";
import { handleEvents } from "#lib/desks/writes/events/process-events.ts";
import { runPull } from "#lib/desks/writes/pulls/pull-connection.ts";
import { castOn } from "#tests/support/cast.ts";
import { type FakeJira, startFakeJira } from "#tests/support/fake-jira/server.ts";
import { issueEvent } from "#tests/support/fake-jira/webhooks.ts";
import { paris } from "#tests/support/in-paris.ts";
import { useDatabase } from "#tests/support/use-database.ts";
import { fileOf, importFile } from "../imports/importing.ts";
import { connectTo } from "./connected.ts";
import { deliverTo, flavourOf } from "./delivered.ts";

const now = () => new Date();
const ways = ["file", "file by key", "pull", "event"] as const;
type Way = (typeof ways)[number];
const orders: Way[][] = ways.flatMap((first) =>
  ways.flatMap((second) =>
    ways.flatMap((third) => {
      const order = [first, second, third];
      const isNew = new Set(order).size === 3;
      return isNew ? [order] : [];
    }),
  ),
);
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;
const fakes: FakeJira[] = [];

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET ??= "a secret of these tests, long enough";
  database = await useDatabase();
  cast = await castOn(database);
  for (const _ of orders) fakes.push(await startFakeJira({ tickets: 1 }));
  process.env.TRIBUNE_PRIVATE_HOSTS = fakes.map(({ host }) => host).join();
  return async () => {
    for (const fake of fakes) await fake.close();
  };
});

/** The one ticket of a desk, as it is now, by one of the ways in which it may come. */
async function bring(way: Way, fake: FakeJira, name: string, source: string): Promise<void> {
  const [ticket] = fake.site.all();
  if (!ticket) throw new Error("no ticket");
  if (way === "pull") return runPull(source, { now, timeZone: paris });
  if (way === "event") {
    await deliverTo(source, [issueEvent("updated", ticket, flavourOf(fake))]);
    await handleEvents(source, now);
    return;
  }
  const updated = new Date(ticket.updated).toLocaleString("sv-SE", { timeZone: "Europe/Paris" });
  const [id, value] = way === "file" ? [",Issue id", `,${ticket.id}`] : ["", ""];
  const file = await fileOf(
    `Issue key${id},Summary,Status,Updated`,
    `${ticket.key}${value},"${ticket.title}",Open,${updated.slice(0, 16)}`,
  );
  await importFile(file, name);
}

test.each(orders.map((order, nth) => [order.join(", then "), order, nth] as const))(
  "a ticket that comes by %s is one insight, whose Tribe, kind and own title stay",
  async (_, order, nth) => {
    const fake = fakes[nth];
    if (!fake) throw new Error("no desk");
    const name = `Desk ${nth}`;
    const source = await connectTo(fake, cast.ines, { name });
    const [first, ...others] = order;
    if (!first) throw new Error("no way");
    await bring(first, fake, name, source);
    const insight = await database.insight.findFirstOrThrow({ where: { sourceId: source } });
    await database.insight.update({
      where: { id: insight.id },
      data: { title: "Ours", kind: "praise", tribeId: cast.id.pla },
    });
    let minutes = 0;
    for (const way of others) {
      minutes += 10;
      const newer = { updated: Date.UTC(2026, 5, 1) + minutes * 60_000, title: `Newest by ${way}` };
      fake.site.change("SAV-1", newer);
      await bring(way, fake, name, source);
    }
    const kept = await database.insight.findMany({
      where: { sourceId: source },
      include: { ticket: true },
    });
    expect(kept).toMatchObject([
      {
        ...{ id: insight.id, title: "Ours", kind: "praise", tribeId: cast.id.pla },
        ticket: { key: "SAV-1", title: `Newest by ${others.at(-1)}` },
      },
    ]);
    expect(await database.ticket.count({ where: { sourceId: source } })).toBe(1);
  },
);
