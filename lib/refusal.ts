import "server-only";
import { UserError } from "#lib/errors.ts";
import { troubleOf } from "#lib/trouble/trouble.ts";

/**
 * What an edge may tell a person of an error: a refusal as it is, or what is nobody's fault and passes; null when it is a
 * bug. Jobs don't ask: they try again by themselves.
 */
export function refusalOf(error: unknown): UserError | null {
  if (error instanceof UserError) return error;
  const trouble = troubleOf(error);
  return trouble && new UserError(trouble);
}
