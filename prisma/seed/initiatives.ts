import { type Factor, factors } from "#lib/initiatives/rice.ts";
import { createInitiative, scoreInitiative } from "#lib/initiatives/writes/initiatives.ts";
import { linkEpic, linkKeyResults } from "#lib/initiatives/writes/links.ts";
import { type Quarter, shiftQuarter } from "#lib/quarter.ts";
import { type SampleInitiative, sampleInitiatives } from "#prisma/sample/initiatives.ts";
import { beforeQuarter, callAt, type History } from "#prisma/seed/history.ts";
import { inParallel } from "#prisma/seed/in-parallel.ts";
import { lookup } from "#prisma/seed/lookup.ts";
import type { Staff } from "#prisma/seed/staff.ts";

export type MadeInitiative = { id: string; sample: SampleInitiative };

/** The quarter an initiative is first planned in; what nobody has placed waits with the draft. */
export function firstQuarterOf({ current }: History, { items }: SampleInitiative): Quarter {
  const offsets = items.map(({ quarter }) => quarter);
  return shiftQuarter(current, offsets.length === 0 ? 1 : Math.min(...offsets));
}

/** Each team's PM makes them, one after the other since they are numbered, then scores and links them. */
export async function makeInitiatives(
  history: History,
  staff: Staff,
  themeIds: ReadonlyMap<string, string>,
  keyResultIds: ReadonlyMap<string, string>,
): Promise<MadeInitiative[]> {
  const made: MadeInitiative[] = [];
  for (const sample of sampleInitiatives) {
    const { title, problem, kind, origin, originReason, themes } = sample;
    const team = lookup(staff.teams, sample.team);
    const input = {
      ...{ title, problem, kind, origin },
      ...(originReason === null ? {} : { originReason }),
      teamId: team.id,
      themeIds: themes.map((code) => lookup(themeIds, code)),
    };
    const at = beforeQuarter(history, firstQuarterOf(history, sample), 40);
    const { id } = await createInitiative(team.pm, input, callAt(history, at));
    made.push({ id, sample });
  }
  await inParallel(made, async (one) => {
    await score(history, staff, one);
    await link(history, staff, one, keyResultIds);
  });
  return made;
}

/** The PM knows the customers, the Lead Developer the effort. A doubt is scored first, then what was measured. */
async function score(history: History, staff: Staff, { id, sample }: MadeInitiative) {
  const { pm, leadDeveloper } = lookup(staff.teams, sample.team);
  const quarter = firstQuarterOf(history, sample);
  const values: Record<Factor, number | null> = {
    reach: sample.reach,
    impact: sample.impactHundredths,
    confidence: sample.confidenceHundredths,
    effort: sample.effortHalfMonths,
  };
  const give = (factor: Factor, value: number, reason: string, days: number) =>
    scoreInitiative(
      factor === "effort" ? leadDeveloper : pm,
      { initiativeId: id, factor, value, reason },
      callAt(history, beforeQuarter(history, quarter, days)),
    );
  if (values.confidence === 80 && values.reach !== null && values.reach >= doubtedFrom)
    await give("confidence", 50, "Quelques entretiens seulement.", 36);
  for (const factor of factors) {
    const value = values[factor];
    if (value !== null) await give(factor, value, sample.reasons[factor], daysBefore[factor]);
  }
}

const doubtedFrom = 400;
const daysBefore: Record<Factor, number> = { reach: 32, impact: 32, confidence: 30, effort: 26 };

async function link(
  history: History,
  staff: Staff,
  { id, sample }: MadeInitiative,
  keyResultIds: ReadonlyMap<string, string>,
): Promise<void> {
  const { pm } = lookup(staff.teams, sample.team);
  const at = (days: number) =>
    callAt(history, beforeQuarter(history, firstQuarterOf(history, sample), days));
  const served = sample.serves.map((code) => lookup(keyResultIds, code));
  if (served.length > 0)
    await linkKeyResults(pm, { initiativeId: id, keyResultIds: served }, at(12));
  if (sample.epicKey !== null)
    await linkEpic(pm, { initiativeId: id, epicKey: sample.epicKey }, at(5));
}
