import type { RowReason } from "#lib/i18n/sentences.ts";
import type { Column } from "#lib/imports/columns/columns.ts";
import { withoutEmptyWord } from "#lib/tables/empty-words.ts";
import type { CsvRecord } from "#lib/tables/scanner.ts";
import { type Identity, identityReader } from "./identity.ts";

/** `reason` is a key of the messages in `importsErrors`; `line` is where the row begins in the file. */
export type RefusedRow = {
  line: number;
  reason: RowReason;
  params: Record<string, string | number>;
};

/** `keyed` is false when the row has neither a valid key nor an id, whatever else is wrong with it. */
export type CheckedRow =
  | { kind: "blank" }
  | { kind: "row"; identity: Identity }
  | { kind: "refused"; refused: RefusedRow; keyed: boolean };

/** Looks at one record after the header: a ticket, a row to refuse with its reason, or nothing at all. */
export function rowChecker({
  columns,
  identity: mapped,
}: {
  columns: Column[];
  identity: readonly number[] | null;
}): (record: CsvRecord) => CheckedRow {
  const identityOf = identityReader(columns, mapped);
  const key = columns.findIndex(({ field }) => field === "key");
  const id = columns.findIndex(({ field }) => field === "id");
  const width = columns.length;
  const texts = columns.filter(({ field }) => field === "summary" || field === "description");
  // A file without titles and texts tells something else of tickets that are here.
  const isEmpty = (cells: string[]) =>
    texts.length > 0 && texts.every(({ index }) => isNothing(cells[index] ?? ""));
  const isNothing = (cell: string) =>
    mapped === null ? cell.trim() === "" : withoutEmptyWord(cell) === null;
  return ({ cells, line, stray }) => {
    const identity = identityOf(cells);
    const keyed = identity.externalId !== "";
    if (keyed && cells.length === width && !stray && !isEmpty(cells))
      return { kind: "row", identity };
    if (cells.every((cell) => cell.trim() === "")) return { kind: "blank" };
    const refuse = (reason: RowReason, params = {}): CheckedRow => {
      return { kind: "refused", refused: { line, reason, params }, keyed };
    };
    if (stray) return refuse("row-quote");
    if (cells.length !== width) {
      return refuse("row-columns", { found: cells.length, expected: width });
    }
    if (keyed) return refuse("row-empty");
    const repeated = columns.every(({ header, index }) => cells[index]?.trim() === header);
    // A header again in the middle is where two files were joined: nothing is wrong with the rows.
    if (repeated)
      return { kind: "refused", refused: { line, reason: "row-header", params: {} }, keyed: true };
    if (mapped !== null) {
      const names = mapped.map((index) => columns[index]?.header ?? "");
      return refuse("row-no-identity", { columns: names.join(", ") });
    }
    return refuse("row-no-key", { found: excerpt(cells[key === -1 ? id : key] ?? "") });
  };
}

function excerpt(cell: string): string {
  return cell.trim().replace(/\s+/g, " ").slice(0, 40).toWellFormed() || "empty";
}
