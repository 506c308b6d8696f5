import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { z } from "zod";
import { moment } from "#lib/clock.ts";
import { root } from "#lib/launcher/paths.mjs";
import { currentQuarter } from "#lib/quarter.ts";
import { upload } from "#tests/faults/uploads.ts";
import type { Bench } from "./bench.ts";
import { person } from "./company.ts";
import { type Figure, milliseconds, times } from "./figure.ts";
import { generateExport } from "./generate-export.ts";
import { type Product, startProduct } from "./product.ts";
import { percentile, timed } from "./requests.ts";
import { mostResident } from "./resident.ts";

const ROWS = 100_000;
const WARM_UP = 30;
const ROUNDS = 120;
/** How long a person looks before the next page, at the least. */
const LOOK_MS = 50;

/** Pages as people ask for them, one after another, before an import and while it runs. */
export async function benchmarkMeanwhile({ companyOf, folder, say }: Bench): Promise<Figure[]> {
  const databaseUrl = await companyOf(ROWS);
  // Where the web server leaves the file and the worker finds it.
  process.env.TRIBUNE_DATA_DIR = folder;
  const product = await startProduct(databaseUrl);
  const worker = spawn(
    process.execPath,
    ["--conditions=react-server", join(root, "lib/jobs/worker.ts")],
    { env: { ...process.env, DATABASE_URL: databaseUrl }, stdio: ["ignore", "ignore", "inherit"] },
  );
  const client = new Client({ connectionString: databaseUrl });
  client.on("error", () => {});
  await client.connect();
  try {
    // Who sees it all may import as well, for this.
    await client.query(
      "INSERT INTO hat (person_id, code, starts_on) SELECT id, 'product-ops', '2025-01-01' FROM person WHERE email = $1",
      [person.email],
    );
    const pages = await listPages(client);
    await askFor(product, pages, async (round) => round < WARM_UP);
    const before = await askFor(product, pages, async (round) => round < ROUNDS);
    const runId = await send(product, folder);
    const during = await askFor(
      product,
      pages,
      async () => (await stateOf(client, runId)) !== "done",
    );
    say(`${during[0]?.length ?? 0} rounds while the import ran`);
    const memory = Math.round(mostResident(worker.pid ?? 0) / 1e6);
    return [
      ...pages.map(({ what }, at) => figure(what, before[at] ?? [], during[at] ?? [])),
      {
        what: "Resident memory of the worker in that import",
        measured: `${memory} MB at most`,
        promised: "under 400 MB",
      },
    ];
  } finally {
    await client.end();
    worker.kill("SIGTERM");
    await once(worker, "exit");
    await product.stop();
  }
}

function figure(what: string, before: readonly number[], during: readonly number[]): Figure {
  const [without, meanwhile] = [percentile(before, 0.95), percentile(during, 0.95)];
  return {
    what: `${what} while ${ROWS.toLocaleString("en")} rows are imported, beside the same without`,
    measured: `p95 ${times(meanwhile / without)} times (${milliseconds(meanwhile)} beside ${milliseconds(without)}, ${during.length} and ${before.length} requests)`,
    promised: "at most 2 times",
  };
}

type Page = { what: string; path: string };

async function listPages(client: Client): Promise<Page[]> {
  const { rows } = await client.query<{ number: number }>(
    "SELECT number FROM insight ORDER BY number OFFSET 500 LIMIT 1",
  );
  return [
    { what: "Inbox", path: "/insights" },
    { what: "Page of an insight", path: `/insights/INS-${rows[0]?.number}` },
    { what: "Roadmap", path: `/roadmap/${currentQuarter(moment())}` },
  ];
}

/** @returns the milliseconds of each page */
async function askFor(
  product: Product,
  pages: readonly Page[],
  goesOn: (round: number) => Promise<boolean>,
): Promise<number[][]> {
  const all = pages.map((): number[] => []);
  for (let round = 0; await goesOn(round); round += 1)
    for (const [at, { path }] of pages.entries()) {
      all[at]?.push((await timed(`${product.url}${path}`, product.cookie)).ms);
      await sleep(LOOK_MS);
    }
  return all;
}

async function send(product: Product, folder: string): Promise<string> {
  const path = join(folder, "meanwhile.csv");
  await generateExport(path, ROWS);
  const file = { source: "Meanwhile", fileName: "meanwhile.csv", bytes: await readFile(path) };
  const { status, json } = await upload(product, file);
  if (status !== 201) throw new Error(`the file is answered with ${status} ${json}`);
  return z.object({ id: z.uuid() }).parse(JSON.parse(json)).id;
}

async function stateOf(client: Client, runId: string): Promise<string> {
  const { rows } = await client.query("SELECT state FROM import_run WHERE id = $1", [runId]);
  const state = z.object({ state: z.string() }).parse(rows[0]).state;
  if (state === "failed" || state === "refused") throw new Error(`the import ended as ${state}`);
  return state;
}
