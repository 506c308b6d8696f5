import { z } from "zod";
import { type HatCode, hatCodes } from "#lib/auth/hats.ts";
import { createScanner } from "#lib/tables/scanner.ts";

// A company's people as a spreadsheet exports them: a line a person, columns by their heads in English or French,
// in any order, parted by commas, semicolons or tabs. Name and e-mail are needed; the rest may be missing.

export type PersonLine = {
  line: number;
  name: string;
  email: string;
  hat: HatCode | null;
  department: string | null;
  tribe: string | null;
  team: string | null;
  /** E-mail address of the manager. */
  manager: string | null;
};

export type LineRefusal = { line: number; reason: "name" | "email" | "hat" | "team-without-tribe" };

export type PeopleFile =
  | { ok: true; lines: PersonLine[]; refused: LineRefusal[] }
  | { ok: false; reason: "no-columns" | "unreadable" };

type Column = "name" | "email" | "hat" | "department" | "tribe" | "team" | "manager";

const heads: Record<Column, readonly string[]> = {
  name: ["name", "full name", "nom", "nom complet", "prenom et nom"],
  email: ["email", "e mail", "mail", "courriel", "adresse e mail", "adresse mail"],
  hat: ["hat", "role", "job", "fonction", "poste", "casquette", "metier"],
  department: ["department", "departement", "service", "direction"],
  tribe: ["tribe", "tribu"],
  team: ["team", "impact team", "equipe"],
  manager: ["manager", "manager email", "manager e mail", "responsable", "n 1"],
};

const hatWords: Record<string, HatCode> = {
  ...Object.fromEntries(hatCodes.map((code) => [folded(code), code])),
  "product manager": "pm",
  designer: "product-designer",
  dev: "developer",
  developpeur: "developer",
  developpeuse: "developer",
  "lead dev": "lead-developer",
  em: "engineering-manager",
  "data analyst": "data-analyst",
  commercial: "sales",
  commerciale: "sales",
  "customer success": "csm",
  "customer success manager": "csm",
  collegue: "colleague",
};

const address = z.email().max(320);

export function readPeople(text: string): PeopleFile {
  const rows = recordsOf(text.replace(/^\uFEFF/, ""));
  if (!rows) return { ok: false, reason: "unreadable" };
  const [head, ...body] = rows;
  const at = columnsOf(head?.cells ?? []);
  if (at.name === undefined || at.email === undefined) return { ok: false, reason: "no-columns" };
  const read = body.map(({ cells, line }) => lineOf(line, (column) => cellOf(cells, at[column])));
  return {
    ok: true,
    lines: read.flatMap((one) => ("reason" in one ? [] : [one])),
    refused: read.flatMap((one) => ("reason" in one ? [one] : [])),
  };
}

function lineOf(line: number, cell: (column: Column) => string | null): PersonLine | LineRefusal {
  const name = cell("name");
  const email = cell("email")?.toLowerCase() ?? "";
  const hatWord = cell("hat");
  const hat = hatWord === null ? null : hatWords[folded(hatWord)];
  const [tribe, team] = [cell("tribe"), cell("team")];
  if (!name || name.length > 200) return { line, reason: "name" };
  if (!address.safeParse(email).success) return { line, reason: "email" };
  if (hat === undefined) return { line, reason: "hat" };
  if (team && !tribe) return { line, reason: "team-without-tribe" };
  const manager = cell("manager")?.toLowerCase() ?? null;
  return { line, name, email, hat, department: cell("department"), tribe, team, manager };
}

/** Null for what can't be trusted, since a quote in it is left open or closes nothing. */
function recordsOf(text: string): { cells: string[]; line: number }[] | null {
  const firstLine = text.slice(0, text.search(/\r|\n|$/));
  const [delimiter = ","] = [";", "\t", ","].toSorted(
    (one, other) => firstLine.split(other).length - firstLine.split(one).length,
  );
  const isOldMac = !text.includes("\n") && text.includes("\r");
  const scanner = createScanner(delimiter, isOldMac ? "\r" : "\n");
  const records = scanner.push(text, true);
  if (scanner.pending() > 0 || records.some(({ stray }) => stray)) return null;
  return records.map(({ cells, line }) => ({ cells: cells.map(bare), line }));
}

/** Without the space around it, inside which it may stand in quotes. */
function bare(cell: string): string {
  const text = cell.trim();
  return /^"(?:[^"]|"")*"$/.test(text) ? text.slice(1, -1).replaceAll('""', '"').trim() : text;
}

function columnsOf(head: readonly string[]): Partial<Record<Column, number>> {
  const words = head.map(folded);
  const found: Partial<Record<Column, number>> = {};
  for (const column of [
    "name",
    "email",
    "hat",
    "department",
    "tribe",
    "team",
    "manager",
  ] as const) {
    const index = words.findIndex((word) => heads[column].includes(word));
    if (index >= 0) found[column] = index;
  }
  return found;
}

function cellOf(cells: readonly string[], index: number | undefined): string | null {
  return (index === undefined ? undefined : cells[index]) || null;
}

function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
