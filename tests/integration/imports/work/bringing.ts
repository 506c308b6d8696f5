import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Actor, system } from "#lib/auth/actor.ts";
import { now } from "#lib/clock.ts";
import { listRefusedRows } from "#lib/imports/reads/rows.ts";
import { findImportRun } from "#lib/imports/reads/runs.ts";
import type { WorkSubject } from "#lib/imports/subjects.ts";
import type { WorkMapping } from "#lib/imports/work/columns/work-mapping.ts";
import type { WorkQuestion } from "#lib/imports/work/columns/work-question.ts";
import { carryOutImport } from "#lib/imports/writes/carry-out-import.ts";
import { answerImport, startImport } from "#lib/imports/writes/commands.ts";
import { newCall } from "#lib/operations/write.ts";
import { paris } from "#tests/support/in-paris.ts";
import { temporaryFolder } from "#tests/support/temporary-folder.ts";
import { fixture, keptFile, monday } from "../importing.ts";

/** Uploads a file as the web server does and runs it as the worker does: it asks, or is done. */
export async function bring(
  actor: Actor,
  subject: WorkSubject,
  path: string,
  { source = "Notion", preview = false } = {},
) {
  const file = { fileName: "export.csv", fileBytes: 1, uploadId: await keptFile(path) };
  const options = preview ? { preview } : {};
  const input = { source, siteUrl: null, ...file, subject, options };
  const { id } = await startImport(actor, input, newCall(monday));
  return run(id);
}

export async function run(id: string) {
  await carryOutImport(id, { now, timeZone: paris });
  const found = await findImportRun(system, id);
  if (!found) throw new Error("the run is gone");
  return { ...found, refusedRows: await listRefusedRows(system, id, 0) };
}

export type Ran = Awaited<ReturnType<typeof run>>;

/** Takes what is proposed, or says otherwise. */
export async function accept(
  actor: Actor,
  ran: Ran,
  { preview = false, ...more }: Partial<WorkMapping> & { preview?: boolean } = {},
) {
  const { subject, signature, columns, place } = asked(ran);
  const meanings = columns.map(({ meaning }) => meaning);
  const work = { subject, signature, columns: meanings, place, quarter: null, ...more };
  const input = { id: ran.id, dates: null, projectTypes: null, work, preview };
  await answerImport(actor, input, newCall(monday));
  return run(ran.id);
}

export function asked({ question }: Ran): WorkQuestion {
  if (!question?.work) throw new Error("nothing was asked about columns");
  return question.work;
}

/** A fixture, with some of its words replaced. */
export async function edited(name: string, ...words: [from: string, to: string][]) {
  let text = await readFile(fixture(name), "utf8");
  for (const [from, to] of words) {
    if (!text.includes(from)) throw new Error(`${name} has no ${from}`);
    text = text.replace(from, to);
  }
  const path = join(temporaryFolder("work"), "export.csv");
  await writeFile(path, text);
  return path;
}

export function counts({ created, updated, unchanged, refused }: Ran) {
  return { created, updated, unchanged, refused };
}

export const reasons = ({ refusedRows }: Ran) =>
  refusedRows.map(({ line, reason }) => `${line}: ${reason}`);

export const warned = ({ warnings }: Ran) =>
  warnings.map(({ key, params }) => `${key} ${params.column ?? params.columns}: ${params.count}`);
