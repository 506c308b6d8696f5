import { dayOf, type Moment, todayOf } from "#lib/quarter.ts";

// Which backups a folder of them keeps, and whether there is to be another: by their names, which say when each was made.

/** Beyond that somebody is told: one a night, and time to make it. */
export const OLD_AFTER_HOURS = 26;
/** Each of the last week, and of the weeks before the last one of each. */
const EACH_DAYS = 7;
/** How long one is trusted that was brought back once. */
const CHECK_DAYS = 7;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const shape = /^tribune-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})Z$/;

/** `tribune-2026-11-30T00-10-00Z`: in the order in which they were made, and fit for any disk. */
export function nameOf(made: Date): string {
  return `tribune-${made.toISOString().slice(0, 19).replaceAll(":", "-")}Z`;
}

/** When the one of that name was made; null for what is none of ours. */
export function madeAt(name: string): Date | null {
  const [, day, hours, minutes, seconds] = shape.exec(name) ?? [];
  return day ? new Date(`${day}T${hours}:${minutes}:${seconds}Z`) : null;
}

/** What a kill left of one that was being made. */
export function isLeftover(name: string): boolean {
  const [made = "", ...rest] = name.split(".");
  return shape.test(made) && rest.length === 2 && rest[1] === "partial";
}

/** Those that have had their time. The newest stays, however old it is. */
export function outlived(names: readonly string[], now: Date, days: number): string[] {
  const all = names.flatMap((name) => {
    const made = madeAt(name);
    return made ? [{ name, age: (now.getTime() - made.getTime()) / DAY }] : [];
  });
  all.sort((a, b) => a.age - b.age);
  const weeks = new Set<number>();
  return all
    .filter(({ age }, place) => {
      if (place === 0 || age < EACH_DAYS) return false;
      const week = Math.floor(age / 7);
      if (age >= days || weeks.has(week)) return true;
      weeks.add(week);
      return false;
    })
    .map(({ name }) => name);
}

/** One each day of the company's calendar: in its night, or as soon as there is somebody to make it. */
export function isBackupDue(last: Date | null, at: Moment): boolean {
  return last === null || dayOf(last, at.timeZone) !== todayOf(at);
}

export function isCheckDue(lastWell: Date | null, now: Date): boolean {
  // Checked in the night, it is due in the night a week later, a little sooner or later than the first.
  return lastWell === null || now.getTime() - lastWell.getTime() > CHECK_DAYS * DAY - 12 * HOUR;
}

/** Whether somebody should know that the last one is long ago. */
export function isOld(last: Date | null, now: Date): boolean {
  return last === null || now.getTime() - last.getTime() > OLD_AFTER_HOURS * HOUR;
}
