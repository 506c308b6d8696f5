import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { can } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { importShare, undoShare } from "#lib/imports/progress.ts";
import { importQuestion } from "#lib/imports/question.ts";
import { givenUpKey, importStates } from "#lib/imports/schema.ts";
import type { ImportProgressView, UndoProgress } from "#lib/imports/views.ts";
import { storedSentence, storedSentences } from "#lib/stored-sentence.ts";

// What the screens on imports show. The command line's report is in queries.ts.

const state = z.enum(importStates);

const summary = {
  id: true,
  kind: true,
  subject: true,
  fileName: true,
  fileBytes: true,
  state: true,
  rowsTotal: true,
  checkedBytes: true,
  cursorRow: true,
  created: true,
  updated: true,
  unchanged: true,
  refused: true,
  startedById: true,
  uploadId: true,
  refusal: true,
  createdAt: true,
  startedAt: true,
  finishedAt: true,
  source: { select: { id: true, name: true } },
  undo: {
    select: {
      ...{ total: true, done: true, deleted: true, restored: true, kept: true, stayed: true },
      failure: true,
    },
  },
} as const;

/** The newest imports, at most 100, with who started each (null for the command line). */
export async function listImportRuns(viewer: Actor) {
  if (!can(viewer, "import:read")) return [];
  const runs = await db().importRun.findMany({
    select: summary,
    orderBy: { createdAt: "desc" },
    take: 100,
  });
  const names = await namesOf(runs.map((run) => run.startedById));
  return runs.map((run) => shown(run, names));
}

export type ImportRunView = Awaited<ReturnType<typeof listImportRuns>>[number];

/** One import with all that its report says; null when there is none or it is not for the viewer. */
export async function findImportRun(viewer: Actor, id: string) {
  if (!can(viewer, "import:read") || !z.uuid().safeParse(id).success) return null;
  const run = await db().importRun.findUnique({
    where: { id },
    select: { ...summary, duplicates: true, warnings: true, question: true },
  });
  if (!run) return null;
  const names = await namesOf([run.startedById]);
  const [reasons, listed] = await Promise.all([
    db().importRefusal.groupBy({ by: ["reason"], where: { importRunId: id } }),
    db().importRefusal.count({ where: { importRunId: id } }),
  ]);
  return {
    ...shown(run, names),
    // Known as soon as the file is checked; the run has it when it is done.
    refused: listed,
    reasons: reasons.length,
    duplicates: run.duplicates.length,
    duplicateKeys: [...new Set(run.duplicates)].slice(0, 20),
    warnings: storedSentences.parse(run.warnings),
    refusal: run.refusal === null ? null : storedSentence.parse(run.refusal),
    question: run.question === null ? null : importQuestion.parse(run.question),
    canRetry: run.state === "failed" && run.uploadId !== null,
  };
}

export type ImportRunDetail = NonNullable<Awaited<ReturnType<typeof findImportRun>>>;

/** What moves while an import runs; null when there is none or it is not for the viewer. */
export async function findImportProgress(
  viewer: Actor,
  id: string,
): Promise<ImportProgressView | null> {
  if (!can(viewer, "import:read") || !z.uuid().safeParse(id).success) return null;
  const run = await db().importRun.findUnique({ where: { id }, select: summary });
  if (!run) return null;
  const { state, share, row, rows, checkedBytes, fileBytes, undo } = shown(run, new Map());
  const { created, updated, unchanged } = run;
  const refused = await db().importRefusal.count({ where: { importRunId: id } });
  const counts = { created, updated, unchanged, refused };
  return { state, share, row, rows, checkedBytes, fileBytes, undo, ...counts };
}

/** The file that an import waits with; null once it is gone, or for others. */
export async function findUploadOf(viewer: Actor, id: string): Promise<string | null> {
  if (!can(viewer, "import:run")) return null;
  const run = await db().importRun.findUnique({ where: { id }, select: { uploadId: true } });
  return run?.uploadId ?? null;
}

/** Where files came from before: names to choose from, with the address of each desk. */
export async function listImportSources(viewer: Actor) {
  if (!can(viewer, "import:run")) return [];
  return db().source.findMany({
    where: { kind: "csv", archivedAt: null },
    select: { name: true, siteUrl: true },
    orderBy: { name: "asc" },
    take: 200,
  });
}

type Summary = {
  id: string;
  kind: string;
  subject: string;
  fileName: string;
  fileBytes: bigint;
  state: string;
  rowsTotal: number | null;
  checkedBytes: bigint;
  cursorRow: number;
  created: number;
  updated: number;
  unchanged: number;
  refused: number;
  startedById: string | null;
  refusal: unknown;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  source: { id: string; name: string };
  undo: UndoProgress | null;
};

function shown(run: Summary, names: ReadonlyMap<string, string>) {
  const { fileBytes, checkedBytes, startedById, ...rest } = run;
  const progress = {
    state: state.parse(run.state),
    fileBytes: Number(fileBytes),
    checkedBytes: Number(checkedBytes),
    row: run.cursorRow,
    rows: run.rowsTotal,
  };
  return {
    id: rest.id,
    kind: rest.kind,
    subject: rest.subject,
    fileName: rest.fileName,
    source: rest.source,
    created: rest.created,
    updated: rest.updated,
    unchanged: rest.unchanged,
    refused: rest.refused,
    createdAt: rest.createdAt,
    startedAt: rest.startedAt,
    finishedAt: rest.finishedAt,
    ...progress,
    undo: run.undo,
    share: state.parse(run.state) === "undoing" ? undoShare(run.undo) : importShare(progress),
    isGivenUp: isGivenUp(run),
    startedBy: startedById === null ? null : (names.get(startedById) ?? null),
  };
}

/** A person ended it when it asked: nothing was wrong with its file. */
function isGivenUp({ state, refusal }: Summary): boolean {
  return state === "refused" && storedSentence.safeParse(refusal).data?.key === givenUpKey;
}

async function namesOf(ids: (string | null)[]): Promise<Map<string, string>> {
  const people = await db().person.findMany({
    where: { id: { in: ids.flatMap((id) => id ?? []) } },
    select: { id: true, name: true },
  });
  return new Map(people.map(({ id, name }) => [id, name]));
}
