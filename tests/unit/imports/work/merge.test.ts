import { expect, test } from "vitest";
import { linksToAdd, marks, merge } from "#lib/imports/work/plans/merge.ts";

const parts = [["title"], ["start", "target"]] as const;
type Fields = { title: string; start: number; target: number };

function merged(wanted: Partial<Fields>, current: Partial<Fields>, written: object) {
  return merge<Fields>(parts, wanted, current, marks(written)).changes;
}

test("a field that still says what the last import wrote follows the file", () => {
  expect(merged({ title: "New" }, { title: "Old" }, { title: "Old" })).toEqual({ title: "New" });
});

test("what somebody changed since stays, however often the file comes", () => {
  const { changes, written } = merge<Fields>(
    parts,
    { title: "File" },
    { title: "Person" },
    marks({ title: "Before" }),
  );
  expect(changes).toEqual({});
  expect(written).toEqual(marks({ title: "Before" }));
});

test("what no import has written is filled where it is empty, and else left", () => {
  expect(merged({ title: "File" }, { title: "" }, {})).toEqual({ title: "File" });
  expect(merged({ title: "File" }, { title: "Person" }, {})).toEqual({});
});

test("fields of one part change together or not at all", () => {
  const written = { start: 1, target: 9 };
  const wanted = { start: 2, target: 8 };
  expect(merged(wanted, { start: 1, target: 9 }, written)).toEqual(wanted);
  expect(merged(wanted, { start: 1, target: 7 }, written)).toEqual({});
  expect(merged({ start: 2 }, { start: 1, target: 9 }, written)).toEqual({});
});

test("a link that somebody took out is not made again, and one that is new is", () => {
  expect(linksToAdd(["a", "b", "c"], ["a"], ["a", "b"])).toEqual({
    add: ["c"],
    written: ["a", "b", "c"],
  });
});

test("texts that were written are kept by their mark alone", () => {
  expect(JSON.stringify(marks({ title: "Ask Ana Ruiz", start: 1 }))).not.toContain("Ana");
});
