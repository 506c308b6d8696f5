import { expect, it } from "vitest";
import { linesWith, listSources } from "./sources.ts";

const product = ["app", "components", "lib", "prisma", "next.config.js", "prisma.config.ts"];

/** May read the environment themselves, each for a reason. */
const readers = new Set([
  "lib/env.ts",
  // A tool's own settings, read before any of ours can be.
  "next.config.js",
  "prisma.config.ts",
  // The path on which PostgreSQL's programs are started: what a child inherits is no setting.
  "prisma/embedded/environment.ts",
]);

/** Runs before zod is there, and hands its environment on to what it starts. */
const isLaunchers = (path: string) => /^lib\/launcher\/[\w-]+\.mjs$/.test(path);

it("the environment is read in one place", () => {
  const others = listSources(product, /\.(ts|tsx|js|mjs)$/).filter(
    (path) => !readers.has(path) && !isLaunchers(path),
  );
  expect(others.length).toBeGreaterThan(500);
  expect(
    linesWith(others, /\bprocess\.env\b|\bprocess\["env"\]|\{[^}]*\benv\b[^}]*\} = process\b/),
  ).toEqual([]);
});

it("whoever may read it does", () => {
  expect([...readers].filter((path) => linesWith([path], /\bprocess\.env\b/).length === 0)).toEqual(
    [],
  );
});
