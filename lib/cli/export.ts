import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { PersonActor } from "#lib/auth/actor.ts";
import { findActorByEmail } from "#lib/auth/reads/actors.ts";
import { CliError, languageAsked, type Say } from "#lib/cli/sentences.ts";
import { moment, now } from "#lib/clock.ts";
import { shell } from "#lib/env.ts";
import { UserError } from "#lib/errors.ts";
import { exportCompany } from "#lib/export/reads/export-company.ts";
import { keepHeapSmall } from "#lib/jobs/small-heap.ts";
import { listProductOps } from "#lib/people/reads/product-ops.ts";

const options = {
  as: { type: "string" },
  json: { type: "boolean", default: false },
  lang: { type: "string" },
} as const;

/** `export DIR [--as EMAIL]`: all that this person may see. Without `--as`, the only Product Ops. */
export async function exportTo(args: string[], say: Say): Promise<number> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [given, ...more] = positionals;
  if (!given || more.length > 0) throw new CliError(say("cli.usage", {}));
  keepHeapSmall();
  const started = performance.now();
  const folder = resolve(shell().folder, given);
  const as = values.as?.toLowerCase() ?? (await onlyProductOps());
  const viewer = await findViewer(as);
  const delimiter = languageAsked(args) === "fr" ? ";" : ",";
  const made = await exportCompany(viewer, folder, { as, delimiter, say, now: now() });
  const rows = made.tables.reduce((sum, table) => sum + table.rows, 0);
  const seconds = Math.round((performance.now() - started) / 10) / 100;
  const counts = Object.fromEntries(made.tables.map((table) => [table.table, table.rows]));
  console.log(
    values.json
      ? JSON.stringify({ folder, as, rows, tables: counts, seconds })
      : say("cli.exported", { folder: given, as, rows, files: made.tables.length, seconds }),
  );
  return 0;
}

async function onlyProductOps(): Promise<string> {
  const [first, ...others] = await listProductOps(moment());
  if (!first || others.length > 0) throw new UserError("export-as-whom");
  return first;
}

async function findViewer(email: string): Promise<PersonActor> {
  const viewer = await findActorByEmail(email, moment());
  if (!viewer) throw new UserError("cli.no-user", { email });
  return viewer;
}
