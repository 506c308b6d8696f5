import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { type ImportQuestion, previewQuestion } from "#lib/imports/question.ts";
import { columnFates } from "#lib/imports/reading/column-fates.ts";
import { decideTicketFile } from "#lib/imports/reads/decide-ticket-file.ts";
import type { WaitingRun } from "#lib/imports/reads/waiting-run.ts";
import { forecastTicketFile } from "#lib/imports/writes/forecast-ticket-file.ts";
import { keepOptions, markChecked } from "#lib/imports/writes/run-states.ts";
import type { LaidTable } from "#lib/imports/writes/unpack-upload.ts";
import { writeTicketFile } from "#lib/imports/writes/write-ticket-file.ts";
import type { Clock } from "#lib/quarter.ts";

const progressEveryMs = 400;

/** Imports a file of tickets. @returns what a person must say first, nothing being written then; null when it is done. */
export async function importTickets(
  actor: Actor,
  run: WaitingRun,
  { path, warnings: told }: LaidTable,
  { now, timeZone }: Clock,
): Promise<ImportQuestion | null> {
  const decided = await decideTicketFile(run, path, {
    timeZone: run.source.timeZone ?? timeZone,
    told,
    onProgress: progressOf(run.id, now),
  });
  const { options, recognised } = decided;
  if (options.mapping) await keepOptions(run.id, options);
  if ("question" in decided) return decided.question;
  const file = { path, options, inspection: decided.inspection };
  if (run.cursorRow === 0 && options.preview) {
    const { columns, warnings } = decided.inspection;
    const forecast = await forecastTicketFile(run.source.name, file);
    return previewQuestion(recognised, options.mapping, {
      ...{ ...forecast, warnings, columns: columnFates(columns) },
    });
  }
  await writeTicketFile(actor, run.id, { ...file, now });
  return null;
}

function progressOf(runId: string, now: () => Date): (bytes: number) => void {
  let shown = 0;
  return (bytes) => {
    const at = now().getTime();
    if (at - shown < progressEveryMs) return;
    shown = at;
    // Only for whoever watches: a note that fails is no failure of the import.
    markChecked(runId, bytes).catch(() => {});
  };
}
