import { expect, test } from "vitest";
import { onceEach } from "#lib/tickets/once-each.ts";

const row = (externalId: string, key: string | null, said: string) => ({ externalId, key, said });
const said = (groups: { said: string }[][]) =>
  groups.map((group) => group.map((one) => one.said).join(" "));

test.each([
  ["tickets that all differ are one group", [row("1", null, "a"), row("2", null, "b")], ["a b"]],
  [
    "a ticket that stands twice is in two groups, first mention first",
    [row("1", null, "a"), row("2", null, "b"), row("1", null, "a again")],
    ["a b", "a again"],
  ],
  [
    "a row that has a key alone may be the ticket of one with an id and that key",
    [row("7", "SUP-1", "by id"), row("key:SUP-1", "SUP-1", "by key")],
    ["by id", "by key"],
  ],
  ["no rows make no group", [], []],
])("%s", (_, rows, groups) => {
  expect(said(onceEach(rows))).toEqual(groups);
});
