import { beforeAll, expect, test } from "vitest";
import type { Database } from "#lib/db.ts";
import { findSureness } from "#lib/proposals/reads/sureness.ts";
import { castOn } from "#tests/support/cast.ts";
import { useDatabase } from "#tests/support/use-database.ts";

let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
});

test("what nobody has counted yet is not sure", async () => {
  expect(await findSureness(cast.louis)).toEqual({
    ...{ state: "not-yet", right: 0, judged: 0, decided: 0 },
  });
});

test("how far sure proposals were right is told as counts", async () => {
  await database.sureness.create({
    data: { id: "tribe", state: "earned", threshold: 0.9, right: 381, judged: 400, decided: 912 },
  });
  expect(await findSureness(cast.louis)).toEqual({
    ...{ state: "earned", right: 381, judged: 400, decided: 912 },
  });
});

test("it is told to nobody who may not read insights", async () => {
  await expect(findSureness(cast.salome)).rejects.toThrow("not-allowed");
});
