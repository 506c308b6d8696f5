import { beforeAll, expect, test } from "vitest";
import { system } from "#lib/auth/actor.ts";
import { now } from "#lib/clock.ts";
import type { Database } from "#lib/db.ts";
import type { FileMapping } from "#lib/imports/columns/mapping.ts";
import type { MappingQuestion } from "#lib/imports/question.ts";
import { findImportRun } from "#lib/imports/reads/runs.ts";
import type { ImportOptions } from "#lib/imports/schema.ts";
import { carryOutImport } from "#lib/imports/writes/carry-out-import.ts";
import { answerImport, giveUpImport, startImport } from "#lib/imports/writes/commands.ts";
import { newCall } from "#lib/operations/write.ts";
import { paris } from "#tests/support/in-paris.ts";
import { useDatabase } from "#tests/support/use-database.ts";
import { fileOf, fixture, keptFile, monday } from "./importing.ts";

let database: Database;
beforeAll(async () => {
  database = await useDatabase();
});

const header = "Idea;Why it matters;Company;Asked on;Votes";
const first = "Dark mode;My eyes hurt at night when I plan the week.;Ventadour;4/5/2026;12";
const second = "Offline;There is no network on most building sites, ever.;Lisle;6/5/2026;3";

/** Uploads a file as the web server does, and runs it as the worker does. */
async function upload(path: string, source: string, options: ImportOptions = {}) {
  const uploadId = await keptFile(path);
  const { id } = await startImport(
    system,
    { source, siteUrl: null, fileName: "export.csv", fileBytes: 1, uploadId, options },
    newCall(monday),
  );
  return run(id);
}

async function run(id: string, timeZone = paris) {
  await carryOutImport(id, { now, timeZone });
  const found = await findImportRun(system, id);
  if (!found) throw new Error("the run is gone");
  return found;
}

const answer = (id: string, mapping: FileMapping | null, preview = false, timeZone = paris) =>
  answerImport(
    system,
    { id, dates: null, projectTypes: null, mapping, preview },
    newCall(monday),
  ).then(() => run(id, timeZone));

function asked(run: { question: { mapping: MappingQuestion | null } | null }): MappingQuestion {
  const mapping = run.question?.mapping;
  if (!mapping) throw new Error("nothing was asked about columns");
  return mapping;
}

const decide = (question: MappingQuestion, more: Partial<FileMapping> = {}): FileMapping => ({
  signature: question.signature,
  columns: question.columns.map(({ meaning }) => meaning),
  identity: question.identity,
  dates: { created: "dmy" },
  ...more,
});

const insightsOf = (name: string) =>
  database.insight.findMany({
    where: { source: { name } },
    orderBy: { saidAt: "asc" },
    select: { title: true, body: true, saidAt: true, ticket: { select: { raw: true } } },
  });

test("a file of an unknown base asks what its columns mean, and comes in as it was answered", async () => {
  const path = await fileOf(header, first, second);
  const asking = await upload(path, "Base");
  expect(asking.state).toBe("asking");
  const question = asked(asking);
  expect(question.columns.map(({ header, meaning }) => [header, meaning])).toEqual([
    ["Idea", "summary"],
    ["Why it matters", "description"],
    ["Company", "organisations"],
    ["Asked on", "created"],
    ["Votes", "keep"],
  ]);
  expect(question.columns[3]?.date).toMatchObject({ undecided: true, example: "4/5/2026" });
  expect(question.rows[0]?.[0]).toBe("Dark mode");
  expect(await insightsOf("Base")).toEqual([]);

  const done = await answer(asking.id, decide(question));
  expect(done).toMatchObject({ state: "done", created: 2, refused: 0 });
  // The samples that were shown name people: they are no part of the history.
  const changes = await database.change.findMany({ where: { rowId: asking.id } });
  expect(
    JSON.stringify(changes, (_, one) => (typeof one === "bigint" ? String(one) : one)),
  ).not.toContain("Ventadour");
  expect(await insightsOf("Base")).toMatchObject([
    {
      title: "Dark mode",
      saidAt: new Date("2026-05-03T22:00:00Z"),
      ticket: { raw: { Votes: "12" } },
    },
    { title: "Offline", saidAt: new Date("2026-05-05T22:00:00Z") },
  ]);
});

test("the next file of that source with the same headers needs no question, and repeats nothing", async () => {
  const path = await fileOf(
    header.replace("Company", " COMPANY"),
    first,
    second,
    second.replace("Offline", "Sync"),
  );
  const again = await upload(path, "Base");
  expect(again).toMatchObject({ state: "done", created: 1, updated: 0, question: null });
  expect((await upload(path, "Another base")).state).toBe("asking");
});

test("an answer with open dates, or of another file, is refused and the file still waits", async () => {
  const asking = await upload(await fileOf(header, first, second), "Open dates");
  const question = asked(asking);
  await expect(answer(asking.id, decide(question, { dates: {} }))).rejects.toThrow("mapping-dates");
  await expect(answer(asking.id, decide(question, { signature: "x" }))).rejects.toThrow(
    "mapping-other-file",
  );
  expect((await findImportRun(system, asking.id))?.state).toBe("asking");
  const source = await database.source.findUniqueOrThrow({ where: { name: "Open dates" } });
  expect(source.mapping).toBeNull();
});

test("a preview of what Jira wrote shows the first rows as they will be, and what becomes of each column", async () => {
  const path = await fileOf(
    "Key,Summary,Status,Created,Client,Votes,Votes,Watchers,Last Viewed",
    "AB-1,Dark mode,Open,16/11/2026 09:00,Ventadour,3,1,2,17/11/2026 09:00",
    "AB-2,Offline,Open,soon,Lisle,1,1,,",
  );
  const tried = await upload(path, "Seen first", { preview: true });
  const forecast = tried.question?.forecast;
  expect(forecast?.firstRows).toMatchObject([
    {
      title: "Dark mode",
      customers: ["Ventadour"],
      saidAt: "2026-11-16T08:00:00.000Z",
      status: "Open",
    },
    { title: "Offline", saidAt: null },
  ]);
  expect(forecast?.columns?.read).toEqual([
    { header: "Key", as: "key" },
    { header: "Summary", as: "summary" },
    { header: "Status", as: "status" },
    { header: "Created", as: "created" },
    { header: "Client", as: "customers" },
  ]);
  expect([...(forecast?.columns?.kept ?? []), ...(forecast?.columns?.left ?? [])].sort()).toEqual([
    "Last Viewed",
    "Votes",
    "Watchers",
  ]);
  expect(forecast?.warnings).toMatchObject([{ key: "unreadable-dates", params: { count: 1 } }]);
  expect(await insightsOf("Seen first")).toEqual([]);
});

test("what Jira's words don't say of a file with its keys is asked, and then known of the source", async () => {
  const lines = [
    "Clé de ticket,Résumé,Date de creation de Jira,Type_Ticket",
    "AB-1,La saisie,2025-10-24 09:34,Bug",
    "AB-2,Une colonne,2025-10-25 10:00,Bug",
  ];
  const asking = await upload(await fileOf(...lines), "Own headings");
  const question = asked(asking);
  expect(question.ofJira).toBe(true);
  const said: FileMapping = { ...decide(question, { dates: {} }), ofJira: true };
  expect(await answer(asking.id, said)).toMatchObject({ state: "done", created: 2, refused: 0 });
  expect((await insightsOf("Own headings"))[0]?.saidAt).toEqual(new Date("2025-10-24T07:34:00Z"));
  expect(
    await upload(await fileOf(...lines, "AB-3,Encore,2025-10-26 10:00,Bug"), "Own headings"),
  ).toMatchObject({ state: "done", created: 1, unchanged: 2, question: null });
});

test("a preview stores nothing, says what the import then does, and is not remembered", async () => {
  const path = await fileOf(header, first, second);
  const asking = await upload(path, "Previewed");
  const mapping = decide(asked(asking), { identity: [0] });
  const tried = await answer(asking.id, mapping, true);
  expect(tried).toMatchObject({
    state: "asking",
    question: { forecast: { rows: 2, created: 2, updated: 0, unchanged: 0, refused: 0 } },
  });
  expect(asked(tried).identity).toEqual([0]);
  expect(await insightsOf("Previewed")).toEqual([]);
  expect(
    (await database.source.findUniqueOrThrow({ where: { name: "Previewed" } })).mapping,
  ).toBeNull();
  expect(await answer(asking.id, mapping)).toMatchObject({ state: "done", created: 2 });

  const changed = await fileOf(
    header,
    first.replace(";12", ";15").replace("at night", "all day"),
    second,
    "Third;Something else that would be long enough to count.;Lisle;7/5/2026;1",
    ";;;;9",
  );
  const again = await upload(changed, "Previewed", { preview: true });
  expect(again.state).toBe("asking");
  expect(again.question?.forecast).toMatchObject({
    created: 1,
    updated: 1,
    unchanged: 1,
    refused: 1,
  });
  const [difference] = again.question?.forecast?.differences ?? [];
  expect(difference?.changes.map(({ field }) => field).toSorted()).toEqual(["body", "raw"]);
  const done = await answer(again.id, decide(asked(again)));
  expect(done).toMatchObject({ state: "done", created: 1, updated: 1, unchanged: 1, refused: 1 });
});

test("an export of Jira asks nothing, and may be previewed too", async () => {
  expect((await upload(fixture("fr-renamed-key.csv"), "Jira")).state).toBe("done");
  const tried = await upload(fixture("fr-renamed-key.csv"), "Jira", { preview: true });
  expect(tried).toMatchObject({
    state: "asking",
    question: { mapping: null, forecast: { unchanged: 3, created: 0 } },
  });
  expect(await answer(tried.id, null)).toMatchObject({ state: "done", unchanged: 3 });
});

test("an import that asks can be given up: nothing of it was stored", async () => {
  const asking = await upload(await fileOf(header, first), "Given up");
  await giveUpImport(system, { id: asking.id }, newCall(monday));
  expect(await findImportRun(system, asking.id)).toMatchObject({
    state: "refused",
    refusal: { key: "import-given-up" },
    question: null,
  });
  await expect(giveUpImport(system, { id: asking.id }, newCall(monday))).rejects.toThrow(
    "changed-meanwhile",
  );
});

test("a row that changed in what tells it apart is another one; one that did not is the same", async () => {
  const rows = (votes: string) =>
    fileOf("Ref;Subject;Votes", `a;Dark mode;${votes}`, "b;Offline;1");
  const asking = await upload(await rows("1"), "Refs");
  const mapping = { ...decide(asked(asking)), identity: [0], dates: {} };
  await answer(asking.id, mapping);
  expect(await upload(await rows("2"), "Refs")).toMatchObject({
    created: 0,
    updated: 1,
    unchanged: 1,
  });
});

test("a column that tells no rows apart is asked about again, with the file still there", async () => {
  const rows = Array.from({ length: 10 }, (_, n) => `Idea ${n};${n === 0 ? "x" : ""}`);
  const asking = await upload(await fileOf("Subject;Ref", ...rows), "No refs");
  const mapping = { ...decide(asked(asking)), identity: [1], dates: {} };
  const again = await answer(asking.id, mapping);
  expect(again).toMatchObject({
    state: "asking",
    question: { refusal: { key: "importsErrors.too-many-without-identity" } },
  });
  expect(await answer(asking.id, { ...mapping, identity: [] })).toMatchObject({
    state: "done",
    created: 10,
  });
});

test("a remembered mapping is shown by a preview, to be changed", async () => {
  const path = await fileOf("Subject;Ref", "Dark mode;a", "Offline;b");
  const asking = await upload(path, "Changed mind");
  const mapping = { ...decide(asked(asking)), identity: [1], dates: {} };
  await answer(asking.id, mapping);
  const tried = await upload(path, "Changed mind", { preview: true });
  expect(tried.question?.forecast).toMatchObject({ created: 0, unchanged: 2 });
  const changed = { ...mapping, columns: ["description" as const, "keep" as const] };
  expect(await answer(tried.id, changed, true)).toMatchObject({
    question: { forecast: { updated: 2 } },
  });
  expect(await answer(tried.id, changed)).toMatchObject({ state: "done", updated: 2 });
  expect(await upload(path, "Changed mind")).toMatchObject({ state: "done", unchanged: 2 });
});

test.each([
  ["Pacific/Chatham", "2026-05-03T11:15:00.000Z"],
  ["America/Los_Angeles", "2026-05-04T07:00:00.000Z"],
])("a day in a file is the company's day, in %s", async (timeZone, midnight) => {
  const source = `Ideas of ${timeZone}`;
  const asking = await upload(await fileOf(header, first), source);
  await answer(asking.id, decide(asked(asking)), false, timeZone);
  const [insight] = await insightsOf(source);
  expect(insight?.saidAt.toISOString()).toBe(midnight);
});
