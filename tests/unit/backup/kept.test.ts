import { describe, expect, it, test } from "vitest";
import {
  isBackupDue,
  isCheckDue,
  isLeftover,
  isOld,
  madeAt,
  nameOf,
  outlived,
} from "#lib/backup/kept.ts";
import { inParis } from "#tests/support/in-paris.ts";

const at = (text: string) => new Date(text);
const now = at("2026-11-30T09:00:00Z");
const DAY = 86_400_000;

describe("The name of a backup", () => {
  it("says when it was made", () => {
    expect(nameOf(at("2026-11-30T00:10:07.250Z"))).toBe("tribune-2026-11-30T00-10-07Z");
    expect(madeAt("tribune-2026-11-30T00-10-07Z")).toEqual(at("2026-11-30T00:10:07Z"));
  });

  it.each(["tribune-2026-11-30", "other", "tribune-2026-11-30T00-10-07Z.1a2b3c4d.partial"])(
    "is not %s",
    (name) => expect(madeAt(name)).toBeNull(),
  );

  test.each([
    ["tribune-2026-11-30T00-10-07Z.1a2b3c4d.partial", true],
    ["tribune-2026-11-30T00-10-07Z", false],
    ["by-hand.1a2b3c4d.partial", false],
  ])("%s is what a kill left: %s", (name, is) => expect(isLeftover(name)).toBe(is));
});

describe("A backup is due", () => {
  test.each([
    ["where there is none", null, true],
    ["in the night after", at("2026-11-29T00:10:00Z"), true],
    ["when a start made one late the evening before", at("2026-11-29T22:30:00Z"), true],
    ["not twice a day", at("2026-11-29T23:30:00Z"), false],
  ])("%s", (_, last, is) => expect(isBackupDue(last, inParis(now))).toBe(is));
});

test.each([
  ["26 hours is not old", at("2026-11-29T07:00:00Z"), false],
  ["more is", at("2026-11-29T06:59:59Z"), true],
  ["none at all is", null, true],
])("%s", (_, last, is) => expect(isOld(last, now)).toBe(is));

test.each([
  ["none was ever brought back", null, true],
  ["the last one a week ago, a little less by the clock", at("2026-11-23T09:10:00Z"), true],
  ["the last one six days ago", at("2026-11-24T09:00:00Z"), false],
])("%s: one is tried, %s", (_, last, is) => expect(isCheckDue(last, now)).toBe(is));

describe("A folder of backups keeps", () => {
  const nights = (count: number) =>
    Array.from({ length: count }, (_, n) => nameOf(new Date(now.getTime() - n * DAY)));
  const kept = (names: string[], days = 30) => {
    const gone = outlived(names, now, days);
    return names.flatMap((name, age) => (gone.includes(name) ? [] : [age]));
  };

  it("each of the last week, the last of each week before, none beyond its days", () => {
    expect(kept(nights(60))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 14, 21, 28]);
    expect(kept(nights(60), 10)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(kept(nights(60), 3)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it("the newest, however old", () => {
    const long = nameOf(at("2025-01-01T00:00:00Z"));
    expect(outlived([nameOf(at("2024-01-01T00:00:00Z")), long], now, 30)).toEqual([
      nameOf(at("2024-01-01T00:00:00Z")),
    ]);
  });

  it("what is none of ours", () => {
    expect(outlived(["by-hand", "tribune-x"], now, 1)).toEqual([]);
  });
});
