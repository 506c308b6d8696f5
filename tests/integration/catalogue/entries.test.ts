import { beforeAll, describe, expect, test } from "vitest";
import { findEntry, listEntries } from "#lib/catalogue/reads/entries.ts";
import { createEntryInput } from "#lib/catalogue/schema.ts";
import {
  archiveEntry,
  createEntry,
  editEntry,
  verifyEntries,
} from "#lib/catalogue/writes/entries.ts";
import type { Database } from "#lib/db.ts";
import { undoOperation } from "#lib/history/writes.ts";
import { newCall } from "#lib/operations/write.ts";
import { castOn } from "#tests/support/cast.ts";
import { inParis } from "#tests/support/in-paris.ts";
import { initiativeOn } from "#tests/support/roadmap.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T09:00:00Z");
const later = new Date("2027-06-16T09:00:00Z");
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
});

const content = (some: object = {}) =>
  createEntryInput.parse({
    title: "Chaque étape d’une astreinte est horodatée",
    words: ["preuve horodatée", "time stamped"],
    answer: "yes",
    quarter: "2026-Q2",
    ...some,
  });
const entryOf = async (some: object = {}) =>
  (await createEntry(cast.louis, content(some), newCall(now))).id;
const read = (id: string, viewer = cast.salome, at = now) => findEntry(viewer, id, inParis(at));

describe("an entry", () => {
  test("says to everybody what the product does, who says so and when", async () => {
    const id = await entryOf({ teamId: cast.id.dispatch });
    expect(await read(id)).toMatchObject({
      answer: "yes",
      quarter: "2026-Q2",
      team: "Dispatch",
      verifiedBy: "Louis Marchetti",
      verifiedAt: now,
      isOld: false,
    });
  });

  test("is found by what it is called and what customers call it, accents aside", async () => {
    const id = await entryOf({ title: "Deux taux de TVA", words: ["TVA mixte"], answer: "no" });
    const listed = async (filters: Parameters<typeof listEntries>[1]) =>
      (await listEntries(cast.salome, filters, inParis(now))).map((entry) => entry.id);
    expect(await listed({ q: "tva MIXTE" })).toEqual([id]);
    expect(await listed({ q: "tva", answer: "yes" })).toEqual([]);
    expect(await listed({ q: "tva", team: cast.id.mobile })).toEqual([]);
  });

  test("follows the roadmap while it is planned, and falls back when nothing plans it", async () => {
    const initiativeId = await initiativeOn(database, {
      title: "Deux taux",
      teamId: cast.id.dispatch,
    });
    const id = await entryOf({ answer: "planned", quarter: null, initiativeId });
    expect(await read(id)).toMatchObject({ quarter: null, isAdrift: true });
    const placed = { initiativeId, teamId: cast.id.dispatch, quarter: "2027-Q1" };
    await database.roadmapItem.create({ data: { ...placed, effortHalfMonths: 2, position: 1 } });
    expect(await read(id)).toMatchObject({ quarter: "2027-Q1", isAdrift: false });
    expect(await read(id, cast.salome, later)).toMatchObject({ quarter: null, isAdrift: true });
  });

  test("keeps what it said in each version, also what an undo brings back", async () => {
    const id = await entryOf();
    const call = newCall(now);
    await editEntry(cast.ines, { ...content({ answer: "partly" }), id, version: 1 }, call);
    await undoOperation(cast.ines, { operationId: call.operationId }, newCall(now));
    const kept = await database.entryVersion.findMany({
      where: { entryId: id },
      orderBy: { version: "asc" },
    });
    expect(kept.map(({ version, content: said }) => [version, said])).toMatchObject([
      [1, { answer: "yes" }],
      [2, { answer: "partly" }],
      [3, { answer: "yes" }],
    ]);
  });

  test("is old six months after somebody said so last, until it is said again", async () => {
    const id = await entryOf({ title: "Vieille fiche" });
    const old = async () =>
      (await listEntries(cast.louis, { only: "old" }, inParis(later))).some(
        (entry) => entry.id === id,
      );
    expect(await old()).toBe(true);
    await verifyEntries(cast.ines, { ids: [id] }, newCall(later));
    expect(await old()).toBe(false);
  });

  test("leaves every list once archived, and comes back by an undo", async () => {
    const id = await entryOf({ title: "Ce qui n’est plus" });
    const call = newCall(now);
    await archiveEntry(cast.louis, { id, version: 1 }, call);
    const listed = () => listEntries(cast.salome, { q: "ce qui n’est plus" }, inParis(now));
    expect(await listed()).toEqual([]);
    expect(await read(id)).toMatchObject({ isArchived: true });
    await undoOperation(cast.louis, { operationId: call.operationId }, newCall(now));
    expect(await listed()).toMatchObject([{ id }]);
  });
});

describe("a draft", () => {
  test("is seen by those who may finish it alone, and is none once somebody says it", async () => {
    const { id } = await database.catalogueEntry.create({
      data: { title: "Relance automatique", answer: "yes", isDraft: true },
    });
    expect(await read(id)).toBeNull();
    expect(await read(id, cast.louis)).toMatchObject({ isDraft: true, verifiedAt: null });
    const drafts = await listEntries(cast.louis, { only: "drafts" }, inParis(now));
    expect(drafts).toMatchObject([{ id }]);
    await editEntry(cast.louis, { ...content(), id, version: 1 }, newCall(now));
    expect(await read(id)).toMatchObject({ isDraft: false });
  });
});

test("a contributor writes none", async () => {
  await expect(createEntry(cast.salome, content(), newCall(now))).rejects.toMatchObject({
    key: "not-allowed",
  });
});

test.each(["javascript:alert(1)", "ftp://help", "help"])("%s is no page to open", (helpUrl) => {
  expect(createEntryInput.safeParse({ title: "Aide", answer: "yes", helpUrl }).success).toBe(false);
});
