import { dayOf, type Quarter, quarterBounds, quarterOf, shiftQuarter } from "#lib/quarter.ts";
import { sampleCompany } from "#prisma/sample/organisation.ts";
import type { Random } from "#prisma/sample/random.ts";

const dayLength = 86_400_000;
/** From Sunday: the desk is full on Mondays and nearly silent at weekends. */
const weekdayWeights = [0.06, 1.7, 1.1, 1, 1.05, 0.8, 0.14];
const augustWeight = 0.35;

const days = new Map<number, number>();
const quarters = new Map<string, Quarter>();

/** Midnight (UTC) of the company's day, whatever the hour of `today`. */
export function startOfDay(today: Date): number {
  // Asked thousands of times for one instant, and a calendar is slow to ask.
  const known = days.get(today.getTime()) ?? Date.parse(dayOf(today, sampleCompany.timeZone));
  days.set(today.getTime(), known);
  return known;
}

/** The quarter of a working hour, which is on the same day for the company as in UTC. */
export function quarterOfDesk(instant: Date): Quarter {
  const day = instant.toISOString().slice(0, 10);
  const known = quarters.get(day) ?? quarterOf(instant, sampleCompany.timeZone);
  quarters.set(day, known);
  return known;
}

/** `count` instants, oldest first, from the quarter before last up to yesterday evening. */
export function deskInstants(today: Date, count: number, random: Random): Date[] {
  const first = Date.parse(
    quarterBounds(shiftQuarter(quarterOf(today, sampleCompany.timeZone), -2)).first,
  );
  const days: { at: number; weight: number }[] = [];
  for (let at = first; at < startOfDay(today); at += dayLength) {
    days.push({ at, weight: weightOf(new Date(at)) });
  }
  const total = days.reduce((sum, day) => sum + day.weight, 0);
  const instants: Date[] = [];
  let owed = 0;
  for (const day of days) {
    owed += (day.weight / total) * count;
    while (instants.length < Math.round(owed)) instants.push(workingHour(day.at, random));
  }
  while (instants.length < count) instants.push(workingHour(days.at(-1)?.at ?? first, random));
  return instants.sort((a, b) => a.getTime() - b.getTime());
}

function weightOf(day: Date): number {
  const weekday = weekdayWeights[day.getUTCDay()] ?? 1;
  return day.getUTCMonth() === 7 ? weekday * augustWeight : weekday;
}

/** Mostly between 8 and 18, hardly at noon, now and then in the evening. */
function workingHour(day: number, random: Random): Date {
  const hour = random.pick([
    6, 7, 7, 7, 8, 8, 8, 9, 9, 10, 11, 12, 12, 13, 13, 14, 14, 15, 16, 18, 20,
  ]);
  return new Date(day + hour * 3_600_000 + random.between(0, 3599) * 1000);
}
