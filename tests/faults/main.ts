import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { seededRandom } from "#lib/matching/random.ts";
import { generateExport } from "#tests/benchmarks/generate-export.ts";
import { refuseCut } from "./cut-files.ts";
import { nameOf, planKills } from "./kills.ts";
import { patientClient } from "./patient-client.ts";
import { type Product, startProduct, victims } from "./product.ts";
import { importUnder, type Killed } from "./round.ts";
import { type Content, expectSame, forgetAll } from "./stored.ts";

// Imports 20,000 rows while the worker, the web server and PostgreSQL are killed at moments that the seed chooses, and
// holds what must hold. Ends with 1, and says what and under which seed, when something did not.
//   npm run test:faults                     30 kills, and a file of 300 MB
//   npm run test:faults -- --kills 200 --seed 7

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "30" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    rows: { type: "string", default: "20000" },
    megabytes: { type: "string", default: "300" },
    /** Without an undisturbed import to compare with, and without a large file: for npm test. */
    quick: { type: "boolean", default: false },
  },
});
const [count, seed, rows] = [Number(values.kills), Number(values.seed), Number(values.rows)];
const folder = await mkdtemp(join(tmpdir(), "tribune-faults-files-"));
/** What a row with 2 × 60 words takes. */
const bytesOfLongRow = 1150;
const say = (line: string) => console.log(line);

async function fileOf(lines: number, words: number) {
  const path = join(folder, `${lines}.csv`);
  await generateExport(path, lines, -1, words);
  return { source: "Desk", fileName: "desk.csv", bytes: await readFile(path) };
}

async function run(product: Product): Promise<void> {
  const database = patientClient(product.databaseUrl);
  try {
    const file = await fileOf(rows, 20);
    const where = { product, database, file };
    say(`${rows} rows, ${megabytes(file.bytes.length)} MB`);
    report(await killAll(where, values.quick ? null : await undisturbed(where)));
    for (const line of await refuseCut(where, file.bytes)) say(line);
    if (!values.quick && Number(values.megabytes) > 0) await takeLarge(where);
  } finally {
    await database.end();
  }
}

type Where = Parameters<typeof importUnder>[1];

async function undisturbed(where: Where): Promise<Content> {
  const { content, ms } = await importUnder([], where, rows);
  say(`undisturbed: ${seconds(ms)}`);
  return content;
}

async function killAll(where: Where, wanted: Content | null): Promise<Killed[]> {
  const random = seededRandom(seed);
  const killed: Killed[] = [];
  let waiting = Array.from({ length: count }, (_, at) => victims[at % victims.length] ?? "worker");
  for (let round = 1; waiting.length > 0; round += 1) {
    await where.database.ask(forgetAll);
    const kills = planKills(waiting.slice(0, victims.length), random);
    say(`import ${round}: ${kills.map(nameOf).join(", ")}`);
    const done = await importUnder(kills, where, rows);
    if (wanted) expectSame(done.content, wanted);
    for (const one of done.killed)
      say(`  ${one.victim} killed at row ${one.row}: on again after ${seconds(one.resumedMs)}`);
    killed.push(...done.killed);
    // An import that was over too soon leaves kills for the next one.
    const missed = kills.slice(done.killed.length).map(({ victim }) => victim);
    waiting = [...missed, ...waiting.slice(kills.length)];
  }
  return killed;
}

function report(killed: readonly Killed[]): void {
  for (const victim of victims) {
    const times = killed
      .filter((one) => one.victim === victim)
      .map(({ resumedMs }) => resumedMs)
      .toSorted((a, b) => a - b);
    if (times.length === 0) continue;
    const middle = times[times.length >> 1] ?? 0;
    say(
      `${victim}: ${times.length} kills, on again after ${seconds(middle)} in the middle, ${seconds(times.at(-1) ?? 0)} at most`,
    );
  }
}

/** A large file comes in whole, and the same one cut doesn't at all. */
async function takeLarge(where: Where): Promise<void> {
  await where.database.ask(forgetAll);
  const lines = Math.ceil((Number(values.megabytes) * 1e6) / bytesOfLongRow);
  const file = await fileOf(lines, 60);
  for (const line of await refuseCut(where, file.bytes)) say(line);
  const { ms } = await importUnder([], { ...where, file }, lines);
  say(`${lines} rows, ${megabytes(file.bytes.length)} MB: whole in ${seconds(ms)}`);
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

say(`seed ${seed}`);
const product = await startProduct();
const leave = async () => {
  await product.stop();
  await rm(folder, { recursive: true, force: true });
};
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.on(signal, () => leave().finally(() => process.exit(130)));
try {
  await run(product);
} catch (error) {
  console.error(`with seed ${seed}:`, error);
  process.exitCode = 1;
} finally {
  await leave();
}
process.exit();
