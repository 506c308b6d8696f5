import { beforeAll, expect, test } from "vitest";
import { dismissPair, mergeOrganisations, partOrganisations } from "#lib/customers/writes/merge.ts";
import type { Database } from "#lib/db.ts";
import { undoOperation } from "#lib/history/writes.ts";
import { handInInput } from "#lib/insights/schema.ts";
import { handInInsight } from "#lib/insights/writes/hand-in.ts";
import { newCall } from "#lib/operations/write.ts";
import { castOn } from "#tests/support/cast.ts";
import { useDatabase } from "#tests/support/use-database.ts";
import { fileOf, importFile, monday } from "../imports/importing.ts";

let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
});

let desk = 0;

/** A desk of its own with these tickets; each is a key and the organisations that it names. */
async function importTickets(source: string, ...tickets: [string, string][]) {
  desk += 1;
  const rows = tickets.map(([key, names]) => {
    const [first = "", second = ""] = names.split("; ");
    return `${key},About ${key},${first},${second},0${(desk % 9) + 1}/11/2026 10:00`;
  });
  const header = "Issue key,Summary,Organizations,Organizations,Updated";
  await importFile(await fileOf(header, ...rows), source, { dates: "dmy" });
}

async function named(name: string) {
  return database.organisation.findFirstOrThrow({
    where: { name },
    orderBy: { createdAt: "desc" },
  });
}

/** Who each ticket's insight is of, names in order. */
async function customersOf(source: string): Promise<Record<string, string>> {
  const rows = await database.$queryRaw<{ key: string; names: string }[]>`
    SELECT t.key, coalesce(string_agg(o.name, ' + ' ORDER BY o.name), '') AS names
    FROM ticket t JOIN source s ON s.id = t.source_id AND s.name = ${source} JOIN insight i ON i.ticket_id = t.id
    LEFT JOIN insight_organisation l ON l.insight_id = i.id LEFT JOIN organisation o ON o.id = l.organisation_id
    GROUP BY t.key ORDER BY t.key`;
  return Object.fromEntries(rows.map(({ key, names }) => [key, names]));
}

test("two that are one hold the insights of both, and what is imported later by either name", async () => {
  await importTickets(
    "A",
    ["AA-1", "Kerguelen Froid"],
    ["AA-2", "Kerguelen"],
    ["AA-3", "Kerguelen; Kerguelen Froid"],
  );
  const keep = await named("Kerguelen Froid");
  const other = await named("Kerguelen");
  await mergeOrganisations(cast.ines, { keepId: keep.id, otherId: other.id }, newCall(monday));
  await importTickets("A", ["AA-4", "KERGUELEN"], ["AA-5", "Kerguelen Froid"]);
  expect(new Set(Object.values(await customersOf("A")))).toEqual(new Set(["Kerguelen Froid"]));
  const handed = handInInput.parse({
    body: "Nothing is cold any more",
    organisationName: "kerguelen",
  });
  const { id } = await handInInsight(cast.salome, handed, newCall(monday));
  const link = await database.insightOrganisation.findFirstOrThrow({ where: { insightId: id } });
  expect(link.organisationId).toBe(keep.id);
});

test("parted, each has what it had, and of what came since what names it", async () => {
  const tickets: [string, string][] = [
    ["BB-1", "Norvik"],
    ["BB-2", "Norvik Marine"],
    ["BB-3", "Norvik; Norvik Marine"],
  ];
  await importTickets("B", ...tickets);
  const before = await customersOf("B");
  const keep = await named("Norvik Marine");
  const other = await named("Norvik");
  await mergeOrganisations(cast.ines, { keepId: keep.id, otherId: other.id }, newCall(monday));
  await importTickets(
    "B",
    ["BB-4", "Norvik"],
    ["BB-5", "Norvik Marine"],
    ["BB-6", "Norvik; Norvik Marine"],
  );
  expect(new Set(Object.values(await customersOf("B")))).toEqual(new Set(["Norvik Marine"]));
  await partOrganisations(cast.ines, { id: other.id }, newCall(monday));
  expect(await customersOf("B")).toEqual({
    ...before,
    "BB-4": "Norvik",
    "BB-5": "Norvik Marine",
    "BB-6": "Norvik + Norvik Marine",
  });
  await importTickets("B", ["BB-7", "Norvik"]);
  expect((await customersOf("B"))["BB-7"]).toBe("Norvik");
});

test("facts that one lacks come from the other and go back, unless somebody has changed them since", async () => {
  const keep = await database.organisation.create({ data: { name: "Ostrava Glas" } });
  const other = await database.organisation.create({
    data: {
      name: "Ostrava Sklo",
      revenueCents: 1_000_000n,
      segment: "enterprise",
      accountManager: "Salomé Arnaud",
    },
  });
  const asked = await database.requester.create({
    data: { name: "Petr Novak", externalKey: "desk:petr", organisationId: other.id },
  });
  await mergeOrganisations(cast.ines, { keepId: keep.id, otherId: other.id }, newCall(monday));
  expect(await database.organisation.findUnique({ where: { id: keep.id } })).toMatchObject({
    revenueCents: 1_000_000n,
    segment: "enterprise",
  });
  expect(await database.requester.findUnique({ where: { id: asked.id } })).toMatchObject({
    organisationId: keep.id,
  });
  await database.organisation.update({ where: { id: keep.id }, data: { segment: "small" } });
  await partOrganisations(cast.ines, { id: other.id }, newCall(monday));
  expect(await database.organisation.findUnique({ where: { id: keep.id } })).toMatchObject({
    revenueCents: null,
    accountManager: null,
    segment: "small",
  });
  expect(await database.organisation.findUnique({ where: { id: other.id } })).toMatchObject({
    revenueCents: 1_000_000n,
    archivedAt: null,
    mergedIntoId: null,
  });
  expect(await database.requester.findUnique({ where: { id: asked.id } })).toMatchObject({
    organisationId: other.id,
  });
});

test("no chain, no circle, not oneself, and nobody but Product Ops", async () => {
  const [a = "", b = "", c = ""] = await Promise.all(
    ["Chain A", "Chain B", "Chain C"].map(
      async (name) => (await database.organisation.create({ data: { name } })).id,
    ),
  );
  const merge = (otherId: string, keepId: string, actor = cast.ines) =>
    mergeOrganisations(actor, { keepId, otherId }, newCall(monday));
  await expect(merge(a, b, cast.louis)).rejects.toThrow("not-allowed");
  await expect(merge(a, a)).rejects.toThrow("organisation-merge-self");
  await merge(a, b);
  await expect(merge(b, c)).rejects.toThrow("organisation-merge-chain");
  await expect(merge(b, a)).rejects.toThrow("organisation-merge-chain");
  await expect(merge(a, c)).rejects.toThrow("organisation-merge-chain");
  await merge(c, b);
  await expect(partOrganisations(cast.ines, { id: b }, newCall(monday))).rejects.toThrow(
    "organisation-not-merged",
  );
});

test("merged both ways round at once, one way wins; an import meanwhile leaves nothing with the one that went", async () => {
  await importTickets("E", ["EE-1", "Twin One"], ["EE-2", "Twin Two"]);
  const [one, two] = [await named("Twin One"), await named("Twin Two")];
  const answers = await Promise.allSettled([
    mergeOrganisations(cast.ines, { keepId: one.id, otherId: two.id }, newCall(monday)),
    mergeOrganisations(cast.ines, { keepId: two.id, otherId: one.id }, newCall(monday)),
    importTickets("E", ["EE-3", "Twin One"], ["EE-4", "Twin Two"]),
  ]);
  expect(answers.filter(({ status }) => status === "rejected")).toHaveLength(1);
  const customers = new Set(Object.values(await customersOf("E")));
  expect(customers.size).toBe(1);
  const live = await database.organisation.findMany({
    where: { name: { in: ["Twin One", "Twin Two"] }, archivedAt: null },
  });
  expect(live.map(({ name }) => name)).toEqual([...customers]);
});

test("names that differ in legal form or accents wait for a person, once", async () => {
  await importTickets("F", ["FF-1", "Énergie du Lac SAS"], ["FF-2", "Lumen GmbH"]);
  await importTickets("F", ["FF-3", "ENERGIE DU LAC"], ["FF-4", "Lumen Ltd"], ["FF-5", "LUMEN"]);
  const pairs = await database.organisationPair.findMany({ where: { dismissedAt: null } });
  expect(pairs).toHaveLength(3);
  for (const { id, version } of pairs)
    await dismissPair(cast.ines, { id, version }, newCall(monday));
  await importTickets("F", ["FF-6", "Énergie du Lac SAS"], ["FF-7", "Lumen Ltd"]);
  expect(await database.organisationPair.count({ where: { dismissedAt: null } })).toBe(0);
  const { id: operationId } = await database.operation.findFirstOrThrow({
    where: { name: "customer.pair-dismissed" },
  });
  await undoOperation(cast.ines, { operationId }, newCall(monday));
  expect(await database.organisationPair.count({ where: { dismissedAt: null } })).toBe(1);
});

test("what a merge did is taken back by parting only, which forgets no insight", async () => {
  await importTickets("G", ["GG-1", "Undo One"], ["GG-2", "Undo Two"]);
  const [one, two] = [await named("Undo One"), await named("Undo Two")];
  const call = newCall(monday);
  await mergeOrganisations(cast.ines, { keepId: one.id, otherId: two.id }, call);
  // The same click twice merges once.
  expect(
    await mergeOrganisations(cast.ines, { keepId: one.id, otherId: two.id }, call),
  ).toMatchObject({ moved: 1 });
  await expect(
    undoOperation(cast.ines, { operationId: call.operationId }, newCall(monday)),
  ).rejects.toThrow("undo-not-possible");
  // What a person took off meanwhile does not come back; merged and parted a second time it is as exact.
  await database.insightOrganisation.deleteMany({
    where: { insight: { ticket: { key: "GG-1" } } },
  });
  for (const _ of [1, 2]) {
    await partOrganisations(cast.ines, { id: two.id }, newCall(monday));
    expect(await customersOf("G")).toEqual({ "GG-1": "", "GG-2": "Undo Two" });
    await mergeOrganisations(cast.ines, { keepId: one.id, otherId: two.id }, newCall(monday));
    expect(await customersOf("G")).toEqual({ "GG-1": "", "GG-2": "Undo One" });
  }
});
