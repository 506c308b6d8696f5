import type { RefusedWork } from "#lib/imports/work/rows/read-table.ts";
import type { LeftValue } from "#lib/imports/work/rows/row-cells.ts";
import type { InitiativeRow, MeasureRow } from "#lib/imports/work/rows/work-row.ts";
import type { Commitment } from "#lib/okrs/progress.ts";
import type { Craft } from "#lib/okrs/schema.ts";

// Rows as they would be written: what they name is found. A field that is undefined is left as it is.

type Entry = { row: number; line: number; externalId: string };

export type ThemeFields = {
  title: string;
  description: string | undefined;
  tribeId: string;
  teamId: string | null;
};
export type ThemeEntry = Entry & { fields: ThemeFields; insightIds: string[] };

export type InitiativeFields = Pick<
  InitiativeRow,
  | "title"
  | "problem"
  | "kind"
  | "origin"
  | "originReason"
  | "reach"
  | "impactHundredths"
  | "confidenceHundredths"
  | "effortHalfMonths"
  | "epicKey"
> & { teamId: string };
export type InitiativeEntry = Entry & {
  fields: InitiativeFields;
  quarters: string[];
  /** The header of the column that names them. */
  quarterColumn: string;
  themeIds: string[];
  keyResultIds: string[];
};

export type ObjectiveFields = {
  title: string;
  quarter: string;
  level: "company" | "department";
  departmentId: string | null;
  tribeId: string | null;
  craft: Craft | null;
  commitment: Commitment | undefined;
};
export type OkrEntry = Entry & {
  objective: ObjectiveFields;
  /** The objective that it is aligned with: one of this file, or one that is here. */
  parent: { externalId: string; title: string } | { id: string } | null;
  keyResult: (MeasureRow & { externalId: string }) | null;
};

export type WorkWarning = { key: string; params: Record<string, string | number> };

/** A file read to its end. `order` are all its readable rows in the order in which they are written. */
export type Readings<One> = {
  order: number[];
  entries: ReadonlyMap<number, One>;
  refused: RefusedWork[];
  left: LeftValue[];
};

export type ReadPlan =
  | ({ subject: "themes" } & Readings<ThemeEntry>)
  | ({ subject: "initiatives" } & Readings<InitiativeEntry>)
  | ({ subject: "okrs" } & Readings<OkrEntry>);

export type WorkPlan = ReadPlan & { warnings: WorkWarning[] };
