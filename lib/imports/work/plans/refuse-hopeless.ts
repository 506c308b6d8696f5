import { UserError } from "#lib/errors.ts";
import type { ErrorKey } from "#lib/i18n/sentences.ts";
import type { WorkPlan } from "./entries.ts";

/** A file of which nothing can be used is refused as a whole: one reason for all says it better than a list. */
export function refuseHopeless({ entries, refused }: Pick<WorkPlan, "entries" | "refused">): void {
  const [first] = refused;
  if (entries.size > 0 || !first) return;
  const { line, reason, params } = first;
  if (refused.every((row) => row.reason === reason))
    throw new UserError<ErrorKey>(`importsErrors.${reason}`, params);
  throw new UserError("importsErrors.work-none-usable", { rows: refused.length, line });
}
