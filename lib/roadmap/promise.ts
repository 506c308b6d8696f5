/**
 * What a Tribe promises for a quarter. Its first commitment is the baseline for ever, and revisions stand beside it; only
 * a commitment that was withdrawn within an hour never was one. A quarter is closed in its last two weeks or later.
 */
import { isWithinGrace } from "#lib/grace.ts";
import { type Moment, type Quarter, quarterBounds, todayOf } from "#lib/quarter.ts";

const ENDING_DAYS = 14;
const DAY_MS = 86_400_000;

/** Today is among the quarter's last fourteen days, or after it. */
export function isEnding(quarter: Quarter, at: Moment): boolean {
  const left = Date.parse(quarterBounds(quarter).after) - Date.parse(todayOf(at));
  return left <= ENDING_DAYS * DAY_MS;
}

export const pictureReasons = ["commit", "withdraw", "week-2", "close"] as const;
export type PictureReason = (typeof pictureReasons)[number];
export type Stood<T> = T & { reason: Exclude<PictureReason, "withdraw"> };

/**
 * Of all pictures, oldest first, those of promises that stood: a withdrawal leaves out the commitment of its hour, with
 * what was published of it since, and nothing that stood before. `takenAt` is an instant, ISO.
 */
export function standing<T extends { reason: PictureReason; takenAt: string }>(
  pictures: readonly T[],
) {
  return pictures.filter(
    (one, index): one is Stood<T> =>
      one.reason !== "withdraw" &&
      !(one.reason === "commit" && pictures.slice(index).some((other) => withdraws(other, one))),
  );
}

function withdraws(
  { reason, takenAt }: { reason: PictureReason; takenAt: string },
  commitment: { takenAt: string },
): boolean {
  return reason === "withdraw" && isWithinGrace(new Date(commitment.takenAt), new Date(takenAt));
}

/** What the quarter is measured against: the first commitment that stood; before there is one, the end of week two. */
export function baselineOf<T extends { reason: PictureReason }>(
  standingPictures: readonly T[],
): T | undefined {
  const of = (wanted: PictureReason) => standingPictures.find(({ reason }) => reason === wanted);
  return of("commit") ?? of("week-2");
}
