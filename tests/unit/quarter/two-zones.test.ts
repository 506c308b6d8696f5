import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isReconcileDue } from "#lib/desks/reconcile-due.ts";
import { isOver, isTooFar } from "#lib/distribution/rules.ts";
import {
  currentQuarter,
  dayOf,
  elapsedShare,
  noonOf,
  type Quarter,
  quarterOf,
  todayOf,
  weekOf,
} from "#lib/quarter.ts";
import { isWeekTwoOver } from "#lib/roadmap/week-two.ts";

// The same instant for a company far east (UTC+13:45 in summer, +12:45 in winter) and one far west (UTC-7, -8): whoever
// forgets the company's zone, and takes the server's or UTC, fails for one of the two.

const chatham = "Pacific/Chatham";
const angeles = "America/Los_Angeles";
const at = (instant: string, timeZone: string) => ({ now: new Date(instant), timeZone });

/** Told of an instant: what it is on the Chatham Islands, and what in Los Angeles. */
type Example<Value> = [instant: string, inChatham: Value, inAngeles: Value];

function tell<Value>(
  what: string,
  rule: (at: { now: Date; timeZone: string }) => Value,
  examples: Example<Value>[],
): void {
  it.each(examples)(
    `${what}, at %s: %s in the far east, %s in the far west`,
    (instant, ...both) => {
      expect([rule(at(instant, chatham)), rule(at(instant, angeles))]).toEqual(both);
    },
  );
}

describe("one instant in two companies", () => {
  tell("the day", todayOf, [
    ["2026-11-22T10:14:59Z", "2026-11-22", "2026-11-22"],
    ["2026-11-22T10:15:00Z", "2026-11-23", "2026-11-22"],
    ["2026-11-22T08:00:00Z", "2026-11-22", "2026-11-22"],
    ["2026-11-22T07:59:59Z", "2026-11-22", "2026-11-21"],
    ["2026-07-01T11:15:00Z", "2026-07-02", "2026-07-01"],
    ["2026-07-01T06:59:59Z", "2026-07-01", "2026-06-30"],
  ]);

  tell("the quarter", currentQuarter, [
    ["2026-09-30T10:14:59Z", "2026-Q3", "2026-Q3"],
    // The clocks of the Chatham Islands went on by an hour on 27 September.
    ["2026-09-30T10:15:00Z", "2026-Q4", "2026-Q3"],
    ["2026-10-01T06:59:59Z", "2026-Q4", "2026-Q3"],
    ["2026-10-01T07:00:00Z", "2026-Q4", "2026-Q4"],
    ["2026-12-31T10:15:00Z", "2027-Q1", "2026-Q4"],
    ["2027-01-01T08:00:00Z", "2027-Q1", "2027-Q1"],
  ]);

  tell("the quarter's week", (moment) => weekOf("2026-Q4", moment), [
    ["2026-10-01T06:00:00Z", 1, 1],
    ["2026-10-07T10:15:00Z", 2, 1],
    ["2026-10-08T07:00:00Z", 2, 2],
  ]);

  tell(
    "the quarter's share in 92nds",
    (moment) => Math.round(elapsedShare("2026-Q4", moment) * 92),
    [
      ["2026-11-22T10:00:00Z", 52, 52],
      ["2026-11-22T10:15:00Z", 53, 52],
      ["2026-11-22T07:00:00Z", 52, 51],
    ],
  );

  tell("whether week two is over", (moment) => isWeekTwoOver("2026-Q4", moment), [
    ["2026-10-14T10:14:59Z", false, false],
    ["2026-10-14T10:15:00Z", true, false],
    ["2026-10-15T06:59:59Z", true, false],
    ["2026-10-15T07:00:00Z", true, true],
  ]);

  tell("whether a quarter is closed to sharing out", (moment) => isOver("2026-Q3", moment), [
    ["2026-10-01T10:14:59Z", false, false],
    ["2026-10-01T10:15:00Z", true, false],
    ["2026-10-02T07:00:00Z", true, true],
  ]);

  tell("whether a quarter is too far ahead", (moment) => isTooFar("2027-Q3", moment), [
    ["2026-12-31T10:14:59Z", true, true],
    ["2026-12-31T10:15:00Z", false, true],
    ["2027-01-01T08:00:00Z", false, false],
  ]);

  const compared = new Date("2026-11-21T23:00:00Z");
  tell(
    "whether the night's comparison is due",
    ({ now, timeZone }) => isReconcileDue(compared, now, timeZone),
    [
      // It is noon of the 22nd on the Chatham Islands and afternoon of the 21st in Los Angeles when it was made.
      ["2026-11-22T09:59:00Z", false, false],
      ["2026-11-22T10:00:00Z", false, true],
      ["2026-11-22T12:15:00Z", true, true],
    ],
  );

  it("noon of a day is on that day, by its own clocks, when they change as well", () => {
    expect(noonOf("2026-11-22", chatham)).toEqual(new Date("2026-11-21T22:15:00Z"));
    expect(noonOf("2026-11-22", angeles)).toEqual(new Date("2026-11-22T20:00:00Z"));
    expect(noonOf("2026-09-27", chatham)).toEqual(new Date("2026-09-26T22:15:00Z"));
    expect(noonOf("2026-11-01", angeles)).toEqual(new Date("2026-11-01T20:00:00Z"));
  });
});

it("wherever a company is, noon of a day is on that day, and the day of an instant is in its quarter", () => {
  const zones = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
  const instants = fc.date({
    min: new Date("2000-01-02"),
    max: new Date("2099-12-30"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(instants, zones, (instant, timeZone) => {
      const day = dayOf(instant, timeZone);
      const [year, month] = day.split("-").map(Number);
      const quarter: Quarter = quarterOf(instant, timeZone);
      return (
        dayOf(noonOf(day, timeZone), timeZone) === day &&
        quarter === `${year}-Q${Math.ceil((month ?? 0) / 3)}`
      );
    }),
  );
});
