import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../../..");

/** Before there is somebody to authorise, these prove who it is. */
const provers = ["lib/auth/writes/sessions.ts"];
/**
 * Open to those who are not signed in, each for a reason: sign-in itself, the set-up, the choice of a password and the silencing of messages behind their tokens, whether the
 * server answers, a desk's webhooks, which prove themselves by their signature, the words of the screens, and the refusal
 * of what was not for us.
 */
const openPages = [
  "app/sign-in/page.tsx",
  "app/set-up/page.tsx",
  "app/password/page.tsx",
  "app/quiet/page.tsx",
];
const openRoutes = [
  "app/api/auth/[...nextauth]/route.ts",
  "app/api/health/route.ts",
  "app/api/health/live/route.ts",
  "app/api/health/ready/route.ts",
  "app/api/webhooks/jira/[source]/route.ts",
  "app/api/quiet/route.ts",
  "app/api/words/[name]/route.ts",
  "app/turned-away/route.ts",
];

const files = (folder: string, pattern: RegExp) =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => pattern.test(path));
const read = (path: string) => readFileSync(join(root, path), "utf8");

/** Each exported async function that somebody asks for, with its text up to the next top-level declaration. */
function commands(path: string): [string, string][] {
  return read(path)
    .split(/^(?=export (?:async )?function |(?:async )?function |const |export const )/m)
    .flatMap((part): [string, string][] => {
      const name = /^export async function (\w+)\(\s*actor: [^)]*call: Call/.exec(part)?.[1];
      return name ? [[`${path}: ${name}`, part]] : [];
    });
}

describe("default deny", () => {
  const all = files("lib", /\/(writes\.ts|writes\/.*|commands[^/]*\.ts)$/)
    .filter((path) => !provers.includes(path))
    .flatMap(commands);

  it("finds the commands", () => {
    expect(all.length).toBeGreaterThan(60);
  });

  it("is asked by every command", () => {
    expect(all.filter(([, text]) => !/\bauthorise\w*\(/.test(text)).map(([name]) => name)).toEqual(
      [],
    );
  });

  it("is named by every page", () => {
    const pages = files("app", /page\.tsx$/).filter((path) => !openPages.includes(path));
    expect(pages.length).toBeGreaterThan(10);
    expect(pages.filter((path) => !/await requirePerson\("/.test(read(path)))).toEqual([]);
  });

  it("is asked by every route", () => {
    const routes = files("app", /route\.ts$/).filter((path) => !openRoutes.includes(path));
    expect(
      routes.filter((path) => !/currentActor\(|requireActor\(|requirePerson\(/.test(read(path))),
    ).toEqual([]);
  });
});
