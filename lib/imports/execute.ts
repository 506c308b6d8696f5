import "server-only";
import { rm } from "node:fs/promises";
import { type Actor, system } from "#lib/auth/actor.ts";
import { findActorById } from "#lib/auth/queries.ts";
import { defaultTimeZone, now } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";
import { type Inspection, inspectFile } from "#lib/imports/csv/inspect-file.ts";
import { markAsking, markChecked, markRefused, markStarted } from "#lib/imports/end-import.ts";
import { questionOf } from "#lib/imports/question.ts";
import { runImport } from "#lib/imports/run-import.ts";
import { type ImportOptions, importOptions } from "#lib/imports/schema.ts";

const progressEveryMs = 400;

/**
 * Runs an uploaded import that waits, or goes on with one that was interrupted, as the person who started it; its
 * file goes when it is done or refused. Anything but a refusal is thrown, for the queue to try again.
 */
export async function executeImport(runId: string): Promise<void> {
  const run = await db().importRun.findUnique({
    where: { id: runId },
    select: {
      spoolPath: true,
      options: true,
      cursorRow: true,
      startedById: true,
      source: { select: { timeZone: true } },
    },
  });
  if (!run?.spoolPath || !(await markStarted(runId, now()))) return;
  const path = run.spoolPath;
  const options = importOptions.parse(run.options);
  const actor = await starter(run.startedById);
  try {
    const zone = options.timeZone ?? run.source.timeZone ?? defaultTimeZone;
    const inspection = await inspect(runId, path, options, zone);
    const question = run.cursorRow === 0 ? questionOf(inspection, options) : null;
    if (question) return await markAsking(runId, question);
    await runImport(actor, runId, { path, inspection, options, now });
  } catch (error) {
    const reason = refusalIn(error);
    if (reason.key === "import-taken-over") return;
    await markRefused(actor, runId, reason, now());
  }
  await rm(path, { force: true });
}

async function inspect(
  runId: string,
  path: string,
  options: ImportOptions,
  timeZone: string,
): Promise<Inspection> {
  let told = 0;
  // Its size was looked at when it was sent: a limit lowered since is for the next one.
  return inspectFile(path, {
    timeZone,
    ...(options.dates ? { dates: options.dates } : {}),
    onProgress: (bytes) => {
      const at = now().getTime();
      if (at - told < progressEveryMs) return;
      told = at;
      // Only for whoever watches: a note that fails is no failure of the import.
      markChecked(runId, bytes).catch(() => {});
    },
  });
}

function refusalIn(error: unknown): UserError {
  if (error instanceof UserError) return error;
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "ENOENT") return new UserError("import-file-gone");
  throw error;
}

async function starter(personId: string | null): Promise<Actor> {
  return (personId && (await findActorById(personId, now()))) || system;
}
