import "server-only";
import { type Catalogue, columnIn } from "#lib/export/reads/catalogue.ts";
import { sheetColumns } from "#lib/export/reads/write-table.ts";
import type { Table } from "#lib/frame/table.ts";
import { tables } from "#lib/nouns.server.ts";

type Say = (key: string, params: Record<string, string | number>) => string;

export type About = {
  catalogue: Catalogue;
  /** What was written, with its number of rows. */
  written: { table: Table; rows: number }[];
  as: string;
  /** Day and hour, ISO. */
  madeAt: string;
};

/** What lies in the folder, file by file and column by column, in the words of `say`. */
export function readmeOf({ catalogue, written, as, madeAt }: About, say: Say): string {
  const left = tables.filter((one) => !written.some(({ table }) => table === one));
  return [
    `# ${say("export.title", {})}`,
    say("export.made", { at: madeAt.slice(0, 16).replace("T", " "), as }),
    say("export.two", {}),
    say("export.sheet", {}),
    say("export.back", {}),
    say("export.never", {}),
    ...(left.length > 0
      ? [say("export.left", { files: left.map(({ file }) => file).join(", ") })]
      : []),
    ...written.map(({ table, rows }) => sectionOf(catalogue, table, rows, say)),
    "",
  ].join("\n\n");
}

function sectionOf(catalogue: Catalogue, table: Table, rows: number, say: Say): string {
  const meaningOf = new Map(table.columns.map(({ name, meaning }) => [name, meaning]));
  const lines = sheetColumns(catalogue, table).map(({ header, name, place }) => {
    const { type } = columnIn(catalogue, table.name, name);
    return place === null
      ? `| ${header} | ${kindOf(type, say)} | ${say(`export.column.${meaningOf.get(name)}`, {})} |`
      : `| ${header} | ${say("export.sheetOnly", {})} | ${say("export.nameOf", { column: name })} |`;
  });
  const head = `| ${say("export.head.column", {})} | ${say("export.head.kind", {})} | ${say("export.head.meaning", {})} |`;
  return [
    `## ${table.file}`,
    "",
    `${say(`export.file.${table.file}`, {})} ${say("export.rows", { rows })}`,
    "",
    head,
    "| --- | --- | --- |",
    ...lines,
  ].join("\n");
}

function kindOf(type: string, say: Say): string {
  const kind = type.startsWith("timestamp") ? "moment" : kinds[type];
  return say(`export.kind.${kind ?? "text"}`, {});
}

const kinds: Record<string, string> = {
  uuid: "id",
  date: "day",
  integer: "number",
  bigint: "number",
  "double precision": "number",
  boolean: "yesNo",
  jsonb: "json",
  bytea: "bytes",
  "text[]": "list",
};
