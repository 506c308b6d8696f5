import { claim, shareOut } from "#lib/distribution/writes.ts";
import type { Told } from "#prisma/seed/desk.ts";
import { callAt, type History } from "#prisma/seed/history.ts";
import { inParallel } from "#prisma/seed/in-parallel.ts";
import { lookup } from "#prisma/seed/lookup.ts";
import { sharedAt } from "#prisma/seed/shared-at.ts";
import type { Staff } from "#prisma/seed/staff.ts";

/**
 * Each Tribe's Lead PM gives its teams what is theirs, for the quarter that the sample says; a bug that came alone
 * its PM claimed.
 */
export async function shareAllOut(history: History, staff: Staff, told: readonly Told[]) {
  const shared = told.flatMap((one) => {
    const { quarter } = one.sample;
    return one.team === null || quarter === null ? [] : [{ ...one, team: one.team, quarter }];
  });
  const groups = Map.groupBy(shared, (one) =>
    [one.team, one.quarter, sharedAt(history, one).toISOString()].join(" "),
  );
  await inParallel(groups.values(), async (group) => {
    const [first] = group;
    if (!first) return;
    const { id: teamId, pm, tribe } = lookup(staff.teams, first.team);
    const input = { insightIds: group.map(({ id }) => id), teamId, quarter: first.quarter };
    const call = callAt(history, sharedAt(history, first));
    const isClaimed = group.length === 1 && first.sample.kind === "bug";
    await (isClaimed ? claim(pm, input, call) : shareOut(tribe.leadPm, input, call));
  });
}
