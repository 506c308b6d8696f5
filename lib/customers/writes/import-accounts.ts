import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import type { AccountRow } from "#lib/customers/account-row.ts";
import { customerOps } from "#lib/customers/noun.ts";
import {
  type AccountOutcome,
  type AccountPlan,
  planAccounts,
} from "#lib/customers/plan-accounts.ts";
import { readKnown } from "#lib/customers/reads/known-accounts.ts";
import { writeAccounts } from "#lib/customers/writes/accounts.ts";
import { db } from "#lib/db.ts";
import { haveNamesAlone } from "#lib/forgotten/writes/names-lock.ts";
import { type Call, write } from "#lib/operations/write.ts";

export type AccountsReport = {
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  /** Pairs that wait for a person. */
  pairs: number;
  refused: { line: number; reason: string; params: Record<string, string> }[];
  /** The first rows that change something. */
  changes: AccountOutcome[];
};

const mostShown = 200;

/** Takes in customers from a base of accounts, all of them or none. */
export async function importAccounts(
  actor: Actor,
  { rows }: { rows: AccountRow[] },
  call: Call,
): Promise<AccountsReport> {
  authorise(actor, "source:manage");
  const params = { count: rows.length };
  return write(actor, call, { operation: customerOps.imported, params }, async (w) => {
    await haveNamesAlone(w.tx);
    const plan = planAccounts(await readKnown(w.tx, rows), rows);
    await writeAccounts(w, plan, call.now);
    return reportOf(plan);
  });
}

/** What `importAccounts` would do; stores nothing. */
export async function forecastAccounts(
  viewer: Actor,
  { rows }: { rows: AccountRow[] },
): Promise<AccountsReport> {
  authorise(viewer, "source:manage");
  return reportOf(planAccounts(await readKnown(db(), rows), rows));
}

function reportOf({ outcomes, refused, pairs }: AccountPlan): AccountsReport {
  const count = (kind: AccountOutcome["kind"]) =>
    outcomes.filter((one) => one.kind === kind).length;
  return {
    rows: outcomes.length + refused.length,
    created: count("created"),
    updated: count("updated"),
    unchanged: count("unchanged"),
    pairs: pairs.length,
    refused,
    changes: outcomes.filter(({ kind }) => kind !== "unchanged").slice(0, mostShown),
  };
}
