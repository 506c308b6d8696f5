import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";

const root = join(import.meta.dirname, "../../..");
const require = createRequire(import.meta.url);
const list = z.array(z.array(z.union([z.string(), z.array(z.string())])));
const places = list.parse(require("../../../.import-order.cjs")).flat(2);

const rule = z.object({
  name: z.string(),
  from: z.object({ path: z.array(z.string()) }),
  to: z.object({ path: z.array(z.string()) }),
});
const rules = z
  .object({ forbidden: z.array(z.unknown()) })
  .parse(require("../../../.dependency-cruiser.cjs"))
  .forbidden.flatMap((one) => rule.safeParse(one).data ?? [])
  .filter(({ name }) => name.endsWith("-knows-only-what-stands-above"));

function isForbidden(from: string, to: string): boolean {
  const has = (patterns: string[], path: string) =>
    patterns.some((pattern) => new RegExp(pattern).test(path));
  return rules.some((one) => has(one.from.path, from) && has(one.to.path, to));
}

describe("The order of imports", () => {
  it("has a place for every folder and file of lib", () => {
    const missing = readdirSync(join(root, "lib")).filter((name) => !places.includes(name));
    expect(missing).toEqual([]);
  });

  it("names only what is there, and each once", () => {
    expect(places.filter((place) => !existsSync(join(root, "lib", place)))).toEqual([]);
    expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([]);
  });

  it.each([
    ["the one way of writing knows no noun", "lib/operations/write.ts", "lib/roadmap/band.ts"],
    ["a value knows no database", "lib/text.ts", "lib/db.ts"],
    ["files know nothing of desks", "lib/imports/writes/commands.ts", "lib/desks/schema.ts"],
    ["desks know nothing of files", "lib/desks/schema.ts", "lib/imports/schema.ts"],
    ["a noun doesn't know the worker", "lib/imports/actions.ts", "lib/jobs/worker.ts"],
    ["nothing asks who is signed in for its words", "lib/i18n/language.ts", "lib/auth/session.ts"],
  ])("holds: %s", (_, from, to) => {
    expect(isForbidden(from, to)).toBe(true);
  });

  it.each([
    ["a noun gives the worker work", "lib/imports/actions.ts", "lib/jobs/queue.ts"],
    [
      "a request is answered in its person's language",
      "lib/i18n/request.ts",
      "lib/auth/session.ts",
    ],
    ["files and desks meet in tickets", "lib/desks/writes/comments.ts", "lib/tickets/ticket.ts"],
  ])("lets be: %s", (_, from, to) => {
    expect(isForbidden(from, to)).toBe(false);
  });
});
