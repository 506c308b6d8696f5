import { UserError } from "#lib/errors.ts";
import type { WarningKey } from "#lib/i18n/sentences.ts";
import type { Column } from "#lib/imports/columns/columns.ts";
import type { DateOrder } from "#lib/imports/dates/dates.ts";
import type { Dialect } from "#lib/tables/records.ts";
import type { DateField } from "#lib/tickets/ticket.ts";
import type { OpenedFile } from "./open-file.ts";
import type { Scan } from "./scan-rows.ts";

/** `key` is a key of the messages in `importsErrors`. */
export type ImportWarning = { key: WarningKey; params: Record<string, string | number> };

/** Jira gives no more rows in one export. */
const jiraLimit = 1000;

/** Throws a UserError when the rows as a whole are not to be trusted; a few bad ones are only listed. */
export function refuseHopeless(
  scan: Scan,
  columns: Column[],
  dialect: Dialect,
  isMapped: boolean,
): void {
  const { rows, refused, unkeyed, unkeyedCount, single, cut } = scan;
  if (rows === 0) throw new UserError("importsErrors.no-rows");
  if (single > 0 && single * 2 > rows) {
    const whole = unkeyed.some(({ text }) => text.includes(dialect.delimiter));
    if (whole) throw new UserError("importsErrors.rows-quoted");
  }
  if (cut !== null) throw new UserError("importsErrors.cut-row", { line: cut.line });
  const samples = unkeyed.map(({ line, text }) => `${line}: ${text}`).join("\n");
  if (unkeyedCount > 3 && unkeyedCount > rows * 0.05) {
    const params = { count: unkeyedCount, rows, samples };
    throw new UserError(
      isMapped ? "importsErrors.too-many-without-identity" : "importsErrors.too-many-without-key",
      params,
    );
  }
  const isBroken = refused.some(({ reason }) => reason !== "row-empty");
  if (refused.length === rows && rows > 3 && isBroken) {
    const first = refused[0];
    const params = { rows, line: first?.line ?? 0, expected: columns.length };
    throw new UserError("importsErrors.no-usable-row", params);
  }
}

/** What a person should know of a file that is imported all the same. */
export function warningsOf(
  scan: Scan,
  columns: Column[],
  orders: Record<DateField, DateOrder>,
  undecided: DateField[],
  { bytes, ofJira, taken }: { bytes: OpenedFile["bytes"]; ofJira: boolean; taken: Column[] },
): ImportWarning[] {
  const warnings: ImportWarning[] = [];
  if (ofJira && scan.rows === jiraLimit)
    warnings.push({ key: "jira-cut", params: { rows: jiraLimit } });
  if (taken.length > 0) {
    const columns = taken.map(({ header }) => header).join(", ");
    warnings.push({ key: "not-jiras-words", params: { count: taken.length, columns } });
  }
  warnings.push(...byteWarnings(bytes));
  for (const [field, dates] of scan.dates) {
    const column = columns.find((c) => c.field === field)?.header ?? field;
    if (undecided.includes(field)) {
      warnings.push({ key: "date-order", params: { column, order: orders[field] } });
    }
    const { count, sample, line } = dates.unreadable(orders[field]);
    if (count > 0)
      warnings.push({ key: "unreadable-dates", params: { column, count, sample, line } });
  }
  return warnings;
}

/** What was made of bytes that a text in one encoding would not have. */
function byteWarnings({ encoding, strays, replaced }: OpenedFile["bytes"]): ImportWarning[] {
  const warnings: ImportWarning[] = [];
  const oddOf = ({ count, lines }: typeof strays) => ({ count, lines: lines.join(", ") });
  if (encoding === "macintosh" || encoding === "windows-1250")
    warnings.push({ key: "encoding-guessed", params: { encoding } });
  if (strays.count > 0) warnings.push({ key: "stray-bytes", params: oddOf(strays) });
  if (replaced.count > 0) warnings.push({ key: "replaced-signs", params: oddOf(replaced) });
  return warnings;
}
