import type { PersonActor } from "#lib/auth/actor.ts";
import { can } from "#lib/auth/policy.ts";
import { crafts } from "#lib/okrs/schema.ts";
import { checkIn } from "#lib/okrs/writes/key-results.ts";
import { permissionTo } from "#lib/okrs/writes/objective-for-writing.ts";
import { createObjective } from "#lib/okrs/writes/objectives.ts";
import { shiftQuarter } from "#lib/quarter.ts";
import { type SampleOkr, sampleOkrs } from "#prisma/sample/okrs.ts";
import { sampleMembers } from "#prisma/sample/organisation.ts";
import { beforeQuarter, callAt, type History } from "#prisma/seed/history.ts";
import { inParallel } from "#prisma/seed/in-parallel.ts";
import { lookup } from "#prisma/seed/lookup.ts";
import type { Staff } from "#prisma/seed/staff.ts";

/** Objectives with their key results, checked in every fortnight. @returns the key results' ids by code */
export async function makeOkrs(history: History, staff: Staff): Promise<Map<string, string>> {
  const okrs = sampleOkrs(history.today);
  const objectiveIds = new Map<string, string>();
  const keyResultIds = new Map<string, string>();
  // One after the other: they stand in the order in which they were made, parents first.
  for (const okr of okrs) {
    const { id, keyResultIds: ids } = await makeObjective(history, staff, okr, objectiveIds);
    objectiveIds.set(okr.code, id);
    for (const [index, { code }] of okr.keyResults.entries())
      keyResultIds.set(code, ids[index] ?? "");
  }
  await inParallel(okrs, async (okr) => {
    const actor = whoMay("check-in", okr, staff);
    for (const { code, checkIns } of okr.keyResults) {
      for (const { at, value, confidence, note } of checkIns) {
        const input = { keyResultId: lookup(keyResultIds, code), value, confidence, note };
        await checkIn(actor, input, callAt(history, at));
      }
    }
  });
  return keyResultIds;
}

function makeObjective(
  history: History,
  staff: Staff,
  okr: SampleOkr,
  objectiveIds: ReadonlyMap<string, string>,
) {
  const { owner, title, level, commitment, parent } = okr;
  const quarter = shiftQuarter(history.current, okr.quarter);
  const place = {
    departmentId: owner.type === "department" ? lookup(staff.departmentIds, owner.code) : null,
    tribeId: owner.type === "tribe" ? lookup(staff.tribes, owner.code).id : null,
    craft: (owner.type === "craft" && crafts.find((craft) => craft === owner.code)) || null,
    ownerId: owner.type === "person" ? lookup(staff.people, owner.name).id : null,
  };
  const keyResults = okr.keyResults.map((keyResult) => ({
    title: keyResult.title,
    direction: keyResult.direction,
    start: keyResult.start,
    target: keyResult.target,
    unit: keyResult.direction === "hit" ? null : keyResult.unit,
  }));
  return createObjective(
    whoMay("edit", okr, staff),
    {
      ...{ quarter, title, level, commitment, ...place, keyResults, isShared: false },
      parentId: parent === null ? null : lookup(objectiveIds, parent),
    },
    callAt(history, beforeQuarter(history, quarter, 20)),
  );
}

/** Whoever holds the objective; where they only contribute, the first of their managers who may. */
function whoMay(act: "edit" | "check-in", okr: SampleOkr, { people }: Staff): PersonActor {
  const ownerId = okr.owner.type === "person" ? lookup(people, okr.owner.name).id : null;
  const asked = permissionTo(act, { level: okr.level, ownerId });
  for (let name: string | null = okr.heldBy; name !== null; name = managerOf(name)) {
    const person = lookup(people, name);
    if (can(person, ...asked)) return person;
  }
  throw new Error(`Nobody above ${okr.heldBy} may ${act} ${okr.code}`);
}

function managerOf(name: string): string | null {
  return sampleMembers.find((member) => member.name === name)?.manager ?? null;
}
