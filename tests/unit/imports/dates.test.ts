import { expect, test } from "vitest";
import { dateTally, settleOrders } from "#lib/imports/dates/date-orders.ts";
import { dateEvidence, parseDate } from "#lib/imports/dates/dates.ts";
import { wallClock } from "#lib/imports/dates/wall-clock.ts";

const utc = wallClock("UTC");
const read = (value: string, order: "dmy" | "mdy" = "dmy") =>
  parseDate(value, order, utc)?.toISOString() ?? null;

test.each([
  ["12/Mar/24 3:05 PM", "2024-03-12T15:05:00.000Z"],
  ["12/Mar/24 12:00 AM", "2024-03-12T00:00:00.000Z"],
  ["12/Mar/24 12:30 PM", "2024-03-12T12:30:00.000Z"],
  ["19/févr./26 7:31 PM", "2026-02-19T19:31:00.000Z"],
  ["28/nov./25 07:28", "2025-11-28T07:28:00.000Z"],
  ["06/déc./25 13:48", "2025-12-06T13:48:00.000Z"],
  ["03/août/26 09:00", "2026-08-03T09:00:00.000Z"],
  ["01/janv/26 09:00", "2026-01-01T09:00:00.000Z"],
  ["16/sept./25 00:00", "2025-09-16T00:00:00.000Z"],
  ["18/jul/26 9:10 AM", "2026-07-18T09:10:00.000Z"],
  ["28/ene/26 11:26 a. m.", "2026-01-28T11:26:00.000Z"],
  ["29/12/2025 11:38", "2025-12-29T11:38:00.000Z"],
  ["4/12/2025 14:33", "2025-12-04T14:33:00.000Z"],
  ["2025-11-14 15:17", "2025-11-14T15:17:00.000Z"],
  ["2025-11-25 10:20:18.491", "2025-11-25T10:20:18.491Z"],
  ["2019-08-27T12:43:24.193-0700", "2019-08-27T19:43:24.193Z"],
  ["2019-08-27T12:43:24Z", "2019-08-27T12:43:24.000Z"],
  ["30/Sep/21 17:20", "2021-09-30T17:20:00.000Z"],
  ["05/lut/26 08:00", "2026-02-05T08:00:00.000Z"],
  ["12/paź/26 7:40 AM", "2026-10-12T07:40:00.000Z"],
  ["12/abr/25", "2025-04-12T00:00:00.000Z"],
  ["03/mai/25 10:00", "2025-05-03T10:00:00.000Z"],
  ["01/dez/25 9:15", "2025-12-01T09:15:00.000Z"],
  ["14 mars 2024 08:15", "2024-03-14T08:15:00.000Z"],
  ["November 3, 2025 2:14 PM", "2025-11-03T14:14:00.000Z"],
  ["November 3, 2025 2:14 PM (GMT+1)", "2025-11-03T13:14:00.000Z"],
  ["November 3, 2025 → November 5, 2025", "2025-11-03T00:00:00.000Z"],
  ["3. November 2025 um 14:14 Uhr", "2025-11-03T14:14:00.000Z"],
  ["03.11.2025 14:14", "2025-11-03T14:14:00.000Z"],
  ["4. März 2026, 9:05 Uhr", "2026-03-04T09:05:00.000Z"],
  ["03/Dez/25 10:00", "2025-12-03T10:00:00.000Z"],
  ["Montag, 3. Nov. 2025", "2025-11-03T00:00:00.000Z"],
  ["1er août 2025 à 14h30", "2025-08-01T14:30:00.000Z"],
  ["3 novembre 2025 14:14", "2025-11-03T14:14:00.000Z"],
  ["3 de noviembre de 2025 14:14", "2025-11-03T14:14:00.000Z"],
  ["3 de novembro de 2025 às 14:14", "2025-11-03T14:14:00.000Z"],
  ["3 listopada 2025 14:14", "2025-11-03T14:14:00.000Z"],
  ["Mon, 3 Nov 2025 14:14:05 GMT", "2025-11-03T14:14:05.000Z"],
  ["2025-11-03 14:14:05 UTC", "2025-11-03T14:14:05.000Z"],
  ["2025/11/03 2:14:05 PM EET", "2025-11-03T12:14:05.000Z"],
  ["11/3/2025 2:14pm", "2025-03-11T14:14:00.000Z"],
])("%s is %s", (value, instant) => {
  expect(read(value)).toBe(instant);
});

test("the month may stand first", () => {
  expect(read("3/17/2025 6:04", "mdy")).toBe("2025-03-17T06:04:00.000Z");
  expect(read("03-12-2025 15:21:08", "mdy")).toBe("2025-03-12T15:21:08.000Z");
});

test.each([
  ["31/Feb/25 10:00"],
  ["12/Foo/24 3:05 PM"],
  ["12/Mar/24 25:00"],
  ["12/Mar/24 13:00 PM"],
  ["-530:42"],
  ["22:17"],
  ["someday"],
  ["0|i000bj:"],
  ["12/13/14/15"],
])("%s is no date", (value) => {
  expect(read(value)).toBeNull();
  expect(dateEvidence(value)).toBe("unreadable");
});

test.each([
  ["29/12/2025 11:38", "dmy"],
  ["3/17/2025 6:04", "mdy"],
  ["4/12/2025 14:33", "either"],
  ["4/4/2025 14:33", "fixed"],
  ["2025-04-12 14:33", "fixed"],
  ["12/Mar/24 3:05 PM", "fixed"],
])("%s says %s of its column", (value, evidence) => {
  expect(dateEvidence(value)).toBe(evidence);
});

function column(...values: string[]) {
  const tally = dateTally();
  for (const [index, value] of values.entries()) tally.add(value, index + 2);
  return tally.result();
}

test("one value above 12 decides for all of its column", () => {
  expect(column("4/12/2025", "29/12/2025")).toMatchObject({ order: "dmy", undecided: false });
  expect(column("4/12/2025", "12/29/2025")).toMatchObject({ order: "mdy", undecided: false });
});

test("a column that decides nothing, or both, is asked about", () => {
  expect(column("4/12/2025", "5/6/2025")).toMatchObject({ order: null, undecided: true });
  expect(column("29/12/2025", "12/29/2025")).toMatchObject({ order: null, undecided: true });
  expect(column("12/Mar/24", "N/A")).toMatchObject({ order: null, undecided: false });
});

test("an open column takes the person's answer, else what the file's others say, else day first", () => {
  const open = column("4/12/2025");
  const monthFirst = column("12/29/2025");
  const settle = (said?: "dmy" | "mdy") =>
    settleOrders(
      new Map([
        ["created", open],
        ["updated", monthFirst],
      ]),
      said,
    );
  expect(settle()).toMatchObject({ orders: { created: "mdy" }, undecided: ["created"] });
  expect(settle("dmy")).toMatchObject({
    orders: { created: "dmy", updated: "mdy" },
    undecided: [],
  });
  expect(settleOrders(new Map([["created", open]]), undefined).orders.created).toBe("dmy");
});

test.each([
  ["Europe/Paris", "12/Mar/24 3:05 PM", "2024-03-12T14:05:00.000Z"],
  ["Europe/Paris", "12/Jul/24 3:05 PM", "2024-07-12T13:05:00.000Z"],
  ["Europe/Paris", "31/Mar/24 01:59", "2024-03-31T00:59:00.000Z"],
  ["Europe/Paris", "31/Mar/24 02:30", "2024-03-31T01:30:00.000Z"],
  ["Europe/Paris", "31/Mar/24 03:00", "2024-03-31T01:00:00.000Z"],
  ["Europe/Paris", "27/Oct/24 02:30", "2024-10-27T00:30:00.000Z"],
  ["Europe/Paris", "27/Oct/24 03:00", "2024-10-27T02:00:00.000Z"],
  ["America/New_York", "10/Mar/24 02:30", "2024-03-10T07:30:00.000Z"],
  ["Pacific/Chatham", "01/Jan/24 00:00", "2023-12-31T10:15:00.000Z"],
  ["Australia/Lord_Howe", "06/Oct/24 02:15", "2024-10-05T15:45:00.000Z"],
])("in %s, %s is %s", (zone, value, instant) => {
  expect(parseDate(value, "dmy", wallClock(zone))?.toISOString()).toBe(instant);
});

test("an unknown zone is refused by name", () => {
  expect(() => wallClock("Europe/Atlantis")).toThrow("importsErrors.time-zone");
});
