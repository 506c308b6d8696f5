import { describe, expect, it } from "vitest";
import { linesWith, listSources } from "./sources.ts";

/** What changes a row: Prisma's own methods, and statements. */
const changes =
  /\.(create|update|delete|upsert)(Many)?(AndReturn)?\(\{|\$executeRaw|\b(INSERT INTO|DELETE FROM|TRUNCATE|MERGE INTO)(?=\s)|\bUPDATE (?!OF |SKIP )[\w${}."]+/;

/** A noun's writing rooms, and the one write path with its undo. */
const mayWrite =
  /^lib\/(([^/]+|imports\/work)\/writes(\.ts|\/)|operations\/(write|recorder|take-back|undo)\.ts)/;

describe("Only writing rooms write", () => {
  const all = listSources(["app", "components", "lib"], /\.tsx?$/);

  it("and theirs are the statements that change something", () => {
    const writing = all.filter((path) => mayWrite.test(path));
    expect(linesWith(writing, changes).length).toBeGreaterThan(100);
  });

  it("while rules, reads, screens and processes change no row", () => {
    const others = all.filter((path) => !mayWrite.test(path));
    expect(linesWith(others, changes)).toEqual([]);
  });
});
