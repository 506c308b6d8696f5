import { wholeDaysBetween } from "#lib/day.ts";

// Each week one of those who sort holds the duty of the company's inbox. A week goes to whoever held it longest ago, a
// newcomer first; what is planned stays as it is, however many come and go.

/** How far ahead people see when it is their turn. */
export const WEEKS_AHEAD = 8;

/** A week is called by its Monday, YYYY-MM-DD. */
export type HeldWeek = { week: string; personId: string | null };

/** The Monday of a day's week. @param day YYYY-MM-DD */
export function mondayOf(day: string): string {
  const since = wholeDaysBetween("1970-01-05", day) % 7;
  return addDays(day, -((since + 7) % 7));
}

/** This week's Monday and those of the weeks after it. @param today YYYY-MM-DD */
export function mondaysFrom(today: string, weeks: number = WEEKS_AHEAD): string[] {
  const first = mondayOf(today);
  return Array.from({ length: weeks }, (_, index) => addDays(first, 7 * index));
}

/** The last day of a week that people work on. @param week its Monday */
export function fridayOf(week: string): string {
  return addDays(week, 4);
}

/** Who holds the duty on a day; null where nobody does. @param today YYYY-MM-DD */
export function holderOf<Holder>(
  weeks: readonly { week: string; holder: Holder | null }[],
  today: string,
): Holder | null {
  return weeks.find(({ week }) => week === mondayOf(today))?.holder ?? null;
}

/**
 * Who holds the weeks that nobody has yet, and those whose holder no longer sorts.
 * @param people those who sort, in the order in which newcomers take their first turn
 * @param held every week so far; one that is nobody's (a holiday) stays nobody's
 * @returns only what is new, in the order of the weeks
 */
export function planned(
  weeks: readonly string[],
  people: readonly string[],
  held: readonly HeldWeek[],
): HeldWeek[] {
  if (people.length === 0) return [];
  const known = new Set(people);
  const asked = new Set(weeks);
  const byWeek = new Map(held.map((one) => [one.week, one]));
  const isGone = (one: HeldWeek | undefined) =>
    one?.personId != null && asked.has(one.week) && !known.has(one.personId);
  const turns = held.filter(({ personId }) => personId !== null);
  const lastBefore = (week: string, personId: string) =>
    turns
      .filter((one) => one.personId === personId && one.week < week)
      .map((one) => one.week)
      .toSorted()
      .at(-1) ?? "";
  return weeks.toSorted().flatMap((week) => {
    const one = byWeek.get(week);
    if (one && !isGone(one)) return [];
    const [personId = null] = people.toSorted((a, b) =>
      lastBefore(week, a).localeCompare(lastBefore(week, b)),
    );
    const turn = { week, personId };
    turns.push(turn);
    return [turn];
  });
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
