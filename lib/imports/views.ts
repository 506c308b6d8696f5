import * as z from "#lib/browser-zod.ts";
import { importStates } from "#lib/imports/schema.ts";

/** How far an import is taken back, in tickets; `kept` have changed since, on `stayed` somebody has worked meanwhile. */
const undoProgress = z.object({
  total: z.number(),
  done: z.number(),
  deleted: z.number(),
  restored: z.number(),
  kept: z.number(),
  stayed: z.number(),
  /** The log's id of what stopped it last. */
  failure: z.nullable(z.string()),
});
export type UndoProgress = z.output<typeof undoProgress>;

/** What moves while an import runs. */
export const importProgress = z.object({
  state: z.enum(importStates),
  /** 0-1 */
  share: z.number(),
  row: z.number(),
  rows: z.nullable(z.number()),
  checkedBytes: z.number(),
  fileBytes: z.number(),
  undo: z.nullable(undoProgress),
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  refused: z.number(),
});
export type ImportProgressView = z.output<typeof importProgress>;
