import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { can } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import type { Params } from "#lib/errors.ts";
import { storedParams, storedSentences } from "#lib/stored-sentence.ts";

export type ImportReport = {
  source: string;
  /** Always the sum of created, updated, unchanged and refused. */
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  refused: { line: number; reason: string; params: Params }[];
  /** Rows whose ticket stands in an earlier row of the file. */
  duplicates: number;
  warnings: { key: string; params: Params }[];
};

/** What an import that is done did; null when there is none or it is not for the viewer. */
export async function findImportReport(viewer: Actor, id: string): Promise<ImportReport | null> {
  if (!can(viewer, "import:read")) return null;
  const run = await db().importRun.findUnique({
    where: { id },
    select: {
      created: true,
      updated: true,
      unchanged: true,
      rowsTotal: true,
      duplicates: true,
      warnings: true,
      source: { select: { name: true } },
      refusals: { select: { line: true, reason: true, params: true }, orderBy: { line: "asc" } },
    },
  });
  if (!run) return null;
  return {
    source: run.source.name,
    rows: run.rowsTotal ?? 0,
    created: run.created,
    updated: run.updated,
    unchanged: run.unchanged,
    refused: run.refusals.map((row) => ({ ...row, params: storedParams.parse(row.params) })),
    duplicates: run.duplicates.length,
    warnings: storedSentences.parse(run.warnings),
  };
}
