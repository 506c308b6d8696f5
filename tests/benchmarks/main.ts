import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { ensureDatabase, ensurePostgres } from "#prisma/embedded.ts";
import { migrate } from "#prisma/migrate.ts";
import type { Figure } from "./figure.ts";
import { benchmarkImport } from "./import.ts";

// npm run bench: prints what was measured beside what is promised, and asserts nothing. The table is kept in
// docs/benchmarks.md. Each benchmark gets a database of its own on a durable PostgreSQL of this run.

export type Bench = { databaseUrl: string; folder: string; say: (line: string) => void };

const benchmarks: Record<string, (bench: Bench) => Promise<Figure[]>> = {
  import: benchmarkImport,
};

const wanted = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), "tribune-bench-"));
const say = (line: string) => console.error(line);
const dataDir = await mkdtemp(join(tmpdir(), "tribune-bench-data-"));
const postgres = await ensurePostgres({ dataDir, say });
const leave = async () => {
  await postgres.stop();
  for (const made of [folder, dataDir]) await rm(made, { recursive: true, force: true });
};
// Ctrl-C comes twice: from the terminal, and from whoever started us.
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.on(signal, () => leave().finally(() => process.exit(1)));
try {
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB`;
  console.log(`${new Date().toISOString().slice(0, 10)}, ${machine}, Node.js ${process.version}\n`);
  console.log("| what | measured | promised |\n|---|---|---|");
  for (const [name, benchmark] of Object.entries(benchmarks)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    await ensureDatabase(postgres, name);
    const databaseUrl = postgres.databaseUrl(name);
    await migrate(databaseUrl);
    for (const { what, measured, promised } of await benchmark({ databaseUrl, folder, say }))
      console.log(`| ${what} | ${measured} | ${promised} |`);
  }
} finally {
  await leave();
}
