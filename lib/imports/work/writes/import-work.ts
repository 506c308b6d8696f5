import "server-only";
import { rm } from "node:fs/promises";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";
import { forecastView, type ImportQuestion } from "#lib/imports/question.ts";
import { rememberedWorkMapping } from "#lib/imports/reads/remembered-mapping.ts";
import { starter } from "#lib/imports/reads/starter.ts";
import { refusalIn } from "#lib/imports/refusal-in.ts";
import { importOptions } from "#lib/imports/schema.ts";
import type { WorkSubject } from "#lib/imports/subjects.ts";
import { proposeWork } from "#lib/imports/work/columns/propose-work.ts";
import { type WorkMapping, workMappingFault } from "#lib/imports/work/columns/work-mapping.ts";
import { workQuestionOf } from "#lib/imports/work/columns/work-question.ts";
import { refuseHopeless } from "#lib/imports/work/plans/refuse-hopeless.ts";
import { placeNames } from "#lib/imports/work/reads/place-names.ts";
import { planWork } from "#lib/imports/work/reads/plan-work.ts";
import { readTable, type WorkTable } from "#lib/imports/work/rows/read-table.ts";
import {
  keepOptions,
  markAsking,
  markRefused,
  markStarted,
} from "#lib/imports/writes/run-states.ts";
import { unpackUpload } from "#lib/imports/writes/unpack-upload.ts";
import { forecastWork } from "./forecast-work.ts";
import { writeWork } from "./write-work.ts";

/**
 * Runs an uploaded file of themes, initiatives or OKRs that waits, or goes on with one that was interrupted, as the
 * person who started it; its file goes when it is done or refused. Anything but a refusal is thrown.
 */
export async function executeWork(runId: string, subject: WorkSubject): Promise<void> {
  const run = await db().importRun.findUniqueOrThrow({
    where: { id: runId },
    select: {
      ...({ spoolPath: true, options: true, cursorRow: true, startedById: true } as const),
      ...({ sourceId: true, fileName: true } as const),
    },
  });
  if (!run.spoolPath || !(await markStarted(runId, now()))) return;
  let path = run.spoolPath;
  const actor = await starter(run.startedById);
  try {
    path = await unpackUpload(runId, path);
    const table = await readTable(path);
    const options = importOptions.parse(run.options);
    const { signature } = table;
    const mapping =
      options.work ?? (await rememberedWorkMapping({ id: run.sourceId }, { subject, signature }));
    if (!mapping) return await markAsking(runId, await ask(table, subject, undefined, null));
    refuseOther(mapping, subject, table);
    // What was said before is kept with the run, which must read its file the same way until it is done.
    if (!options.work) await keepOptions(runId, { ...options, work: mapping });
    const plan = await planWork(run.sourceId, table, mapping);
    if (run.cursorRow === 0 && options.preview) {
      const forecast = forecastView(await forecastWork(run.sourceId, plan, now()));
      return await markAsking(runId, await ask(table, subject, mapping, forecast));
    }
    refuseHopeless(plan);
    const { totalBytes } = table;
    await writeWork(actor, runId, { plan, totalBytes, fileName: run.fileName, now });
  } catch (error) {
    const reason = refusalIn(error);
    if (reason.key === "import-taken-over" || reason.key === "import-source-undoing") return;
    await markRefused(actor, runId, reason, now());
  }
  await rm(path, { force: true });
}

function refuseOther(mapping: WorkMapping, subject: WorkSubject, table: WorkTable): void {
  const asked = { subject, signature: table.signature, columns: table.headers };
  const fault = workMappingFault(mapping, asked);
  if (fault) throw new UserError(fault);
}

async function ask(
  table: WorkTable,
  subject: WorkSubject,
  said: WorkMapping | undefined,
  forecast: ImportQuestion["forecast"],
): Promise<ImportQuestion> {
  const proposal = proposeWork(subject, table.headers, table.rows);
  const places = await placeNames(subject);
  const work = workQuestionOf(table, proposal, said, { subject, places });
  return { dates: [], projectTypes: [], mapping: null, work, forecast, refusal: null };
}
