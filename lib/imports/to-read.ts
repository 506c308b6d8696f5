import type { ImportState } from "#lib/imports/schema.ts";
import { isUnfinished } from "#lib/imports/schema.ts";

// Imports that somebody has to look at: what runs or waits for an answer, however long it does; refusals of the last
// fortnight. Today counts them, the list of imports shows them.

export const importsOnly = ["refused", "running"] as const;
export type ImportsOnly = (typeof importsOnly)[number];

const FORTNIGHT = 14 * 86_400_000;

type Run = { state: ImportState; refused: number; createdAt: Date };

export function isOf(only: ImportsOnly, run: Run, now: Date): boolean {
  const goesOn = isUnfinished(run.state) || run.state === "asking";
  if (only === "running") return goesOn;
  const isToRead = run.refused > 0 || run.state === "refused" || run.state === "failed";
  return !goesOn && isToRead && run.createdAt.getTime() >= now.getTime() - FORTNIGHT;
}
