import { system } from "#lib/auth/actor.ts";
import { type Quarter, shiftQuarter } from "#lib/quarter.ts";
import { placeInitiative } from "#lib/roadmap/writes/items.ts";
import { setCapacity } from "#lib/roadmap/writes/limits.ts";
import { closeQuarter, commitQuarter } from "#lib/roadmap/writes/quarter.ts";
import { keepWeekTwoPicture } from "#lib/roadmap/writes/week-two-pictures.ts";
import { sampleCapacities, sampleQuarters } from "#prisma/sample/initiatives.ts";
import { beforeQuarter, callAt, type History, intoQuarter } from "#prisma/seed/history.ts";
import { inParallel } from "#prisma/seed/in-parallel.ts";
import type { MadeInitiative } from "#prisma/seed/initiatives.ts";
import { lookup } from "#prisma/seed/lookup.ts";
import type { Staff, StaffTribe } from "#prisma/seed/staff.ts";

/** Quarter by quarter, as it was: capacities, what each team took on, the commit, the closing. */
export async function makeRoadmaps(
  history: History,
  staff: Staff,
  initiatives: readonly MadeInitiative[],
): Promise<void> {
  for (const { offset, state } of sampleQuarters) {
    const quarter = shiftQuarter(history.current, offset);
    await setCapacities(history, staff, quarter);
    // Tribes don't wait for each other; the order within a lane is the sample's.
    await inParallel(staff.tribes.values(), async (tribe) => {
      await place(history, staff, { tribe, offset, quarter }, initiatives);
      const input = { tribeId: tribe.id, quarter };
      if (state === "draft") return;
      await commitQuarter(tribe.leadPm, input, callAt(history, intoQuarter(quarter, 2)));
      const afterWeekTwo = intoQuarter(quarter, 14);
      if (afterWeekTwo <= history.today)
        await keepWeekTwoPicture(system, input, callAt(history, afterWeekTwo));
      const next = shiftQuarter(quarter, 1);
      if (state === "closed")
        await closeQuarter(tribe.leadPm, input, callAt(history, intoQuarter(next, 6)));
    });
  }
}

async function setCapacities(history: History, { teams }: Staff, quarter: Quarter): Promise<void> {
  const call = () => callAt(history, beforeQuarter(history, quarter, 24));
  await inParallel(sampleCapacities, ({ team, ...months }) => {
    const { id, tribe } = lookup(teams, team);
    return setCapacity(tribe.engineeringManager, { teamId: id, quarter, ...months }, call());
  });
}

/** Lead PM and Engineering Manager place in turns. */
async function place(
  history: History,
  { teams }: Staff,
  { tribe, offset, quarter }: { tribe: StaffTribe; offset: number; quarter: Quarter },
  initiatives: readonly MadeInitiative[],
): Promise<void> {
  const placed = initiatives.flatMap(({ id, sample }) =>
    sample.items
      .filter((item) => item.quarter === offset && lookup(teams, item.team).tribe === tribe)
      .map((item) => ({ initiativeId: id, ...item })),
  );
  for (const [index, { initiativeId, team, effortHalfMonths }] of placed.entries()) {
    const actor = index % 2 === 0 ? tribe.leadPm : tribe.engineeringManager;
    const input = { initiativeId, teamId: lookup(teams, team).id, quarter, effortHalfMonths };
    const day = 18 - Math.floor(index / 2);
    await placeInitiative(actor, input, callAt(history, beforeQuarter(history, quarter, day)));
  }
}
