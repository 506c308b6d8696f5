import { inert } from "#lib/export/inert.ts";

/** Comma, or the semicolon that spreadsheets expect where a comma stands in numbers. */
export type Delimiter = "," | ";";

/** Spreadsheets take a file for UTF-8 by this mark. */
export const BYTE_ORDER_MARK = "\uFEFF";

/** @param cells as JSON has them; `type` is PostgreSQL's */
export function csvRow(cells: { value: unknown; type: string }[], delimiter: Delimiter): string {
  return `${cells.map(({ value, type }) => cell(value, type, delimiter)).join(delimiter)}\r\n`;
}

function cell(value: unknown, type: string, delimiter: Delimiter): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return String(value);
  // Where semicolons part the cells, a comma parts the decimals: such a spreadsheet takes 99.9 for text or a day.
  if (typeof value === "number")
    return delimiter === ";" ? String(value).replace(".", ",") : String(value);
  // The database's own digits, as text because there may be many.
  if (type === "bigint" && typeof value === "string") return value;
  return quoted(inert(words(value, type)));
}

function words(value: unknown, type: string): string {
  if (typeof value !== "string") {
    const isList = type.endsWith("[]") && Array.isArray(value);
    return isList ? value.join("; ") : JSON.stringify(value);
  }
  if (type === "jsonb") return JSON.stringify(value);
  // Spreadsheets know a moment without its "T" and its zone, which is UTC everywhere here.
  return type.startsWith("timestamp") ? value.replace("T", " ").replace("+00:00", "") : value;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
