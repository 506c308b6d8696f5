import { quarterBounds, quarterOf, shiftQuarter } from "#lib/quarter.ts";
import { checkInsOf, type SampleCheckIn } from "#prisma/sample/okrs/check-ins.ts";
import type { SampleKeyResult, SampleObjective } from "#prisma/sample/okrs/objective.ts";
import { objectives } from "#prisma/sample/okrs/pool.ts";
import { sampleCompany } from "#prisma/sample/organisation.ts";
import { type Random, seededRandom } from "#prisma/sample/random.ts";

export type SampleOkr = Omit<SampleObjective, "keyResults"> & {
  keyResults: (SampleKeyResult & { checkIns: SampleCheckIn[] })[];
};

/** Objectives of four quarters, parents first; checked in up to `today`, drafts not at all. */
export function sampleOkrs(today: Date): SampleOkr[] {
  const random = seededRandom("okrs");
  return objectives.map((objective) => ({
    ...objective,
    keyResults: objective.keyResults.map((keyResult) => ({
      ...keyResult,
      checkIns: objective.quarter > 0 ? [] : within(objective.quarter, keyResult, today, random),
    })),
  }));
}

function within(offset: number, keyResult: SampleKeyResult, today: Date, random: Random) {
  const { first, after } = quarterBounds(
    shiftQuarter(quarterOf(today, sampleCompany.timeZone), offset),
  );
  const start = Date.parse(`${first}T09:00:00Z`);
  const end = Date.parse(`${after}T09:00:00Z`) - 3 * 86_400_000;
  const yesterday = Math.floor(today.getTime() / 86_400_000) * 86_400_000 - 15 * 3_600_000;
  // On a quarter's first day there is nothing behind yet: the start itself is checked in.
  const last = offset === 0 ? Math.max(Math.min(end, yesterday), start) : end;
  const notAfterNow = Math.min(last, today.getTime());
  return checkInsOf(
    keyResult,
    new Date(Math.min(start, notAfterNow)),
    new Date(notAfterNow),
    random,
  );
}
