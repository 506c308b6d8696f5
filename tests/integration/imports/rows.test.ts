import { beforeAll, expect, test } from "vitest";
import { system } from "#lib/auth/actor.ts";
import { listCreatedRows, listUpdatedRows } from "#lib/imports/reads/rows.ts";
import { listFilterOf } from "#lib/insights/list/filter.ts";
import { listInsights } from "#lib/insights/reads/list.ts";
import { inParis } from "#tests/support/in-paris.ts";
import { useDatabase } from "#tests/support/use-database.ts";
import { fileOf, importFile, monday } from "./importing.ts";

beforeAll(useDatabase);

const header =
  "Issue key,Issue id,Summary,Description,Status,Reporter,Reporter Id,Updated,Organizations";
const row = (number: number, title: string, hour: string) =>
  `ROW-${number},${900 + number},${title},It is gone.,Open,Ana Ruiz,712020:ana,2026-03-02 ${hour},Ventadour`;

const titles = (rows: readonly { title: string | null }[]) => rows.map(({ title }) => title).sort();

test("an import names the tickets that it brought, and those that it changed", async () => {
  const first = await importFile(
    await fileOf(header, row(1, "Lost report", "10:00"), row(2, "Late alert", "10:00")),
    "Rows",
  );
  const second = await importFile(
    await fileOf(header, row(1, "Lost reports", "11:00"), row(3, "No sound", "11:00")),
    "Rows",
  );
  expect(titles(await listCreatedRows(system, first.id, null))).toEqual([
    "Late alert",
    "Lost reports",
  ]);
  expect(titles(await listCreatedRows(system, second.id, null))).toEqual(["No sound"]);
  const [changed, ...more] = await listUpdatedRows(system, second.id, null);
  expect(changed).toMatchObject({ key: "ROW-1", title: "Lost reports" });
  expect(more).toEqual([]);
  expect(await listUpdatedRows(system, second.id, changed?.ticketId ?? null)).toEqual([]);
  expect(await listUpdatedRows(system, first.id, null)).toEqual([]);
  const listed = async (importId: string) => {
    const filter = listFilterOf({ state: "all", import: importId });
    return titles((await listInsights(system, filter, inParis(monday))).rows);
  };
  expect(await listed(first.id)).toEqual(["Late alert", "Lost reports"]);
  expect(await listed(second.id)).toEqual(["No sound"]);
});
