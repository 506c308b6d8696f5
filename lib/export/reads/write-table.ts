import "server-only";
import { join } from "node:path";
import type { Client } from "pg";
import { z } from "zod";
import { BYTE_ORDER_MARK, csvRow, type Delimiter } from "#lib/export/csv-row.ts";
import { createHashedFile, type Fingerprint } from "#lib/export/hashed-file.ts";
import { type Catalogue, columnIn } from "#lib/export/reads/catalogue.ts";
import { referencesOf, selectRows } from "#lib/export/reads/select-rows.ts";
import type { Reach, Table } from "#lib/frame/table.ts";
import { pgRows, verbatim } from "#lib/sql/pg-rows.ts";

const row = z.record(z.string(), z.unknown());

export type Written = { rows: number; files: Record<string, Fingerprint> };

/** One table into its two files: rows as JSON, one a line, and the same as a sheet, with names beside the ids. */
export async function writeTable(
  client: Client,
  folder: string,
  { catalogue, reach, delimiter }: { catalogue: Catalogue; reach: Reach; delimiter: Delimiter },
  table: Table,
): Promise<Written> {
  const [exact, sheet] = [`${table.file}.jsonl`, `${table.file}.csv`];
  const columns = sheetColumns(catalogue, table);
  const lines = await createHashedFile(join(folder, exact));
  const cells = await createHashedFile(join(folder, sheet));
  try {
    let rows = 0;
    const heads = columns.map(({ header }) => ({ value: header, type: "text" }));
    await cells.write(`${BYTE_ORDER_MARK}${csvRow(heads, delimiter)}`);
    for await (const { line, names } of readRows(client, catalogue, reach, table)) {
      const found = row.parse(JSON.parse(line));
      await lines.write(`${line}\n`);
      await cells.write(
        csvRow(
          columns.map(({ name, type, place }) => ({
            value: place === null ? found[name] : names[place],
            type,
          })),
          delimiter,
        ),
      );
      rows += 1;
    }
    return { rows, files: { [exact]: await lines.end(), [sheet]: await cells.end() } };
  } catch (error) {
    await Promise.allSettled([lines.close(), cells.close()]);
    throw error;
  }
}

/** `place`: of a name among the row's names; null for the table's own columns. */
type SheetColumn = { header: string; name: string; type: string; place: number | null };

/** Each reference is followed by what it is called: "tribe_id", "tribe". */
export function sheetColumns(catalogue: Catalogue, table: Table): SheetColumn[] {
  const references = referencesOf(catalogue, table);
  return table.columns.flatMap(({ name }): SheetColumn[] => {
    const { type } = columnIn(catalogue, table.name, name);
    const own = { header: name, name, type, place: null };
    const place = references.findIndex(({ column }) => column === name);
    const header = name.replace(/_id$/, "");
    return place === -1 ? [own] : [own, { header, name, type: "text", place }];
  });
}

const foundRow = z.object({ line: z.string(), names: z.array(z.string().nullable()) });
type Found = z.output<typeof foundRow>;

/** About as much at a time as this, however long the rows are. */
const ENOUGH = 4_194_304;

async function* readRows(
  client: Client,
  catalogue: Catalogue,
  reach: Reach,
  table: Table,
): AsyncGenerator<Found> {
  const { text, values } = selectRows(catalogue, reach, table);
  await client.query({ text: `DECLARE rows NO SCROLL CURSOR FOR ${text}`, values });
  for (let count = 50; ; ) {
    const rows = await pgRows(client, foundRow)`FETCH ${verbatim(String(count))} FROM rows`;
    yield* rows;
    if (rows.length < count) break;
    const length = rows.reduce((sum, { line }) => sum + line.length, 0);
    count = Math.min(2000, count * 2, Math.max(1, Math.floor((count * ENOUGH) / length)));
  }
  await client.query("CLOSE rows");
}
