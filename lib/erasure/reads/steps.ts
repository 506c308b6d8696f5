import "server-only";
import { messages, ownRows } from "#lib/erasure/declared.ts";
import { listTextTables, type TextTable } from "#lib/erasure/reads/text-tables.ts";
import type { Messages, OwnRows } from "#lib/frame/forgets.ts";
import { texts } from "#lib/nouns.server.ts";
import type { Asks } from "#lib/sql/rows.ts";

/** A place where an erasure looks; its name is kept while it is under way. */
export type Step =
  | { name: string; kind: "own"; of: OwnRows }
  | { name: string; kind: "texts"; table: TextTable; isSecond: boolean }
  | { name: string; kind: "messages"; of: Messages };

/** Where nothing was looked at yet; whatever is no step's name is the beginning. */
export const firstStep = ownRows[0]?.step ?? "";

/** In order. Whose a row is goes first: afterwards that name is a namesake's wherever it still stands. */
export async function listSteps(tx: Asks): Promise<Step[]> {
  const tables = await listTextTables(tx);
  const remembers = new Map(texts.map((one) => [one.name, one.remembers]));
  const records = tables.filter(({ table }) => remembers.get(table));
  const others = tables.filter(({ table }) => !remembers.get(table));
  // People have gone on meanwhile with what was not looked through yet.
  const again = records.filter(({ table }) => remembers.get(table) === "twice");
  const inTexts = (table: TextTable, isSecond: boolean): Step => ({
    ...{ name: `${isSecond ? "again" : "table"}:${table.table}`, kind: "texts" },
    ...{ table, isSecond },
  });
  return [
    ...ownRows.map((of): Step => ({ name: of.step, kind: "own", of })),
    ...[...records, ...others].map((table) => inTexts(table, false)),
    ...again.map((table) => inTexts(table, true)),
    ...messages.map((of): Step => ({ name: of.step, kind: "messages", of })),
  ];
}
