import { randomUUID } from "node:crypto";
import { isJiraError, type JiraErrorCode } from "#lib/desks/jira/http/errors.ts";
import { type Params, UserError } from "#lib/errors.ts";
import { databaseErrorIn } from "#lib/sql/database-error.ts";
import { troubles } from "#lib/troubles.ts";

// A ticket that can't be taken in stops no other. What fails for the desk or the database as a whole is no ticket's
// fault and is tried again with all of them.

/** What a desk may answer to a question about one issue while it answers all others. */
const ofOne: readonly JiraErrorCode[] = [
  ...(["bad-query", "forbidden", "not-found", "refused", "too-large"] as const),
  ...(["unavailable", "slow", "cut", "not-jira", "endless"] as const),
];

/** Classes of SQLSTATE that speak of the server: connection, transaction, serialisation, room, intervention, disk. */
const ofServer = /^(08|25|40|53|55|57|58|XX)/;

/** Said to a worker whose turn it is not. */
const turnsAway: readonly string[] = ["import-taken-over", "import-source-undoing", ...troubles];

/** Whether the desk is to be asked something else before one of its issues is held to be the cause. */
export function isDesks(error: unknown): boolean {
  return ofOne.some((code) => isJiraError(error, code));
}

/** Whether one ticket may be the cause, with another of the same page going in. */
export function mayBeTickets(error: unknown): boolean {
  if (isDesks(error)) return true;
  if (error instanceof UserError)
    return !error.key.startsWith("jiraErrors.") && !turnsAway.includes(error.key);
  if (!(error instanceof Error) || error.name === "AbortError") return false;
  const said = databaseErrorIn(error);
  if (said) return !ofServer.test(said.code);
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return (
    !/^(P1|P2024|P2028|P2034|E[A-Z])/.test(code) && !/Initialization|RustPanic/.test(error.name)
  );
}

export type AsideReason = { key: string; params: Params };

/** Why a ticket was put aside, in words; what only we can find out is in the log, under the id that is named. */
export function asideReasonOf(error: unknown, issueId: string): AsideReason {
  if (error instanceof UserError) return { key: error.key, params: error.params };
  if (error instanceof RangeError) return { key: "ticket-nested", params: {} };
  if (databaseErrorIn(error)?.code.startsWith("54")) return { key: "ticket-too-long", params: {} };
  const id = randomUUID();
  console.error(`ticket ${issueId} ${id}`, error);
  return { key: "ticket-not-kept", params: { id } };
}
