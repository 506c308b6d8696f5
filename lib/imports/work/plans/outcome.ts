import type { LeftValue } from "#lib/imports/work/rows/row-cells.ts";

// What becomes of a row.

export type Target = "theme" | "initiative" | "objective" | "key_result";
/** What a source calls something here, and what its last file wrote of it. */
export type Reference = { targetId: string; written: Record<string, unknown> };

export type Outcome = {
  outcome: "created" | "updated" | "unchanged";
  differences: { field: string; before: unknown; after: unknown }[];
  /** What of the row could not be brought in as things stand here. */
  left?: LeftValue[];
};

export const unchanged: Outcome = { outcome: "unchanged", differences: [] };
export const created: Outcome = { outcome: "created", differences: [] };
