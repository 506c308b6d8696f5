import { z } from "zod";
import type { DateOrder } from "#lib/imports/dates/dates.ts";
import type { TicketField } from "#lib/tickets/ticket.ts";
import type { Column } from "./columns.ts";
import { type ColumnMeaning, dateMeanings, isSeveral, meanings } from "./meanings.ts";

const order = z.enum(["dmy", "mdy"]);

/**
 * What a person decided about the columns of a file, by their place. `identity` are the columns whose values tell one
 * row from another; none of them: what stands in the whole row does.
 */
export const fileMapping = z.strictObject({
  signature: z.string().min(1).max(100),
  /** Jira's own words say the rest: `keep` is as they have it, and its keys tell rows apart. */
  ofJira: z.literal(true).optional(),
  columns: z.array(z.enum(meanings)).min(1).max(5000),
  identity: z.array(z.int().nonnegative()).max(20),
  dates: z.strictObject({
    created: order.optional(),
    updated: order.optional(),
    resolved: order.optional(),
  }),
});

export type FileMapping = z.infer<typeof fileMapping>;

/** The plan by which every row of a mapped file is read. */
export function mappedColumns(headers: string[], mapping: FileMapping): Column[] {
  const used = new Set<string>();
  return headers.map((text, index) => {
    const header = text.replaceAll("\uFEFF", "").trim();
    const meaning = mapping.columns[index] ?? "keep";
    return {
      index,
      header,
      field: fieldOf(meaning),
      rawName: meaning === "keep" ? freeName(header || `#${index + 1}`, used) : null,
      list: false,
      several: isSeveral(meaning),
      compared: meaning !== "omit",
    };
  });
}

export type MappingFault =
  | "mapping-other-file"
  | "mapping-no-text"
  | "mapping-no-name"
  | "mapping-twice"
  | "mapping-dates";

/** The plan of a file with Jira's keys: as Jira's words have it, but for the columns that were said besides. */
export function besidesJira(columns: Column[], { columns: said }: FileMapping): Column[] {
  return columns.map((column, index) => {
    const meaning = said[index] ?? "keep";
    if (meaning === "keep") return column;
    const field = fieldOf(meaning);
    return {
      ...column,
      field,
      rawName: null,
      several: isSeveral(meaning),
      compared: field !== null,
    };
  });
}

/** What is wrong with a mapping, as a key of the messages in `errors`; null when it can be used. */
export function mappingFault(
  mapping: FileMapping,
  asked: { signature: string; columns: { date: { undecided: boolean } | null }[] },
): MappingFault | null {
  const { columns, identity } = mapping;
  const strange = mapping.signature !== asked.signature || columns.length !== asked.columns.length;
  if (strange || identity.some((index) => index >= columns.length)) return "mapping-other-file";
  const isText = columns.includes("summary") || columns.includes("description");
  if (!isText && !mapping.ofJira) return "mapping-no-text";
  const single = columns.filter((meaning) => !isSeveral(meaning) && fieldOf(meaning) !== null);
  if (new Set(single).size < single.length) return "mapping-twice";
  return dateMeanings.some((field) => isOpen(field)) ? "mapping-dates" : null;

  function isOpen(field: (typeof dateMeanings)[number]): boolean {
    const date = asked.columns[columns.indexOf(field)]?.date;
    return Boolean(date?.undecided) && mapping.dates[field] === undefined;
  }
}

export type MappedDates = { [field in "created" | "updated" | "resolved"]?: DateOrder | undefined };

function fieldOf(meaning: ColumnMeaning): TicketField | null {
  return meaning === "keep" || meaning === "omit" ? null : meaning;
}

function freeName(name: string, used: Set<string>): string {
  let free = name;
  for (let n = 2; used.has(free); n += 1) free = `${name} (${n})`;
  used.add(free);
  return free;
}
