import { expect, test } from "vitest";
import { instantOf } from "#lib/desks/jira/issues/instant.ts";

test.each([
  ["2019-08-27T12:43:24.193-0700", "2019-08-27T19:43:24.193Z"],
  ["2026-03-02T09:00:00.000+01:00", "2026-03-02T08:00:00.000Z"],
  ["2026-03-02T09:00:00+05", "2026-03-02T04:00:00.000Z"],
  ["2026-03-02T09:00:00Z", "2026-03-02T09:00:00.000Z"],
  [1_566_935_004_475, "2019-08-27T19:43:24.475Z"],
  [{ iso8601: "x", epochMillis: 1_444_290_120_000 }, "2015-10-08T07:42:00.000Z"],
])("%o is %s", (value, iso) => {
  expect(instantOf(value)?.toISOString()).toBe(iso);
});

test.each([
  null,
  undefined,
  "",
  "2026-03-02",
  "yesterday",
  "2026-13-02T09:00:00Z",
  -1,
  1e18,
  Number.NaN,
  {},
  [],
  true,
])("%o is no instant", (value) => {
  expect(instantOf(value)).toBeNull();
});
