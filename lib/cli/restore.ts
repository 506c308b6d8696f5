import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { isBackup } from "#lib/backup/check-backup.ts";
import { bringBack } from "#lib/cli/restore-backup.ts";
import { CliError, type Say } from "#lib/cli/sentences.ts";
import { shell } from "#lib/env.ts";
import { restoreCompany } from "#lib/export/writes/restore-company.ts";
import { keepHeapSmall } from "#lib/jobs/small-heap.ts";

const options = {
  json: { type: "boolean", default: false },
  lang: { type: "string" },
  "other-secret": { type: "boolean", default: false },
} as const;

/** `restore DIR`: what `backup` or `export` wrote, into an empty Tribune. */
export async function restoreFrom(args: string[], say: Say): Promise<number> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [given, ...more] = positionals;
  if (!given || more.length > 0) throw new CliError(say("cli.usage", {}));
  keepHeapSmall();
  const started = performance.now();
  const folder = resolve(shell().folder, given);
  const isWhole = await isBackup(folder);
  const tables = isWhole
    ? await bringBack(folder, { takesOtherSecret: values["other-secret"] })
    : (await restoreCompany(folder)).tables;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const seconds = Math.round((performance.now() - started) / 10) / 100;
  const counts = Object.fromEntries(tables.map((table) => [table.table, table.rows]));
  const told = { folder: given, rows, files: tables.length, seconds };
  console.log(
    values.json
      ? JSON.stringify({ folder, rows, tables: counts, seconds })
      : say(isWhole ? "cli.restored-backup" : "cli.restored", told),
  );
  return 0;
}
