import { UserError } from "#lib/errors.ts";

/** Why an import can't be, told to whoever started it; anything but a refusal is thrown. */
export function refusalIn(error: unknown): UserError {
  if (error instanceof UserError) return error;
  const code = error instanceof Error && "code" in error ? error.code : null;
  // Its working copy is its own: only another worker that took the import up throws it away.
  if (code === "ENOENT") return new UserError("import-taken-over");
  throw error;
}
