import { describe, expect, it } from "vitest";
import type { Recorded } from "#lib/operations/recorded-change.ts";
import { runsOf } from "#lib/operations/undo-runs.ts";

let next = 100n;
const change = (
  tableName: string,
  rowId: string,
  kind: Recorded["kind"] = "update",
  columns: readonly string[] = ["tribe_id"],
): Recorded => {
  next -= 1n;
  return { id: next, tableName, rowId, kind, columns };
};
const sizes = (changes: Recorded[]) =>
  runsOf(changes).map(({ table, kind, ids }) => `${kind} ${table} ${ids.length}`);

describe("what is taken back in one statement", () => {
  it("is whatever follows each other and is alike", () => {
    expect(sizes([change("insight", "a"), change("insight", "b"), change("insight", "c")])).toEqual(
      ["update insight 3"],
    );
  });

  it("keeps the order between tables, since a link goes before what it links", () => {
    const all = [change("theme_insight", "l", "insert"), change("theme", "t", "insert")];
    expect(sizes(all)).toEqual(["insert theme_insight 1", "insert theme 1"]);
  });

  it("never holds one row twice: its last change goes first", () => {
    const all = [change("insight", "a"), change("insight", "b"), change("insight", "a")];
    expect(sizes(all)).toEqual(["update insight 2", "update insight 1"]);
  });

  it("is of one set of columns", () => {
    const all = [change("insight", "a"), change("insight", "b", "update", ["answer"])];
    expect(sizes(all)).toEqual(["update insight 1", "update insight 1"]);
  });

  it("is nothing of nothing", () => {
    expect(runsOf([])).toEqual([]);
  });
});
