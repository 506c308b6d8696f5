import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { UserError } from "#lib/errors.ts";
import { forecastView, type ImportQuestion, noQuestion } from "#lib/imports/question.ts";
import { rememberedWorkMapping } from "#lib/imports/reads/remembered-mapping.ts";
import type { WaitingRun } from "#lib/imports/reads/waiting-run.ts";
import { importOptions } from "#lib/imports/schema.ts";
import type { WorkSubject } from "#lib/imports/subjects.ts";
import { proposeWork } from "#lib/imports/work/columns/propose-work.ts";
import { type WorkMapping, workMappingFault } from "#lib/imports/work/columns/work-mapping.ts";
import { workQuestionOf } from "#lib/imports/work/columns/work-question.ts";
import { refuseHopeless } from "#lib/imports/work/plans/refuse-hopeless.ts";
import { placeNames } from "#lib/imports/work/reads/place-names.ts";
import { planWork } from "#lib/imports/work/reads/plan-work.ts";
import { readTable, type WorkTable } from "#lib/imports/work/rows/read-table.ts";
import { keepOptions } from "#lib/imports/writes/run-states.ts";
import type { LaidTable } from "#lib/imports/writes/unpack-upload.ts";
import { forecastWork } from "./forecast-work.ts";
import { writeWork } from "./write-work.ts";

type Run = WaitingRun & { subject: WorkSubject };

/**
 * Imports a file of themes, initiatives or OKRs. @returns what a person must say first, nothing being written then; null
 * when it is done.
 */
export async function importWork(
  actor: Actor,
  run: Run,
  { path, warnings }: LaidTable,
  now: () => Date,
): Promise<ImportQuestion | null> {
  const { id, subject, sourceId, fileName } = run;
  const table = await readTable(path);
  const { signature, totalBytes } = table;
  const options = importOptions.parse(run.options);
  const mapping =
    options.work ?? (await rememberedWorkMapping({ id: sourceId }, { subject, signature }));
  if (!mapping) return ask(table, subject, undefined, null);
  refuseOther(mapping, subject, table);
  // What was said before is kept with the run, which must read its file the same way until it is done.
  if (!options.work) await keepOptions(id, { ...options, work: mapping });
  const plan = await planWork(sourceId, table, mapping, warnings);
  if (run.cursorRow === 0 && options.preview) {
    const forecast = forecastView(await forecastWork(sourceId, plan, now()));
    return ask(table, subject, mapping, forecast);
  }
  refuseHopeless(plan);
  await writeWork(actor, id, { plan, totalBytes, fileName, now });
  return null;
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
  return { ...noQuestion, work, forecast };
}
