import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { z } from "zod";
import { root } from "#lib/launcher/paths.mjs";
import type { Bench } from "./bench.ts";
import { type Figure, seconds } from "./figure.ts";
import { percentile } from "./requests.ts";
import { mostResident } from "./resident.ts";

const ROWS = 100_000;
const SINGLE = 15;
const PER_SECOND = 30;
const STREAM_SECONDS = 20;
const DECIDED = 200;

/** The matcher's own process beside a company that it has looked through before: how soon it says what of what comes. */
export async function benchmarkMatcher({ companyOf, say }: Bench): Promise<Figure[]> {
  const databaseUrl = await companyOf(ROWS);
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query("DELETE FROM proposal_due");
  const begun = performance.now();
  const matcher = spawn(
    process.execPath,
    ["--conditions=react-server", join(root, "lib/jobs/matcher.ts")],
    { env: { ...process.env, DATABASE_URL: databaseUrl }, stdio: ["ignore", "ignore", "inherit"] },
  );
  try {
    await until(async () => (await countOf(client, "sureness")) > 0);
    const ready = performance.now() - begun;
    say(`It knows the company after ${seconds(ready)}`);
    const single: number[] = [];
    for (let round = 0; round < SINGLE; round += 1) {
      const [id = ""] = await arrive(client, 1);
      single.push(await untilProposed(client, [id]));
    }
    const stream = await arriveInStream(client);
    const learnt = await decide(client);
    const memory = Math.round(mostResident(matcher.pid ?? 0) / 1e6);
    return [
      {
        what: `Until the matcher knows ${ROWS.toLocaleString("en")} insights by heart`,
        measured: seconds(ready),
        promised: "behind what is stored",
      },
      {
        what: "From a single arrival to its proposals",
        measured: `p50 ${seconds(percentile(single, 0.5))}, at most ${seconds(Math.max(...single))}`,
        promised: "within 5 s",
      },
      {
        what: `The same while ${PER_SECOND} arrive each second`,
        measured: `p50 ${seconds(percentile(stream, 0.5))}, at most ${seconds(Math.max(...stream))}`,
        promised: "newest first",
      },
      {
        what: `${DECIDED} decisions in one act, learnt and their proposals withdrawn`,
        measured: `${(learnt / DECIDED).toFixed(1)} ms each`,
        promised: "at most 20 ms each",
      },
      {
        what: "Resident memory of the matcher",
        measured: `${memory} MB at most`,
        promised: "at most 900 MB",
      },
    ];
  } finally {
    matcher.kill("SIGTERM");
    await once(matcher, "exit");
    await client.end();
  }
}

const ids = z.array(z.object({ id: z.string() }));

/** Each says what two others said, half and half. */
async function arrive(client: Client, count: number): Promise<string[]> {
  const { rows } = await client.query(
    `INSERT INTO insight (source_id, title, body, kind, language, said_at, updated_at)
     SELECT a.source_id, a.title, left(a.body, 500) || left(b.body, 500), a.kind, a.language, now(), now()
     FROM (SELECT *, row_number() OVER () AS n FROM insight TABLESAMPLE BERNOULLI (1) LIMIT $1) a
     JOIN (SELECT *, row_number() OVER () AS n FROM insight TABLESAMPLE BERNOULLI (1) LIMIT $1) b USING (n)
     RETURNING id::text AS id`,
    [count],
  );
  return ids.parse(rows).map(({ id }) => id);
}

/** @returns for how long, in milliseconds */
async function untilProposed(client: Client, all: readonly string[]): Promise<number> {
  const begun = performance.now();
  await until(async () => (await countProposed(client, all)) === all.length);
  return performance.now() - begun;
}

/** @returns of each that came in the stream how long it took */
async function arriveInStream(client: Client): Promise<number[]> {
  const came = new Map<string, number>();
  const times: number[] = [];
  const lookForThose = async () => {
    const waiting = [...came.keys()];
    for (const id of await listProposed(client, waiting)) {
      times.push(performance.now() - (came.get(id) ?? 0));
      came.delete(id);
    }
  };
  for (let tick = 0; tick < STREAM_SECONDS * 5; tick += 1) {
    const begun = performance.now();
    for (const id of await arrive(client, PER_SECOND / 5)) came.set(id, performance.now());
    await lookForThose();
    await sleep(Math.max(0, 200 - (performance.now() - begun)));
  }
  await until(async () => {
    await lookForThose();
    return came.size === 0;
  });
  return times;
}

/** @returns how long it took, in milliseconds */
async function decide(client: Client): Promise<number> {
  await until(async () => (await countOf(client, "proposal_due")) === 0);
  await client.query(
    `UPDATE insight SET tribe_id = (SELECT id FROM tribe ORDER BY position LIMIT 1) WHERE id IN
       (SELECT id FROM insight WHERE tribe_id IS NULL AND answer IS NULL ORDER BY said_at DESC LIMIT $1)`,
    [DECIDED],
  );
  const begun = performance.now();
  await until(async () => (await countOf(client, "proposal_due")) === 0);
  return performance.now() - begun;
}

async function listProposed(client: Client, all: readonly string[]): Promise<string[]> {
  const { rows } = await client.query(
    "SELECT DISTINCT insight_id::text AS id FROM proposal WHERE insight_id = ANY ($1::uuid[])",
    [all],
  );
  return ids.parse(rows).map(({ id }) => id);
}

async function countProposed(client: Client, all: readonly string[]): Promise<number> {
  return (await listProposed(client, all)).length;
}

async function countOf(client: Client, table: "sureness" | "proposal_due"): Promise<number> {
  const { rows } = await client.query(`SELECT count(*)::int AS count FROM ${table}`);
  return z.tuple([z.object({ count: z.number() })]).parse(rows)[0].count;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(20);
}
