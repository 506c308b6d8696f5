import { beforeAll, expect, test } from "vitest";
import type { Database } from "#lib/db.ts";
import { useDatabase } from "#tests/support/use-database.ts";
import { counts, fileOf, fixture, importFile } from "./importing.ts";

let database: Database;
beforeAll(async () => {
  database = await useDatabase();
});

const header =
  "Issue key,Issue id,Summary,Description,Status,Priority,Reporter,Reporter Id,Updated,Labels,Organizations,Custom field (Module)";
const row = (key: string, id: string, more: Partial<Record<string, string>> = {}) =>
  [
    key,
    id,
    more.title ?? "Lost report",
    more.body ?? "It is gone.",
    more.status ?? "Open",
    more.priority ?? "High",
    more.reporter ?? "Ana Ruiz",
    more.reporterId ?? "712020:ana",
    more.updated ?? "2026-03-02 10:00",
    "",
    more.organisation ?? "Ventadour",
    more.module ?? "Planning",
  ].join(",");

async function ticketOf(sourceName: string, externalId: string) {
  return database.ticket.findFirstOrThrow({
    where: { externalId, source: { name: sourceName } },
    include: {
      keys: { select: { key: true }, orderBy: { key: "asc" } },
      insights: {
        include: {
          organisations: { select: { organisation: { select: { name: true } } } },
          requesters: { select: { requester: { select: { name: true, externalKey: true } } } },
        },
      },
    },
  });
}

test("what the desk says of a ticket is kept, and one insight comes from it", async () => {
  await importFile(fixture("fr-service-desk.csv"), "Kept");
  const ticket = await ticketOf("Kept", "50101");
  expect(ticket).toMatchObject({
    key: "SUP-101",
    title: "Exporter les écritures du mois",
    body: 'Bonjour,\n\nnous voudrions un export "complet" ; merci d\'avance.',
    issueType: "Requêtes",
    requestType: "Demander une évolution",
    status: "À faire",
    severity: "Priorité 2",
    labels: ["export", "comptabilité"],
    reporterName: "Maëlle Ferrand",
    organisationNames: ["Boulangerie Lenoir", "Garage Petit"],
    deskCreatedAt: new Date("2026-02-19T18:31:00Z"),
  });
  expect(ticket.raw).toMatchObject({
    "Champs personnalisés (Module)": "Comptabilité",
    "Champs personnalisés (Module) (2)": "Exports",
    Commentaire: [
      "19/févr./26 8:02 PM;712020:aa02;Pris en compte ; on regarde.",
      "20/févr./26 12:05 AM;;Relance",
    ],
  });
  expect(ticket.insights).toMatchObject([
    {
      title: ticket.title,
      body: ticket.body,
      saidAt: ticket.deskCreatedAt,
      requesters: [{ requester: { name: "Maëlle Ferrand", externalKey: "desk:712020:aa01" } }],
    },
  ]);
  const names = ticket.insights[0]?.organisations.map(({ organisation }) => organisation.name);
  expect(names?.toSorted()).toEqual(["Boulangerie Lenoir", "Garage Petit"]);
});

test("the same file again creates nothing and changes nothing", async () => {
  const path = await fileOf(header, row("AG-1", "1"), row("AG-2", "2"));
  expect(counts(await importFile(path, "Again"))).toMatchObject({ rows: 2, created: 2 });
  const before = await database.change.count();
  const second = counts(await importFile(path, "Again"));
  expect(second).toMatchObject({ rows: 2, created: 0, updated: 0, unchanged: 2 });
  // The run itself is noted, as every act is.
  expect(await database.change.count()).toBe(before + 1);
});

test("a key that stands twice: the first row is created, the newest one wins whatever its place", async () => {
  const newerLast = await fileOf(
    header,
    row("TW-1", "1", { title: "First", updated: "2026-03-01 10:00" }),
    row("TW-1", "1", { title: "Second", updated: "2026-03-02 10:00" }),
  );
  const newerFirst = await fileOf(
    header,
    row("TW-2", "2", { title: "Second", updated: "2026-03-02 10:00" }),
    row("TW-2", "2", { title: "First", updated: "2026-03-01 10:00" }),
  );
  const one = { rows: 2, created: 1, refused: 0, duplicates: 1 };
  expect(counts(await importFile(newerLast, "Twice"))).toEqual({
    ...one,
    updated: 1,
    unchanged: 0,
  });
  expect(counts(await importFile(newerFirst, "Twice"))).toEqual({
    ...one,
    updated: 0,
    unchanged: 1,
  });
  expect((await ticketOf("Twice", "1")).title).toBe("Second");
  expect((await ticketOf("Twice", "2")).title).toBe("Second");
  const again = { rows: 2, created: 0, updated: 0, unchanged: 2, refused: 0, duplicates: 1 };
  expect(counts(await importFile(newerLast, "Twice"))).toEqual(again);
  expect(counts(await importFile(newerFirst, "Twice"))).toEqual(again);
});

test("rows that can't be read are listed with their line, and every row is counted once", async () => {
  const report = await importFile(fixture("some-bad-rows.csv"), "Bad rows");
  expect(report.refused).toEqual([
    { line: 3, reason: "row-columns", params: { found: 3, expected: 4 } },
    { line: 4, reason: "row-no-key", params: { found: "not a key" } },
    { line: 5, reason: "row-header", params: {} },
    { line: 6, reason: "row-quote", params: {} },
    { line: 14, reason: "row-columns", params: { found: 5, expected: 4 } },
  ]);
  expect(report.rows).toBe(report.created + report.updated + report.unchanged + 5);
  expect(counts(report)).toMatchObject({ created: 3, duplicates: 2 });
});

test("a file with fewer columns blanks nothing", async () => {
  await importFile(await fileOf(header, row("FE-1", "1")), "Fewer");
  const fewer = await fileOf(
    "Issue key,Issue id,Status,Updated",
    "FE-1,1,Resolved,2026-03-03 10:00",
  );
  expect(counts(await importFile(fewer, "Fewer"))).toMatchObject({ updated: 1 });
  expect(await ticketOf("Fewer", "1")).toMatchObject({
    status: "Resolved",
    title: "Lost report",
    body: "It is gone.",
    severity: "High",
    reporterName: "Ana Ruiz",
    reporterKey: "desk:712020:ana",
    organisationNames: ["Ventadour"],
    raw: { "Custom field (Module)": "Planning" },
    insights: [{ organisations: [{ organisation: { name: "Ventadour" } }] }],
  });
  expect(counts(await importFile(fewer, "Fewer"))).toMatchObject({ updated: 0, unchanged: 1 });
});

test("a cell that was emptied in the desk is emptied here", async () => {
  await importFile(await fileOf(header, row("EM-1", "1")), "Emptied");
  const emptied = {
    title: "A title stays",
    organisation: " ",
    module: "",
    priority: "",
    updated: "2026-03-03 10:00",
  };
  await importFile(await fileOf(header, row("EM-1", "1", emptied)), "Emptied");
  expect(await ticketOf("Emptied", "1")).toMatchObject({
    title: "A title stays",
    severity: null,
    organisationNames: [],
    raw: {},
    insights: [{ title: "A title stays", organisations: [] }],
  });
});

test("an older export changes nothing", async () => {
  await importFile(await fileOf(header, row("OL-1", "1", { status: "Resolved" })), "Older");
  const older = await fileOf(header, row("OL-1", "1", { updated: "2026-03-01 10:00" }));
  expect(counts(await importFile(older, "Older"))).toMatchObject({ updated: 0, unchanged: 1 });
  expect((await ticketOf("Older", "1")).status).toBe("Resolved");
});

test("a ticket that moved keeps its insight under both keys", async () => {
  await importFile(await fileOf(header, row("MO-1", "1")), "Moved");
  await importFile(
    await fileOf(header, row("NEW-9", "1", { updated: "2026-03-04 10:00" })),
    "Moved",
  );
  const ticket = await ticketOf("Moved", "1");
  expect(ticket.key).toBe("NEW-9");
  expect(ticket.keys).toEqual([{ key: "MO-1" }, { key: "NEW-9" }]);
  // A file without ids knows it by the key of then and by that of now.
  const noIds = await fileOf(
    "Issue key,Summary,Updated",
    "MO-1,Under its old key,2026-03-05 10:00",
    "NEW-9,Under its new key,2026-03-06 10:00",
  );
  expect(counts(await importFile(noIds, "Moved"))).toMatchObject({
    created: 0,
    updated: 1,
    unchanged: 1,
  });
  expect((await ticketOf("Moved", "1")).title).toBe("Under its new key");
});

test("a ticket known by its key alone is found again when the file has ids", async () => {
  await importFile(await fileOf("Issue key,Summary", "KA-1,By key"), "Key alone");
  const withIds = await fileOf("Issue key,Issue id,Summary", "KA-1,77,By key");
  expect(counts(await importFile(withIds, "Key alone"))).toMatchObject({ created: 0 });
  expect((await ticketOf("Key alone", "77")).key).toBe("KA-1");
  expect(await database.ticket.count({ where: { source: { name: "Key alone" } } })).toBe(1);
});

test("a file where one key stands for two ids, or once without its id, is imported", async () => {
  const path = await fileOf(
    "Issue key,Issue id,Summary,Updated",
    "SH-1,1,One,2026-03-01 10:00",
    "SH-1,2,Another,2026-03-01 10:00",
    "SH-3,3,Third,2026-03-01 10:00",
    "SH-3,,Third without its id,2026-03-02 10:00",
  );
  expect(counts(await importFile(path, "Shared key"))).toMatchObject({
    rows: 4,
    created: 3,
    updated: 1,
  });
  expect((await ticketOf("Shared key", "3")).title).toBe("Third without its id");
});

test("what a person rewrote here stays when the desk's text changes", async () => {
  await importFile(await fileOf(header, row("RE-1", "1")), "Rewritten");
  const { insights } = await ticketOf("Rewritten", "1");
  await database.insight.update({
    where: { id: insights[0]?.id ?? "" },
    data: { title: "Reports get lost offline" },
  });
  await importFile(
    await fileOf(
      header,
      row("RE-1", "1", { title: "Lost!", body: "Gone again.", updated: "2026-03-04 10:00" }),
    ),
    "Rewritten",
  );
  const after = await ticketOf("Rewritten", "1");
  expect(after).toMatchObject({
    title: "Lost!",
    insights: [{ title: "Reports get lost offline", body: "Gone again." }],
  });
});

test("a ticket that changes hands is linked to its new customer and reporter alone", async () => {
  await importFile(await fileOf(header, row("HA-1", "1")), "Hands");
  const other = {
    organisation: "Pennerley",
    reporter: "Bo Lind",
    reporterId: "712020:bo",
    updated: "2026-03-04 10:00",
  };
  await importFile(await fileOf(header, row("HA-1", "1", other)), "Hands");
  const { insights } = await ticketOf("Hands", "1");
  expect(insights[0]?.organisations).toEqual([{ organisation: { name: "Pennerley" } }]);
  expect(insights[0]?.requesters).toMatchObject([{ requester: { name: "Bo Lind" } }]);
});

test("a file with names of reporters only does not make a second person of one known by id", async () => {
  await importFile(await fileOf(header, row("NA-1", "1")), "Names");
  const names = await fileOf(
    "Issue key,Issue id,Status,Reporter,Updated",
    "NA-1,1,Closed,Ana Ruiz,2026-03-04 10:00",
  );
  await importFile(names, "Names");
  const { insights } = await ticketOf("Names", "1");
  expect(insights[0]?.requesters).toMatchObject([
    { requester: { externalKey: "desk:712020:ana" } },
  ]);
});

test("only the rows a filter names are taken, and only they are counted", async () => {
  const path = await fileOf(
    "Issue key,Issue id,Summary,Project type",
    "FI-1,1,Wanted,service_desk",
    "FI-2,2,Not wanted,software",
    "FI-3,3",
  );
  const report = await importFile(path, "Filter", { filter: { projectType: ["service_desk"] } });
  expect(counts(report)).toMatchObject({ rows: 2, created: 1, refused: 1 });
});

test("hostile cells are kept as text: names too long for an index, half an emoji, keys that are none", async () => {
  const letters = Array.from({ length: 9000 }, (_, i) =>
    String.fromCodePoint(0x4e00 + ((i * 7919) % 20000)),
  );
  const path = await fileOf(
    "Issue key,Issue id,Summary,Reporter,Organizations,__proto__",
    `HO-1,1,"=cmd|' /C calc'!A0",${letters.join("")},${letters.toReversed().join("")},<script>`,
    `${"x".repeat(39)}😀 is no key,,Nothing,,,`,
    `HO-2,2,Fine,,,`,
  );
  const report = await importFile(path, "Hostile");
  expect(counts(report)).toMatchObject({ rows: 3, created: 2, refused: 1 });
  expect(await ticketOf("Hostile", "1")).toMatchObject({ title: "=cmd|' /C calc'!A0" });
});
