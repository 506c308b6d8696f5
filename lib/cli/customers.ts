import { stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import { system } from "#lib/auth/actor.ts";
import { CliError, type Say } from "#lib/cli/sentences.ts";
import { now } from "#lib/clock.ts";
import { companyCurrency } from "#lib/customers/money.ts";
import {
  type AccountsReport,
  forecastAccounts,
  importAccounts,
} from "#lib/customers/writes/import-accounts.ts";
import { shell } from "#lib/env.ts";
import { UserError } from "#lib/errors.ts";
import { type Accounts, readAccounts } from "#lib/imports/accounts/read-accounts.ts";
import { newCall } from "#lib/operations/write.ts";

const options = {
  "dry-run": { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  lang: { type: "string" },
} as const;

/** `customers import FILE`: 0 when nothing was refused, 2 when rows were, 1 (thrown) when the file as a whole was. */
export async function customers(args: string[], say: Say): Promise<number> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [act, given, ...more] = positionals;
  if (act !== "import" || !given || more.length > 0) throw new CliError(say("cli.usage", {}));
  const path = resolve(shell().folder, given);
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  if (!isFile) throw new UserError("cli.no-file", { file: given });
  const accounts = await readAccounts(path, companyCurrency);
  const { rows } = accounts;
  const report = values["dry-run"]
    ? await forecastAccounts(system, { rows })
    : await importAccounts(system, { rows }, newCall(now(), "command-line"));
  const answer = { file: basename(path), ...withRefused(report, accounts, say) };
  if (values.json) console.log(JSON.stringify(answer));
  else print(answer, say, values["dry-run"]);
  return answer.refused.length > 0 ? 2 : 0;
}

function withRefused(report: AccountsReport, { refused, notes }: Accounts, say: Say) {
  const inWords = ({ line, reason, params }: Accounts["notes"][number]) => ({
    line,
    reason: say(reason, params),
  });
  const all = [...refused, ...report.refused].toSorted((a, b) => a.line - b.line);
  return {
    ...report,
    rows: report.rows + refused.length,
    refused: all.map(inWords),
    warnings: notes.map(inWords),
  };
}

function print(
  answer: ReturnType<typeof withRefused> & { file: string },
  say: Say,
  isDryRun: boolean,
): void {
  const { file, rows, created, updated, unchanged, pairs } = answer;
  const counts = { file, rows, created, updated, unchanged, pairs, refused: answer.refused.length };
  console.log(say(isDryRun ? "cli.customers-forecast" : "cli.customers-imported", counts));
  for (const { line, reason } of [...answer.refused, ...answer.warnings])
    console.log(say("cli.refused-row", { line, reason }));
}
