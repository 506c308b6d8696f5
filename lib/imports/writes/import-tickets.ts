import "server-only";
import { rm } from "node:fs/promises";
import { companyTimeZone, now } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";
import { type Recognised, recogniseFile } from "#lib/imports/columns/recognise-file.ts";
import {
  type ImportQuestion,
  mappingQuestionOf,
  previewQuestion,
  questionOf,
} from "#lib/imports/question.ts";
import { type Inspection, inspectFile } from "#lib/imports/reading/inspect-file.ts";
import type { OpenedFile } from "#lib/imports/reading/open-file.ts";
import { rememberedMapping } from "#lib/imports/reads/remembered-mapping.ts";
import { starter } from "#lib/imports/reads/starter.ts";
import { refusalIn } from "#lib/imports/refusal-in.ts";
import { type ImportOptions, importOptions } from "#lib/imports/schema.ts";
import { isWorkSubject } from "#lib/imports/subjects.ts";
import { executeWork } from "#lib/imports/work/writes/import-work.ts";
import { forecastImport } from "#lib/imports/writes/forecast-tickets.ts";
import {
  keepOptions,
  markAsking,
  markChecked,
  markRefused,
  markStarted,
} from "#lib/imports/writes/run-states.ts";
import { unpackUpload } from "#lib/imports/writes/unpack-upload.ts";
import { runImport } from "#lib/imports/writes/write-batches.ts";

const progressEveryMs = 400;

/**
 * Runs an uploaded import that waits, or goes on with one that was interrupted, as the person who started it; its
 * file goes when it is done or refused. Anything but a refusal is thrown, for the queue to try again.
 */
export async function executeImport(runId: string): Promise<void> {
  const run = await db().importRun.findUnique({
    where: { id: runId },
    select: {
      subject: true,
      spoolPath: true,
      options: true,
      cursorRow: true,
      startedById: true,
      sourceId: true,
      source: { select: { name: true, timeZone: true } },
    },
  });
  if (run && isWorkSubject(run.subject)) return executeWork(runId, run.subject);
  if (!run?.spoolPath || !(await markStarted(runId, now()))) return;
  let path = run.spoolPath;
  const actor = await starter(run.startedById);
  try {
    path = await unpackUpload(runId, path);
    const recognised = await recogniseFile(path);
    const mapped = await mapColumns(
      runId,
      run.sourceId,
      importOptions.parse(run.options),
      recognised,
    );
    if ("question" in mapped) return await markAsking(runId, mapped.question);
    const { options } = mapped;
    const { opened } = recognised;
    const timeZone = options.timeZone ?? run.source.timeZone ?? companyTimeZone();
    const inspection = await inspect(runId, path, { ...options, timeZone, opened }).catch(
      (error: unknown) => askAgain(error, recognised, options),
    );
    if ("mapping" in inspection) return await markAsking(runId, inspection);
    const question = run.cursorRow === 0 ? questionOf(inspection, options) : null;
    if (question) return await markAsking(runId, question);
    if (run.cursorRow === 0 && options.preview) {
      const forecast = await forecastImport(run.source.name, { path, inspection, options });
      return await markAsking(runId, previewQuestion(recognised, options.mapping, forecast));
    }
    await runImport(actor, runId, { path, inspection, options, now });
  } catch (error) {
    const reason = refusalIn(error);
    if (reason.key === "import-taken-over" || reason.key === "import-source-undoing") return;
    await markRefused(actor, runId, reason, now());
  }
  await rm(path, { force: true });
}

/**
 * What the columns mean: as its desk wrote them, as somebody said of this file or of one like it before, or a question.
 * What was said before is kept with the run, which must read its file the same way until it is done.
 */
async function mapColumns(
  runId: string,
  sourceId: string,
  options: ImportOptions,
  { signature, proposal }: Recognised,
): Promise<{ options: ImportOptions } | { question: ImportQuestion }> {
  if (!proposal || options.mapping) return { options };
  const mapping = await rememberedMapping({ id: sourceId }, signature);
  if (mapping) {
    await keepOptions(runId, { ...options, mapping });
    return { options: { ...options, mapping } };
  }
  const asked = mappingQuestionOf({ signature, proposal }, undefined);
  return {
    question: {
      dates: [],
      projectTypes: [],
      mapping: asked,
      work: null,
      forecast: null,
      refusal: null,
    },
  };
}

/** A column that tells no rows apart, though it was chosen to, is chosen anew: the file is not to be sent again. */
function askAgain(
  error: unknown,
  { signature, proposal }: Recognised,
  { mapping }: ImportOptions,
): ImportQuestion {
  const isIdentity =
    error instanceof UserError && error.key === "importsErrors.too-many-without-identity";
  if (!isIdentity || !proposal || !mapping) throw error;
  const { key, params } = error;
  const asked = mappingQuestionOf({ signature, proposal }, mapping);
  return {
    dates: [],
    projectTypes: [],
    mapping: asked,
    work: null,
    forecast: null,
    refusal: { key, params },
  };
}

async function inspect(
  runId: string,
  path: string,
  { timeZone, opened, dates, mapping }: ImportOptions & { timeZone: string; opened: OpenedFile },
): Promise<Inspection> {
  let told = 0;
  // Its size was looked at when it was sent: a limit lowered since is for the next one.
  return inspectFile(path, {
    timeZone,
    opened,
    ...(dates ? { dates } : {}),
    ...(mapping ? { mapping } : {}),
    onProgress: (bytes) => {
      const at = now().getTime();
      if (at - told < progressEveryMs) return;
      told = at;
      // Only for whoever watches: a note that fails is no failure of the import.
      markChecked(runId, bytes).catch(() => {});
    },
  });
}
