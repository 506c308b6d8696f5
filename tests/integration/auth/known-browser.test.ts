import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hashPassword } from "#lib/auth/password.ts";
import { castOn } from "#tests/support/cast.ts";
import { trySignIn } from "#tests/support/sign-in.ts";
import { useDatabase } from "#tests/support/use-database.ts";
import { startWebServer, type WebServer } from "#tests/support/web-server.ts";

const password = "a password for tests";
const louis = "louis.marchetti@soupape.example";
const salome = "salome.arnaud@soupape.example";
let web: WebServer;

beforeAll(async () => {
  const database = await useDatabase();
  await castOn(database);
  await database.person.updateMany({ data: { passwordHash: await hashPassword(password) } });
  web = await startWebServer(process.env.DATABASE_URL ?? "", {
    NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
  });
});

afterAll(async () => {
  await web.stop();
});

const enter = (email: string, given = password, headers: Record<string, string> = {}) =>
  trySignIn(web.url, { email, password: given }, headers);

test("whoever guesses is made to wait, and whoever signed in with this browser before is not", async () => {
  const { cookie, lines } = await enter(louis);
  const line = lines.find((one) => one.startsWith("tribune.browser="));
  expect(line).toMatch(/; Path=\/api\/auth; .*HttpOnly; SameSite=lax/i);
  expect(line).not.toContain("louis");
  const guesses = await Promise.all(
    Array.from({ length: 60 }, (_, index) =>
      enter(index % 2 ? louis : `person${index}@soupape.example`, "a wrong password", {
        // Nobody says for themselves where they come from.
        "x-tribune-address": `203.0.113.${index}`,
        "x-forwarded-for": `203.0.113.${index}`,
      }),
    ),
  );
  const errors = Map.groupBy(guesses, ({ error }) => error?.replace(/\d+$/, ""));
  expect(errors.get("CredentialsSignin")?.length).toBeLessThanOrEqual(20);
  expect(errors.get("TooManyTries-")?.length).toBeGreaterThanOrEqual(40);
  const others = await Promise.all([
    enter(louis),
    enter(salome),
    enter(salome, password, { cookie }),
  ]);
  for (const { error } of others) expect(error).toMatch(/^TooManyTries-\d+$/);
  expect((await enter(louis, password, { cookie })).error).toBeNull();
});
