import { UserError } from "#lib/errors.ts";

const megabytes = (bytes: number) => Math.ceil(bytes / (1024 * 1024));

/** The refusal of a file of so many bytes. */
export function tooLarge(size: number, limit: number): UserError {
  return new UserError("importsErrors.too-large", {
    size: megabytes(size),
    limit: megabytes(limit),
  });
}
