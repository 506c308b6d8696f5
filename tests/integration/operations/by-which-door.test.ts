import { beforeAll, expect, test } from "vitest";
import { system } from "#lib/auth/actor.ts";
import { moment } from "#lib/clock.ts";
import type { Database } from "#lib/db.ts";
import { newCall, write } from "#lib/operations/write.ts";
import { themeOps } from "#lib/themes/noun.ts";
import { castOn } from "#tests/support/cast.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T09:00:00Z");
const sessionId = "0197a000-0000-7000-8000-000000000001";
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
});

const kept = async (actor: Parameters<typeof write>[0], call: Parameters<typeof write>[1]) => {
  await write(actor, call, { operation: themeOps.edited }, async () => null);
  return database.operation.findUniqueOrThrow({ where: { id: call.operationId } });
};

test("an act says by which door it came, and a person's from which session", async () => {
  const louis = { ...cast.louis, sessionId };
  const plain = { ...moment(), operationId: crypto.randomUUID() };
  expect(await kept(louis, plain)).toMatchObject({ via: "screen", sessionId, clientId: null });
  const pressed = { ...plain, operationId: crypto.randomUUID(), via: "key" } as const;
  expect(await kept(louis, pressed)).toMatchObject({ via: "key", sessionId });
  expect(await kept(system, newCall(now))).toMatchObject({ via: "job", sessionId: null });
  expect(await kept(system, newCall(now, "command-line"))).toMatchObject({ via: "command-line" });
});

test("the door of an act is never written anew", async () => {
  const { id } = await kept(cast.louis, newCall(now, "import"));
  await expect(
    database.operation.update({ where: { id }, data: { via: "screen" } }),
  ).rejects.toThrow();
  expect(await database.operation.findUnique({ where: { id } })).toMatchObject({ via: "import" });
});
