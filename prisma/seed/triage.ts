import { assignInsights, editKind } from "#lib/insights/writes/triage.ts";
import { sampleTeams } from "#prisma/sample/organisation.ts";
import type { Told } from "#prisma/seed/desk.ts";
import { callAt, type History, later } from "#prisma/seed/history.ts";
import { inParallel } from "#prisma/seed/in-parallel.ts";
import { lookup } from "#prisma/seed/lookup.ts";
import { onDuty } from "#prisma/seed/on-duty.ts";
import type { Staff } from "#prisma/seed/staff.ts";

/** Minutes from arrival to the Tribe. */
export const triageMinutes = 10;

/** The PM on duty gives each export's insights to the Tribes and sets right what the tool took them for. */
export async function triage(history: History, staff: Staff, told: readonly Told[]): Promise<void> {
  const read = told.filter(({ sample }) => sample.tribe !== null);
  const moves = Map.groupBy(read, (one) => `${tribeOf(one)} ${one.at.getTime()}`);
  await inParallel(moves.values(), async (group) => {
    const [first] = group;
    if (!first) return;
    const tribeId = lookup(staff.tribes, tribeOf(first)).id;
    const call = callAt(history, later(first.at, triageMinutes));
    await assignInsights(
      onDuty(staff, first.at),
      { ids: group.map(({ id }) => id), tribeId },
      call,
    );
  });
  const wrong = read.filter(({ isPart, kind, sample }) => !isPart && kind !== sample.kind);
  const corrections = Map.groupBy(
    wrong,
    ({ at, sample }) => `${sample.kind} ${at.toISOString().slice(0, 7)}`,
  );
  await inParallel(corrections.values(), async (group) => {
    const last = group.at(-1);
    if (!last) return;
    const call = callAt(history, later(last.at, triageMinutes + 5));
    const input = { ids: group.map(({ id }) => id), kind: last.sample.kind };
    await editKind(onDuty(staff, last.at), input, call);
  });
}

function tribeOf({ team, sample }: Told): string {
  return sampleTeams.find(({ code }) => code === team)?.tribe ?? sample.tribe ?? "";
}
