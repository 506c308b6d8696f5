import type { RowReason } from "#lib/i18n/sentences.ts";
import type { Kind, Origin } from "#lib/initiatives/schema.ts";
import type { Commitment, Direction } from "#lib/okrs/progress.ts";
import type { Level } from "#lib/okrs/schema.ts";
import type { RowCells } from "./row-cells.ts";

// A row as it stands in the file, its words read, before it is known what here they name. What is undefined the row
// does not say.

type Row = { row: number; line: number; id: string | null; places: string[]; cells: RowCells };

export type ThemeRow = Row & { title: string; description: string | undefined; insights: string[] };

export type InitiativeRow = Row & {
  title: string;
  problem: string | undefined;
  kind: Kind | undefined;
  origin: Origin | undefined;
  originReason: string | undefined;
  reach: number | undefined;
  impactHundredths: number | undefined;
  confidenceHundredths: number | undefined;
  effortHalfMonths: number | undefined;
  epicKey: string | undefined;
  quarters: string[];
  themes: string[];
  keyResults: string[];
};

export type MeasureRow = {
  title: string | null;
  direction: Direction;
  start: number;
  target: number;
  unit: string | null;
  now: number | undefined;
};

export type OkrRow = Row & {
  objective: string;
  level: Level | undefined;
  quarter: string | undefined;
  commitment: Commitment | undefined;
  parent: string | undefined;
  /** The key result of this row; null for a row that is its objective alone. */
  keyResult: MeasureRow | null;
};

/** Why a row can't come in: a key of the messages in `importsErrors`. */
export type Refusal = { refused: RowReason; params?: Record<string, string | number> };

export const longestTitle = 300;
export const longestText = 20_000;
