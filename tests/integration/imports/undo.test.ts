import { beforeAll, expect, test } from "vitest";
import { writeComment } from "#lib/comments/writes.ts";
import type { Database } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";
import { undoOperation } from "#lib/history/writes.ts";
import { findUndoForecast } from "#lib/imports/reads/undo-forecast.ts";
import { undoImport } from "#lib/imports/writes/undo/commands-undo.ts";
import { answerInsights } from "#lib/insights/writes/answer.ts";
import { mergeInsights } from "#lib/insights/writes/merge.ts";
import { assignInsights, editKind, editTitle } from "#lib/insights/writes/triage.ts";
import { newCall } from "#lib/operations/write.ts";
import { castOn } from "#tests/support/cast.ts";
import { useDatabase } from "#tests/support/use-database.ts";
import { counts, fileOf, importFile, monday } from "./importing.ts";
import { takingBack } from "./taking-back.ts";
import { header, row } from "./undo-rows.ts";

let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;
beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
});

const { ask, goOn, toldOf, undo, stored } = takingBack(() => ({ database, cast }));

test("an import that nobody worked on is taken back whole, and may come again", async () => {
  const path = await fileOf(
    header,
    row(1, { organisation: "Only Here" }),
    row(2, { reporter: "Only Once", organisation: "Groupe Ventadour Énergies" }),
  );
  const { id } = await importFile(path, "Whole");
  const changes = await database.change.count();
  expect(await undo(id)).toEqual({ deleted: 2, restored: 0, kept: 0, stayed: 0 });
  expect(await stored("Whole")).toEqual({ tickets: 0, insights: 0, keys: 0 });
  // That it was asked for, and that it is done.
  expect(await database.change.count()).toBe(changes + 2);
  expect(await database.importRun.findUniqueOrThrow({ where: { id } })).toMatchObject({
    state: "undone",
    undoneAt: monday,
    undoneById: cast.ines.id,
  });
  expect(
    await database.operation.findFirstOrThrow({ where: { name: "import.undone" } }),
  ).toMatchObject({ actorId: cast.ines.id, params: { run: id, source: "Whole", count: 2 } });
  // Customers that it alone had named go with it; others stay.
  expect(await database.organisation.count({ where: { name: "Only Here" } })).toBe(0);
  expect(await database.requester.count({ where: { name: "Only Once" } })).toBe(0);
  expect(await database.organisation.count({ where: { id: cast.id.ventadour } })).toBe(1);

  expect(counts(await importFile(path, "Whole"))).toMatchObject({ created: 2, unchanged: 0 });
  expect(await stored("Whole")).toEqual({ tickets: 2, insights: 2, keys: 2 });
});

test("a second time there is nothing to take back, and of two at once one does", async () => {
  const { id } = await importFile(await fileOf(header, row(1)), "Twice undone");
  const both = await Promise.allSettled([ask(id), ask(id)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  await expect(ask(id)).rejects.toThrow("import-undone-before");
  await Promise.all([goOn(id), goOn(id)]);
  expect(await toldOf(id)).toEqual({ deleted: 1, restored: 0, kept: 0, stayed: 0 });
  await expect(ask(id)).rejects.toThrow("import-undone-before");
});

test("work on its insights stands in the way, and is named with what was done", async () => {
  const path = await fileOf(header, ...[1, 2, 3, 4, 5, 6, 7].map((n) => row(n, { project: "WK" })));
  const { id } = await importFile(path, "Worked on");
  const insights = await database.insight.findMany({
    where: { source: { name: "Worked on" } },
    orderBy: { ticket: { externalId: "asc" } },
    select: { id: true, number: true, version: true },
  });
  const one = (n: number) => insights[n - 1] ?? { id: "", number: 0, version: 0 };
  const ids = (...ns: number[]) => ns.map((n) => one(n).id);
  const call = () => newCall(monday);
  await assignInsights(cast.clara, { ids: ids(1), tribeId: cast.id.pla }, call());
  await answerInsights(cast.clara, { ids: ids(2), answer: "exists", note: "Là" }, call());
  await writeComment(cast.clara, { on: "insight", id: one(3).id, body: "Seen." }, call());
  await editTitle(cast.clara, { id: one(4).id, version: one(4).version, title: "Better" }, call());
  await mergeInsights(cast.clara, { ids: ids(5), intoId: one(6).id }, call());

  await expect(undo(id)).rejects.toThrow(new UserError("import-worked-on", { count: 6 }));
  const forecast = await findUndoForecast(cast.ines, id);
  expect(forecast?.blockers.map(({ number, work }) => [number, work])).toEqual(
    [
      [one(1).number, ["triaged"]],
      [one(2).number, ["answered"]],
      [one(3).number, ["commented"]],
      [one(4).number, ["edited"]],
      [one(5).number, ["merged"]],
      [one(6).number, ["merged"]],
    ].map(([number, work]) => [
      number,
      expect.arrayContaining([...(Array.isArray(work) ? work : [])]),
    ]),
  );
  expect(await stored("Worked on")).toMatchObject({ tickets: 7, insights: 7 });
});

test("work that was itself undone stands in nobody's way", async () => {
  const { id } = await importFile(await fileOf(header, row(1, { project: "TB" })), "Taken back");
  const { id: insight } = await database.insight.findFirstOrThrow({
    where: { source: { name: "Taken back" } },
  });
  const call = newCall(monday);
  await editKind(cast.clara, { ids: [insight], kind: "praise" }, call);
  await expect(undo(id)).rejects.toThrow("import-worked-on");
  await undoOperation(cast.clara, { operationId: call.operationId }, newCall(monday));
  expect(await undo(id)).toMatchObject({ deleted: 1 });
});

test("what it changed is as it was before, whole, where nothing has changed since", async () => {
  const before = await fileOf(header, row(1), row(2), row(3));
  await importFile(before, "Changed");
  const picture = () =>
    database.ticket.findMany({
      where: { source: { name: "Changed" } },
      orderBy: { externalId: "asc" },
      omit: { version: true },
      include: {
        insights: {
          omit: { version: true },
          include: {
            organisations: { select: { organisation: { select: { name: true } } } },
            requesters: { select: { requester: { select: { name: true } } } },
          },
        },
      },
    });
  const first = await picture();
  const other = {
    ...{ title: "Other", body: "Other", status: "Closed", priority: "Low", label: "new" },
    ...{ reporter: "Bo Lind", organisation: "Pennerley Boilers", updated: "2026-03-05 10:00" },
  };
  const second = await importFile(
    await fileOf(header, row(1, other), row(2, other), row(3), row(4)),
    "Changed",
  );
  expect(counts(second)).toMatchObject({ created: 1, updated: 2, unchanged: 1 });
  await importFile(
    await fileOf(header, row(2, { ...other, status: "Reopened", updated: "2026-03-06 10:00" })),
    "Changed",
  );
  const later = await picture();
  expect(await undo(second.id)).toEqual({ deleted: 1, restored: 1, kept: 1, stayed: 0 });
  const [one, two, three, four] = await picture();
  expect(one).toEqual(first[0]);
  expect(two).toEqual(later[1]);
  expect(three).toEqual(first[2]);
  expect(four).toBeUndefined();
  // The same file again does it all again.
  expect(counts(await importFile(before, "Changed"))).toMatchObject({ unchanged: 3 });
});

test("an import that changed what a person rewrote leaves the person's words", async () => {
  await importFile(await fileOf(header, row(1, { project: "RW" })), "Rewritten");
  const insight = await database.insight.findFirstOrThrow({
    where: { source: { name: "Rewritten" } },
  });
  const edit = { id: insight.id, version: insight.version, title: "Our words" };
  await editTitle(cast.clara, edit, newCall(monday));
  const changed = { project: "RW", title: "Theirs", updated: "2026-03-05 10:00" };
  const { id } = await importFile(await fileOf(header, row(1, changed)), "Rewritten");
  expect(await undo(id)).toMatchObject({ restored: 1 });
  expect(
    await database.insight.findFirstOrThrow({
      where: { source: { name: "Rewritten" } },
      include: { ticket: true },
    }),
  ).toMatchObject({ title: "Our words", ticket: { title: "Title 1" } });
});

test("while another import into its source runs it is not taken back", async () => {
  const { id } = await importFile(await fileOf(header, row(1)), "Busy");
  const { id: other } = await importFile(await fileOf(header, row(2)), "Busy");
  await database.importRun.update({ where: { id: other }, data: { state: "writing" } });
  await expect(undo(id)).rejects.toThrow("import-source-busy");
  await database.importRun.update({ where: { id: other }, data: { state: "done" } });
  expect(await undo(id)).toMatchObject({ deleted: 1 });
});

test("who may not import may not take an import back", async () => {
  const { id } = await importFile(await fileOf(header, row(1)), "Not allowed");
  await expect(undoImport(cast.salome, { id }, newCall(monday))).rejects.toThrow("not-allowed");
});

test("20,000 rows leave no change of their own", async () => {
  const rows = Array.from({ length: 20_000 }, (_, n) =>
    row(n + 1, { project: "BIG", organisation: `Customer ${n % 500}` }),
  );
  const { id, created } = await importFile(await fileOf(header, ...rows), "Big");
  expect(created).toBe(20_000);
  const changes = await database.change.count();
  expect(await undo(id)).toMatchObject({ deleted: 20_000 });
  expect(await stored("Big")).toEqual({ tickets: 0, insights: 0, keys: 0 });
  expect(await database.change.count()).toBe(changes + 2);
  expect(await database.organisation.count({ where: { name: { startsWith: "Customer " } } })).toBe(
    0,
  );
});
