import { beforeAll, describe, expect, test } from "vitest";
import { Busy } from "#lib/busy.ts";
import { createDatabase, type Database } from "#lib/db.ts";
import { refusalOf } from "#lib/refusal.ts";
import { troubleOf } from "#lib/trouble/trouble.ts";
import { freePort } from "#tests/support/free-port.ts";
import { useDatabase } from "#tests/support/use-database.ts";

let database: Database;

beforeAll(async () => {
  database = await useDatabase();
  // Whoever is named after a state of PostgreSQL meets it.
  await database.$executeRaw`
    CREATE FUNCTION meet() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'met' USING ERRCODE = NEW.name; END $$`;
  await database.$executeRaw`CREATE TRIGGER meet BEFORE INSERT ON product FOR EACH ROW EXECUTE FUNCTION meet()`;
});

const caught = (work: Promise<unknown>) => work.then(() => null).catch((error: unknown) => error);

describe.each([
  ["disk full", "53100", "storage-full"],
  ["out of memory", "53200", "storage-full"],
  ["an error while writing", "58030", "storage-full"],
  ["a statement that took too long", "57014", "busy"],
  ["a lock that was not had", "55P03", "busy"],
  ["a deadlock", "40P01", "busy"],
  ["too many connections", "53300", "busy"],
  ["shutting down", "57P01", "database-away"],
  ["starting", "57P03", "database-away"],
  ["a broken rule", "23514", null],
  ["division by zero", "22012", null],
])("PostgreSQL's %s (%s)", (_, state, trouble) => {
  test.each([
    ["in SQL", () => database.$executeRaw`INSERT INTO product (name) VALUES (${state})`],
    ["through the client", () => database.product.create({ data: { name: state } })],
    [
      "in a transaction",
      () => database.$transaction((tx) => tx.product.create({ data: { name: state } })),
    ],
  ])("is known %s", async (_, work) => {
    const error = await caught(work());
    expect(troubleOf(error)).toBe(trouble);
    expect(refusalOf(error)?.key ?? null).toBe(trouble);
  });
});

test("a database that is not there is away", async () => {
  const nowhere = createDatabase(`postgresql://nobody@127.0.0.1:${await freePort()}/nothing`, 1);
  expect(troubleOf(await caught(nowhere.product.count()))).toBe("database-away");
  expect(troubleOf(await caught(nowhere.$queryRaw`SELECT 1 AS one`))).toBe("database-away");
  expect(troubleOf(await caught(nowhere.$transaction((tx) => tx.product.count())))).toBe(
    "database-away",
  );
});

test("a disk of our own that is full, and a turn that did not come, are known too", () => {
  const full = Object.assign(new Error("no space left on device, write"), { code: "ENOSPC" });
  expect(troubleOf(full)).toBe("storage-full");
  expect(troubleOf(new Busy())).toBe("busy");
  expect(troubleOf(new RangeError("busy"))).toBeNull();
});
