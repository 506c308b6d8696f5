import { UserError } from "#lib/errors.ts";

const MEBIBYTE = 1024 ** 2;
const GIBIBYTE = 1024 ** 3;

/** The refusal of a file of so many bytes. */
export function tooLarge(size: number, limit: number): UserError {
  return new UserError("importsErrors.too-large", inWholeUnits(size, limit));
}

/** A size beyond a limit, in GB where the limit is one or more: never a size that looks allowed. */
export function inWholeUnits(size: number, limit: number) {
  const unit = limit >= GIBIBYTE ? "GB" : "MB";
  const bytes = unit === "GB" ? GIBIBYTE : MEBIBYTE;
  const shownLimit = Math.floor((limit / bytes) * 100) / 100;
  const shownSize = Math.max(Math.ceil((size / bytes) * 100) / 100, shownLimit + 0.01);
  return { size: Number(shownSize.toFixed(2)), limit: shownLimit, unit };
}
