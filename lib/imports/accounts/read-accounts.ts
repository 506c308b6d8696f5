import { open, stat } from "node:fs/promises";
import type { AccountFacts, AccountRow, RefusedAccount } from "#lib/customers/account-row.ts";
import { countryOf } from "#lib/customers/country.ts";
import { parseMoney } from "#lib/customers/money.ts";
import { UserError } from "#lib/errors.ts";
import { createDecoder, type Encoding } from "#lib/tables/decoder.ts";
import { withoutEmptyWord } from "#lib/tables/empty-words.ts";
import { detectEncoding } from "#lib/tables/encoding.ts";
import { readRecords, toldDelimiter } from "#lib/tables/records.ts";
import { type CsvRecord, createScanner } from "#lib/tables/scanner.ts";
import { tooLarge } from "#lib/tables/too-large.ts";
import { type AccountColumn, type AccountField, accountColumnOf } from "./account-headers.ts";
import { domainsOf, stateOf } from "./account-words.ts";

export type Accounts = {
  rows: AccountRow[];
  refused: RefusedAccount[];
  /** What of a line was left out, the rest of it taken. */
  notes: RefusedAccount[];
};

type Column = AccountColumn & { index: number };

const delimiters = [",", ";", "\t", "|"];
/** Customer bases hold some ten thousand accounts; what is larger is another file. */
export const longestAccounts = 50 * 1024 * 1024;
const longestName = 200;

/**
 * A file of accounts, its columns found by their names in any of our languages.
 * @throws UserError `importsErrors.empty`, `.workbook`, `.binary`, `.not-csv`, `accounts-no-name`
 */
export async function readAccounts(path: string, currency: string): Promise<Accounts> {
  const { size } = await stat(path);
  if (size > longestAccounts) throw tooLarge(size, longestAccounts);
  const detected = await detectEncoding(path);
  const { delimiter, newline } = await dialectOf(path, detected.encoding);
  const dialect = { ...detected, delimiter, newline };
  const accounts: Accounts = { rows: [], refused: [], notes: [] };
  let columns: Column[] | null = null;
  let width = 0;
  for await (const { records } of readRecords(path, dialect)) {
    for (const record of records) {
      if (columns === null) {
        columns = columnsOf(record.cells);
        width = record.cells.length;
      } else if (record.cells.some((cell) => cell.trim() !== "")) {
        readRow(record, { columns, width, currency }, accounts);
      }
    }
  }
  if (columns === null) throw new UserError("importsErrors.empty");
  return accounts;
}

/** The delimiter under which the first line holds most of the names that we know. */
async function dialectOf(path: string, encoding: Encoding) {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0);
    const text = createDecoder(encoding)(buffer.subarray(0, bytesRead), false);
    const newline = text.includes("\n") || !text.includes("\r") ? ("\n" as const) : ("\r" as const);
    const head = toldDelimiter(text)?.rest ?? text;
    const tried = delimiters.map((delimiter) => {
      const cells = createScanner(delimiter, newline).first(head, true)?.cells ?? [];
      return { delimiter, newline, known: cells.filter(accountColumnOf).length };
    });
    const best = tried.reduce((a, b) => (b.known > a.known ? b : a));
    if (best.known === 0) throw new UserError("accounts-no-name");
    return best;
  } finally {
    await file.close();
  }
}

/** The first column of each meaning; without a name or an id there is nobody to speak of. */
function columnsOf(headers: string[]): Column[] {
  const taken = new Set<AccountField>();
  const columns = headers.flatMap((header, index) => {
    const column = accountColumnOf(header);
    if (!column || taken.has(column.field)) return [];
    taken.add(column.field);
    return [{ ...column, index }];
  });
  if (!taken.has("name") && !taken.has("id") && !taken.has("domains"))
    throw new UserError("accounts-no-name");
  return columns;
}

type Plan = { columns: Column[]; width: number; currency: string };

function readRow(record: CsvRecord, { columns, width, currency }: Plan, into: Accounts): void {
  const { line, cells } = record;
  const refuse = (reason: string, params: Record<string, string> = {}) =>
    into.refused.push({ line, reason, params });
  const note = (reason: string, params: Record<string, string>) =>
    into.notes.push({ line, reason, params });
  if (cells.length !== width || record.stray) return void refuse("account-cells");
  const cellOf = (field: AccountField) => {
    const column = columns.find((one) => one.field === field);
    return column ? (withoutEmptyWord(cells[column.index] ?? "") ?? "") : null;
  };
  const facts: Partial<AccountFacts> = {};
  for (const { field, index, unit } of columns) {
    if (field !== "revenue" && field !== "atStake") continue;
    const text = withoutEmptyWord(cells[index] ?? "") ?? "";
    const money = parseMoney(text, currency, unit);
    if ("refused" in money) {
      const params = { text, currency, theirs: money.currency ?? "" };
      return void refuse(`account-${money.refused}`, params);
    }
    facts[field === "revenue" ? "revenueCents" : "atStakeCents"] = money.cents;
  }
  for (const field of ["segment", "country", "accountManager"] as const) {
    const text = cellOf(field);
    const short = text === null ? null : shortened(text);
    if (short !== null) facts[field] = (field === "country" ? countryOf(short) : short) || null;
  }
  const word = cellOf("state");
  const state = word ? stateOf(word) : null;
  if (state) facts.state = state;
  else if (word) note("account-state", { text: word });
  const { domains, free } = domainsOf(cellOf("domains") ?? "");
  for (const domain of free) note("account-free-mail", { domain });
  const name = shortened(cellOf("name") ?? "") || null;
  const id = shortened(cellOf("id") ?? "") || null;
  if (name === null && id === null && domains.length === 0) return void refuse("account-unnamed");
  into.rows.push({ line, id, name, domains, facts });
}

function shortened(text: string): string {
  return text.trim().replace(/\s+/g, " ").slice(0, longestName).toWellFormed();
}
