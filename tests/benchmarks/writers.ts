import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { z } from "zod";
import { system } from "#lib/auth/actor.ts";
import { db } from "#lib/db.ts";
import { assignInsights } from "#lib/insights/writes/triage.ts";
import { ring, stillBell } from "#lib/operations/bell.ts";
import { newCall } from "#lib/operations/write.ts";
import type { Bench } from "./bench.ts";
import { type Figure, times } from "./figure.ts";
import { median } from "./requests.ts";

const ROWS = 1_000;
const WRITERS = 20;
const ROUNDS = 5;
const ROUND_MS = 2_000;

type Turn = { writer: number; insightId: string; tribeId: string };
type Act = (turn: Turn) => Promise<unknown>;

/** As it was before: the statement that ends an act notifies, too. */
const bellInside = `
  CREATE FUNCTION bell_inside() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN PERFORM pg_notify('tribune', NEW.id::text); RETURN NULL; END $$;
  CREATE TRIGGER bell_inside AFTER UPDATE ON operation FOR EACH ROW EXECUTE FUNCTION bell_inside()`;

/**
 * Twenty people who give insights to Tribes, each their own, one after the other and all at once; with the bell after
 * the act and inside it, in turns. An act sent as one message shows what the database lets through; the command is a
 * dozen of them, and shows what one process comes to.
 */
export async function benchmarkWriters({ companyOf, say }: Bench): Promise<Figure[]> {
  const databaseUrl = await companyOf(ROWS);
  process.env.DATABASE_URL = databaseUrl;
  const clients = await Promise.all(Array.from({ length: WRITERS }, () => connected(databaseUrl)));
  const byMessage: Act = async (turn) => {
    const id = randomUUID();
    await clients[turn.writer]?.query(assignMessage(id, turn));
    ring(id);
  };
  const byCommand: Act = ({ insightId, tribeId }) =>
    assignInsights(system, { ids: [insightId], tribeId, reason: "Bench" }, newCall(new Date()));
  const asked = [
    { what: "one message an act", act: byMessage, waitMs: 0 },
    { what: "insight.assign by one process", act: byCommand, waitMs: 0 },
    { what: "one message an act, each commit waits 4 ms for a copy", act: byMessage, waitMs: 4 },
    {
      what: "insight.assign by one process, each commit waits 4 ms for a copy",
      ...{ act: byCommand, waitMs: 4 },
    },
  ];
  const client = await connected(databaseUrl);
  try {
    await client.query(bellInside);
    const figures: Figure[] = [];
    for (const { what, act, waitMs } of asked) {
      await waitAtCommit(client, waitMs);
      const { after, inside } = await inTurns(client, act);
      say(`${what}: ${after.map(Math.round)} a second, ${inside.map(Math.round)} inside`);
      const [now, before] = [median(after), median(inside)];
      figures.push({
        what: `${WRITERS} people's acts at once (${what}), beside the same with the bell inside the act`,
        measured: `${times(now / before)} times (${now.toFixed(0)} beside ${before.toFixed(0)} a second)`,
        promised: act === byMessage ? "at least 3 times" : "more",
      });
    }
    return figures;
  } finally {
    await waitAtCommit(client, 0);
    await client.query("DROP FUNCTION IF EXISTS bell_inside CASCADE");
    for (const one of [client, ...clients]) await one.end();
    await stillBell();
    await db().$disconnect();
  }
}

async function connected(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString });
  await client.connect();
  return client;
}

/** The server's own way to gather commits, a wait before each of its writes to the disk, stands for the copy. */
async function waitAtCommit(client: Client, ms: number): Promise<void> {
  await client.query(`ALTER SYSTEM SET commit_delay = ${ms * 1000}`);
  await client.query(`ALTER SYSTEM SET commit_siblings = ${ms > 0 ? 0 : 5}`);
  await client.query("SELECT pg_reload_conf()");
}

async function inTurns(client: Client, act: Act) {
  const insights = await idsOf(client, "insight");
  const tribes = await idsOf(client, "tribe");
  const round = () => actsPerSecond(insights, tribes, act);
  await round();
  const after: number[] = [];
  const inside: number[] = [];
  for (let rounds = 0; rounds < ROUNDS; rounds += 1) {
    await client.query("ALTER TABLE operation ENABLE TRIGGER bell_inside");
    inside.push(await round());
    await client.query("ALTER TABLE operation DISABLE TRIGGER bell_inside");
    after.push(await round());
  }
  return { after, inside };
}

async function idsOf(client: Client, table: "insight" | "tribe"): Promise<string[]> {
  const { rows } = await client.query(`SELECT id FROM ${table} ORDER BY id`);
  return rows.map((row) => z.object({ id: z.uuid() }).parse(row).id);
}

async function actsPerSecond(insights: string[], tribes: string[], act: Act): Promise<number> {
  const begun = performance.now();
  const each = insights.length / WRITERS;
  const counts = await Promise.all(
    Array.from({ length: WRITERS }, async (_, writer) => {
      let acts = 0;
      for (; performance.now() < begun + ROUND_MS; acts += 1) {
        const insightId = insights[writer * each + (acts % each)] ?? "";
        // Another Tribe each time round.
        const tribeId = tribes[Math.floor(acts / each) % tribes.length] ?? "";
        await act({ writer, insightId, tribeId });
      }
      return acts;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0) / ((performance.now() - begun) / 1000);
}

/** What the command comes to in the database, without what it asks beforehand. */
function assignMessage(id: string, { insightId, tribeId }: Turn): string {
  return `BEGIN;
    INSERT INTO operation (id, name, actor_kind, at, params)
      VALUES ('${id}', 'insight.assigned', 'system', now(), '{"count": 1}') ON CONFLICT (id) DO NOTHING;
    UPDATE insight SET tribe_id = '${tribeId}', version = version + 1 WHERE id = '${insightId}';
    INSERT INTO change (operation_id, table_name, row_id, after)
      VALUES ('${id}', 'insight', '${insightId}', '{"tribe_id": "${tribeId}"}');
    UPDATE operation SET result = '{"value": null}' WHERE id = '${id}';
    COMMIT`;
}
