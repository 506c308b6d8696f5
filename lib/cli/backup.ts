import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { placeOfKey } from "#lib/backup/backup-key.ts";
import { backUp } from "#lib/backup/writes/back-up.ts";
import { CliError, type Say } from "#lib/cli/sentences.ts";
import { now } from "#lib/clock.ts";
import { shell } from "#lib/env.ts";

/** `backup DIR`: all there is, sealed with the company's key, for `restore`. */
export async function backUpTo(args: string[], say: Say): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { json: { type: "boolean", default: false }, lang: { type: "string" } },
    allowPositionals: true,
  });
  const [given, ...more] = positionals;
  if (!given || more.length > 0) throw new CliError(say("cli.usage", {}));
  const started = performance.now();
  const folder = resolve(shell().folder, given);
  const { tables } = await backUp(folder, now());
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const bytes = tables.reduce((sum, table) => sum + table.bytes, 0);
  const seconds = Math.round((performance.now() - started) / 10) / 100;
  const key = placeOfKey();
  console.log(
    values.json
      ? JSON.stringify({ folder, rows, tables: tables.length, bytes, seconds, key })
      : say("cli.backed-up", { folder: given, rows, files: tables.length, seconds, key }),
  );
  return 0;
}
