import type { InsightRow, TribeChoice } from "#lib/insights/views.ts";

/** The Tribe that would lose one of these rows, if any: then a reason is asked. */
export function leftTribe(
  rows: readonly InsightRow[],
  tribes: readonly TribeChoice[],
  to: TribeChoice,
): TribeChoice | undefined {
  const leaving = rows.find((row) => row.tribeId !== null && row.tribeId !== to.id);
  return leaving && tribes.find((tribe) => tribe.id === leaving.tribeId);
}
