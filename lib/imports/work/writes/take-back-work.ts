import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import type { WorkChange } from "#lib/imports/work/plans/work-links.ts";
import { keepFactorsTakenBack } from "#lib/initiatives/writes/factors.ts";
import {
  changeInitiatives,
  untieKeyResults,
  untieThemes,
} from "#lib/initiatives/writes/initiative-rows.ts";
import { changeKeyResults } from "#lib/okrs/writes/key-result-rows.ts";
import { changeObjectives } from "#lib/okrs/writes/objective-rows.ts";
import { saidBy } from "#lib/operations/said.ts";
import { takeBackChanges } from "#lib/operations/take-back.ts";
import type { Write } from "#lib/operations/write.ts";
import type { Moment } from "#lib/quarter.ts";
import { takeOutItems } from "#lib/roadmap/writes/item-rows.ts";
import { changeThemes, unlinkInsights } from "#lib/themes/writes/theme-rows.ts";

/**
 * What these changes of an import changed is as it was, what they linked and placed is taken out, what they made is
 * archived. A value that was checked in stays: that is a statement.
 */
export async function takeBackWork(
  w: Write,
  actor: Actor,
  changes: readonly WorkChange[],
  moment: Moment,
): Promise<void> {
  const setBack = changes.filter(isSetBack);
  await takeBackChanges(w, setBack);
  const scored = setBack.filter(({ tableName }) => tableName === "initiative");
  await keepFactorsTakenBack(w, scored, moment);
  const made = madeIn(changes);
  await unlinkInsights(w, made("theme_insight"));
  await untieThemes(w, made("initiative_theme"));
  await untieKeyResults(w, made("initiative_key_result"));
  await takeOutItems(w, made("roadmap_item"));
  const archived = { archivedAt: moment.now };
  await changeThemes(w, made("theme"), archived);
  await changeInitiatives(w, made("initiative"), archived, saidBy(actor, moment));
  await changeObjectives(w, made("objective"), archived);
  await changeKeyResults(w, made("key_result"), archived);
}

function isSetBack({ before, after }: WorkChange): boolean {
  return before !== null && after !== null && !("now" in after);
}

/** Ids of the rows that were made, by table. */
function madeIn(changes: readonly WorkChange[]) {
  const made = Map.groupBy(
    changes.filter(({ before }) => before === null),
    ({ tableName }) => tableName,
  );
  return (table: string) => (made.get(table) ?? []).map(({ rowId }) => rowId);
}
