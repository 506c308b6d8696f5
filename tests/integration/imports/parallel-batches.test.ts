import { beforeAll, expect, test } from "vitest";
import { system } from "#lib/auth/actor.ts";
import type { Database } from "#lib/db.ts";
import { inspectFile } from "#lib/imports/reading/inspect-file.ts";
import { startImport } from "#lib/imports/writes/commands.ts";
import { writeTicketFile } from "#lib/imports/writes/write-ticket-file.ts";
import { newCall } from "#lib/operations/write.ts";
import { useDatabase } from "#tests/support/use-database.ts";
import { counts, fileOf, importFile, monday } from "./importing.ts";
import { until } from "./worker.ts";

let database: Database;
beforeAll(async () => {
  database = await useDatabase();
});

const ROWS = 5000;

/** Five batches; every one names the same customers and people. */
function desk(code: string): Promise<string> {
  const rows = Array.from(
    { length: ROWS },
    (_, i) => `${code}-${i + 1},${i + 1},Row ${i + 1},${code} client ${i % 40},${code}:${i % 60}`,
  );
  return fileOf("Issue key,Issue id,Summary,Organizations,Reporter Id", ...rows);
}

async function stored(source: string) {
  const where = { source: { name: source } };
  const ofInsights = { insight: where };
  return {
    tickets: await database.ticket.count({ where }),
    keys: await database.ticketKey.count({ where }),
    insights: await database.insight.count({ where }),
    organisations: await database.insightOrganisation.count({ where: ofInsights }),
    requesters: await database.insightRequester.count({ where: ofInsights }),
  };
}

const times = (count: number) => ({
  tickets: count,
  keys: count,
  insights: count,
  organisations: count,
  requesters: count,
});

test("one file imported twice at the same time makes one insight of each row", async () => {
  const path = await desk("TWI");
  const reports = await Promise.all([importFile(path, "Twice"), importFile(path, "Twice")]);
  expect(reports.map(({ created, unchanged }) => created + unchanged)).toEqual([ROWS, ROWS]);
  expect(reports.reduce((sum, { created }) => sum + created, 0)).toBe(ROWS);
  expect(await stored("Twice")).toEqual(times(ROWS));
  expect(await database.organisation.count({ where: { name: { startsWith: "TWI" } } })).toBe(40);
});

test("two files that name the same customers are imported at the same time", async () => {
  const path = await desk("CUS");
  await Promise.all([importFile(path, "One desk"), importFile(path, "Another desk")]);
  expect(await stored("One desk")).toEqual(times(ROWS));
  expect(await stored("Another desk")).toEqual(times(ROWS));
  expect(await database.organisation.count({ where: { name: { startsWith: "CUS" } } })).toBe(40);
});

test("a ticket that somebody else makes while its batch is written is found and updated", async () => {
  const source = await database.source.create({ data: { name: "Met", kind: "csv" } });
  const made = Promise.withResolvers<void>();
  const waitedFor = Promise.withResolvers<void>();
  const other = database.$transaction(
    async (tx) => {
      const ticket = {
        externalId: "2500",
        key: "MET-2500",
        title: "Older title",
        body: "",
        rowHash: Buffer.from("other"),
        receivedAt: monday,
      };
      const { id } = await tx.ticket.create({ data: { ...ticket, sourceId: source.id } });
      await tx.ticketKey.create({
        data: { sourceId: source.id, key: "MET-2500", ticketId: id },
      });
      const insight = { title: "Older title", body: "", kind: "question" };
      await tx.insight.create({
        data: { ...insight, sourceId: source.id, ticketId: id, saidAt: monday, updatedAt: monday },
      });
      made.resolve();
      await waitedFor.promise;
    },
    { timeout: 300_000 },
  );
  await made.promise;
  const imported = importFile(await desk("MET"), "Met");
  await until(async () => {
    const [waiting] = await database.$queryRaw<{ count: bigint }[]>`
      SELECT count(*) FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%INSERT INTO ticket%'`;
    return Number(waiting?.count) > 0;
  });
  waitedFor.resolve();
  await other;
  expect(counts(await imported)).toMatchObject({ created: ROWS - 1, updated: 1, unchanged: 0 });
  expect(await stored("Met")).toEqual(times(ROWS));
  const met = await database.insight.findFirstOrThrow({
    where: { ticket: { sourceId: source.id, externalId: "2500" } },
  });
  expect(met.title).toBe("Row 2500");
});

test("an import that is kept waiting by another one goes on when that one is over", async () => {
  const made = Promise.withResolvers<void>();
  const waitedFor = Promise.withResolvers<void>();
  const other = database.$transaction(
    async (tx) => {
      await tx.organisation.create({ data: { name: "WAI client 7" } });
      made.resolve();
      await waitedFor.promise;
    },
    { timeout: 300_000 },
  );
  await made.promise;
  const imported = importFile(await desk("WAI"), "Waits");
  // A batch alone holds the source for itself: those written together have given up.
  await until(async () => {
    const [held] = await database.$queryRaw<{ count: bigint }[]>`
      SELECT count(*) FROM pg_locks JOIN pg_database d ON d.oid = database
      WHERE datname = current_database() AND locktype = 'advisory' AND granted AND mode = 'ExclusiveLock'
        AND pid IN (SELECT pid FROM pg_stat_activity WHERE state <> 'idle' AND xact_start IS NOT NULL)`;
    return Number(held?.count) > 0;
  });
  waitedFor.resolve();
  await other;
  expect(counts(await imported)).toMatchObject({ created: ROWS, updated: 0, unchanged: 0 });
  expect(await stored("Waits")).toEqual(times(ROWS));
});

test("a batch that fails leaves no trace of the one written beside it, and the import goes on from there", async () => {
  const path = await desk("FAI");
  const inspection = await inspectFile(path, { timeZone: "Europe/Paris", maxBytes: 2 ** 31 });
  const { id } = await startImport(
    system,
    {
      source: "Fails",
      siteUrl: null,
      fileName: "x.csv",
      fileBytes: 1,
      uploadId: null,
      options: {},
    },
    newCall(monday),
  );
  const run = () =>
    writeTicketFile(system, id, { path, inspection, options: {}, now: () => monday });
  const state = () =>
    database.importRun.findUniqueOrThrow({
      where: { id },
      select: { state: true, cursorRow: true, created: true },
    });
  await database.$executeRaw`
    CREATE FUNCTION refuse_one() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NEW.key = 'FAI-2500' THEN RAISE EXCEPTION 'not this one'; END IF;
      RETURN NEW;
    END $$`;
  await database.$executeRaw`
    CREATE TRIGGER refuse_one BEFORE INSERT ON ticket FOR EACH ROW EXECUTE FUNCTION refuse_one()`;
  await expect(run()).rejects.toThrow("not this one");
  expect(await state()).toEqual({ state: "writing", cursorRow: 2000, created: 2000 });
  expect(await stored("Fails")).toEqual(times(2000));
  const batches = { name: "import.batch", params: { path: ["run"], equals: id } };
  expect(await database.operation.count({ where: batches })).toBe(2);
  await database.$executeRaw`DROP TRIGGER refuse_one ON ticket`;
  await run();
  expect(await state()).toEqual({ state: "done", cursorRow: ROWS, created: ROWS });
  expect(await stored("Fails")).toEqual(times(ROWS));
});
