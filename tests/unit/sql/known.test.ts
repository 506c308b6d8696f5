import { describe, expect, it } from "vitest";
import { z } from "zod";
import { assertRows, known } from "#lib/sql/known.ts";

const theme = z.object({ title: z.string(), said: z.array(z.object({ count: z.number() })) });
const rows = [{ title: "Exports", said: [{ count: 3 }] }];

describe("An answer of the database", () => {
  it("is handed on as it came", () => {
    expect(known(z.array(theme), rows)).toBe(rows);
  });

  it.each([
    ["a value of another kind", [{ title: null, said: [] }], /title/],
    ["a column too few", [{ title: "Exports" }], /said/],
    ["a column too many", [{ title: "Exports", said: [], tribe: "A" }], /0\.tribe/],
    [
      "a field too many inside",
      [{ title: "Exports", said: [{ count: 3, at: 1 }] }],
      /0\.said\.0\.at/,
    ],
  ])("is refused with %s, by its name", (_, answer, named) => {
    expect(() => assertRows(theme, answer)).toThrow(named);
  });

  it("is refused where the shape would change it, which production would not", () => {
    expect(() => assertRows(z.object({ title: z.string().trim() }), [{ title: " " }])).toThrow(
      "0.title",
    );
  });

  it("costs nothing a row where it isn't looked at: neither the rows nor the shape are touched", () => {
    const lookedAt = () => expect.fail("looked at");
    const row = new Proxy({}, { get: lookedAt, has: lookedAt, ownKeys: lookedAt });
    expect(() => assertRows(z.custom(lookedAt), [row], false)).not.toThrow();
    expect(() => assertRows(z.custom(lookedAt), [row], true)).toThrow("looked at");
  });

  it("has no type where the shape reads something else than it gives", () => {
    const coerced = known(z.object({ count: z.coerce.number() }), { count: 1 });
    // @ts-expect-error: what goes in is unknown, and so is what comes out
    expect(coerced.count.toFixed()).toBe("1");
    // @ts-expect-error: a text goes in, a number comes out
    expect(() => known(z.string().transform(Number), "1")).toThrow();
  });
});
