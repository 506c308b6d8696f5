import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { CliError, type Say } from "#lib/cli/sentences.ts";
import { shell } from "#lib/env.ts";
import { restoreCompany } from "#lib/export/writes/restore-company.ts";
import { keepHeapSmall } from "#lib/jobs/small-heap.ts";

/** `restore DIR`: what `export` wrote, into an empty Tribune. */
export async function restoreFrom(args: string[], say: Say): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { json: { type: "boolean", default: false }, lang: { type: "string" } },
    allowPositionals: true,
  });
  const [given, ...more] = positionals;
  if (!given || more.length > 0) throw new CliError(say("cli.usage", {}));
  keepHeapSmall();
  const started = performance.now();
  const folder = resolve(shell().folder, given);
  const made = await restoreCompany(folder);
  const rows = made.tables.reduce((sum, table) => sum + table.rows, 0);
  const seconds = Math.round((performance.now() - started) / 10) / 100;
  const counts = Object.fromEntries(made.tables.map((table) => [table.table, table.rows]));
  console.log(
    values.json
      ? JSON.stringify({ folder, rows, tables: counts, seconds })
      : say("cli.restored", { folder: given, rows, files: made.tables.length, seconds }),
  );
  return 0;
}
