import "server-only";
import { UserError } from "#lib/errors.ts";
import { noteTrouble } from "#lib/trouble/answers.ts";
import { troubleOf } from "#lib/trouble/trouble.ts";

/**
 * What an edge may tell a person of an error: a refusal as it is, or what is nobody's fault and passes (the answer then
 * says so by its status, too); null when it is a bug. Jobs don't ask: they try again by themselves.
 */
export function refusalOf(error: unknown): UserError | null {
  if (error instanceof UserError) return error;
  const trouble = troubleOf(error);
  if (trouble === null) return null;
  noteTrouble(trouble);
  return new UserError(trouble);
}
