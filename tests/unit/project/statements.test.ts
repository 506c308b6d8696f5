import { describe, expect, it } from "vitest";
import { listStatements, readSource, sourcesOf } from "#tests/support/statements.ts";

describe("A question to the database", () => {
  const statements = listStatements();

  it("is found in the sources", () => {
    expect(statements.length).toBeGreaterThan(100);
  });

  it("goes through the one helper that knows its answer's shape", () => {
    const elsewhere = sourcesOf("app", "components", "lib", "prisma")
      .filter((path) => !path.startsWith("lib/sql/"))
      .filter((path) =>
        /\$queryRaw(Unsafe)?\s*[<`(]|\.query<|\$queryRawTyped/.test(readSource(path)),
      );
    expect(elsewhere).toEqual([]);
  });

  it("has a shape that is made once", () => {
    expect(statements.filter(({ hasNamedShape }) => !hasNamedShape)).toEqual([]);
  });

  it("has words of its own, by which tests note that it was run", () => {
    const places = Map.groupBy(statements, ({ words }) => words);
    const alike = [...places].filter(([words, all]) => all.length > 1 || !/[a-z]/.test(words));
    expect(alike.map(([, all]) => all.map(({ place }) => place))).toEqual([]);
  });
});
