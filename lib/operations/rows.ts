import { Prisma } from "#lib/generated/prisma/client.ts";

type Models = Prisma.TypeMap["model"];

type Snake<Text extends string> = Text extends `${infer First}${infer Rest}`
  ? First extends Lowercase<First>
    ? `${First}${Snake<Rest>}`
    : `_${Lowercase<First>}${Snake<Rest>}`
  : Text;

/** The rows that commands write through operations, by table: each knows its columns from the schema. */
export type Tables = {
  [Model in keyof Models & string as Snake<
    Uncapitalize<Model>
  >]: Models[Model]["payload"]["scalars"];
};

export type TableName = keyof Tables;
export type Fields<T extends TableName> = Partial<Tables[T]>;

const listOfFields = /^(\w+)ScalarFieldEnum$/;

const columns: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(Prisma).flatMap(([name, fields]): [string, string[]][] => {
    const model = listOfFields.exec(name)?.[1];
    if (!model || typeof fields !== "object" || fields === null) return [];
    return [
      [columnOf(model.charAt(0).toLowerCase() + model.slice(1)), Object.keys(fields).map(columnOf)],
    ];
  }),
);

/** Of a table of the schema. */
export function columnsOf(table: string): readonly string[] {
  return columns.get(table) ?? [];
}

/** Rows that are edited carry a version; link rows are made and deleted only. */
export function isVersioned(table: string): boolean {
  return columnsOf(table).includes("version");
}

/** A setting is known by its name, all else by an id of ours. */
export function keyTypeOf(table: TableName): "text" | "uuid" {
  return table === "setting" ? "text" : "uuid";
}

/** `bandLow` is the column `band_low`. */
export function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
