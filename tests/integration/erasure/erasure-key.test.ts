import { beforeAll, expect, test } from "vitest";
import type { Database } from "#lib/db.ts";
import { eraseRequester } from "#lib/erasure/writes/erase.ts";
import { dropLockedErasureKey } from "#lib/forgotten/writes/erasure-key.ts";
import { newCall } from "#lib/operations/write.ts";
import { castOn } from "#tests/support/cast.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T09:00:00Z");
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET ??= "a secret of these tests, long enough";
  database = await useDatabase();
  cast = await castOn(database);
});

test("a key that came sealed with another secret is never overwritten, unless it is given up", async () => {
  const sealed = new Uint8Array([1, 0, 254]);
  await database.erasureKey.create({ data: { sealed } });
  const { id: requesterId } = await database.requester.create({
    data: { name: "Julie", externalKey: "desk:julie" },
  });
  const erase = () => eraseRequester(cast.ines, { requesterId }, newCall(now));
  await expect(erase()).rejects.toMatchObject({ key: "erasure-key-locked" });
  expect(await database.erasureKey.findMany()).toMatchObject([{ sealed, value: null }]);
  await dropLockedErasureKey(database);
  expect(await erase()).toMatchObject({ requesters: 1 });
  const [made] = await database.erasureKey.findMany();
  expect(made?.value).toHaveLength(32);
  await dropLockedErasureKey(database);
  expect(await database.erasureKey.findMany()).toEqual([made]);
});
