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

/** Rows that are edited carry a version; link rows are made and deleted only. */
const versioned: ReadonlySet<string> = new Set(
  Object.entries(Prisma).flatMap(([name, fields]) => {
    const model = listOfFields.exec(name)?.[1];
    const isEdited = typeof fields === "object" && fields !== null && "version" in fields;
    return model && isEdited ? [columnOf(model.charAt(0).toLowerCase() + model.slice(1))] : [];
  }),
);

export function isVersioned(table: string): boolean {
  return versioned.has(table);
}

/** A setting is known by its name, all else by an id of ours. */
export function keyTypeOf(table: TableName): "text" | "uuid" {
  return table === "setting" ? "text" : "uuid";
}

/** `bandLow` is the column `band_low`. */
export function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
