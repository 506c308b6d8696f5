import "server-only";
import { isBusy } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";

/**
 * What an edge may tell a person of an error: a refusal as it is, `busy` when the database had too much to do or waited
 * too long for what somebody else holds; null when it is a bug. Jobs don't ask: they try again by themselves.
 */
export function refusalOf(error: unknown): UserError | null {
  if (error instanceof UserError) return error;
  return isBusy(error) ? new UserError("busy") : null;
}
