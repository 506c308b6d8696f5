import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { ensureDatabase, ensurePostgres } from "#prisma/embedded.ts";
import { migrate } from "#prisma/migrate.ts";
import type { Bench } from "./bench.ts";
import { benchmarkBundle } from "./bundle.ts";
import { fillCompany } from "./company.ts";
import type { Figure } from "./figure.ts";
import { benchmarkImport, benchmarkMillion } from "./import.ts";
import { benchmarkInbox } from "./inbox.ts";
import { benchmarkKey } from "./key.ts";
import { benchmarkList } from "./list.ts";
import { benchmarkMail } from "./mail.ts";
import { benchmarkMatcher } from "./matcher.ts";
import { benchmarkMeanwhile } from "./meanwhile.ts";
import { benchmarkPages } from "./pages.ts";
import { benchmarkPull } from "./pull.ts";
import { benchmarkUndo } from "./undo.ts";
import { benchmarkWebhooks } from "./webhooks.ts";
import { benchmarkWriters } from "./writers.ts";

// npm run bench: prints what was measured beside what is promised, and asserts nothing. The table is kept in
// docs/benchmarks.md. Each benchmark gets a database of its own on a durable PostgreSQL of this run.

const benchmarks: Record<string, (bench: Bench) => Promise<Figure[]>> = {
  import: benchmarkImport,
  inbox: benchmarkInbox,
  list: benchmarkList,
  key: benchmarkKey,
  bundle: benchmarkBundle,
  pages: benchmarkPages,
  pull: benchmarkPull,
  writers: benchmarkWriters,
  undo: benchmarkUndo,
  matcher: benchmarkMatcher,
  mail: benchmarkMail,
  // Last: it doubles the company that others measure.
  meanwhile: benchmarkMeanwhile,
  webhooks: benchmarkWebhooks,
};

/** Those that take long run only when they are named. */
const named: typeof benchmarks = { "import-million": benchmarkMillion };
const known = { ...benchmarks, ...named };

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in known));
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(", ")}. There are ${Object.keys(known).join(", ")}.`);
  process.exit(2);
}
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

async function databaseOf(name: string): Promise<string> {
  await ensureDatabase(postgres, name);
  const databaseUrl = postgres.databaseUrl(name);
  await migrate(databaseUrl);
  return databaseUrl;
}

const companies = new Map<number, Promise<string>>();
function companyOf(rows: number): Promise<string> {
  const found = companies.get(rows);
  if (found) return found;
  const made = databaseOf(`company_${rows}`).then(async (url) => {
    say(`Making a company with ${rows.toLocaleString("en")} insights …`);
    await fillCompany(url, rows);
    return url;
  });
  companies.set(rows, made);
  return made;
}

try {
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB`;
  console.log(`${new Date().toISOString().slice(0, 10)}, ${machine}, Node.js ${process.version}\n`);
  console.log("| what | measured | promised |\n|---|---|---|");
  for (const [name, benchmark] of Object.entries(known)) {
    if (!wanted.includes(name) && (wanted.length > 0 || name in named)) continue;
    const databaseUrl = await databaseOf(name);
    for (const { what, measured, promised } of await benchmark({
      databaseUrl,
      folder,
      say,
      companyOf,
    }))
      console.log(`| ${what} | ${measured} | ${promised} |`);
  }
} finally {
  await leave();
}
// A web server's connections that stay open are no reason to stay.
process.exit();
