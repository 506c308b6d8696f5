import { createReadStream } from "node:fs";
import { stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { system } from "#lib/auth/actor.ts";
import { inspectFile } from "#lib/imports/reading/inspect-file.ts";
import { findImportReport, type ImportReport } from "#lib/imports/reads/report.ts";
import type { ImportOptions } from "#lib/imports/schema.ts";
import { startImport } from "#lib/imports/writes/commands.ts";
import { keepUpload } from "#lib/imports/writes/uploads.ts";
import { writeTicketFile } from "#lib/imports/writes/write-ticket-file.ts";
import { newCall } from "#lib/operations/write.ts";
import { temporaryFolder } from "#tests/support/temporary-folder.ts";

export const monday = new Date("2026-11-16T09:00:00Z");

export function fixture(name: string): string {
  return fileURLToPath(new URL(`../../fixtures/imports/${name}`, import.meta.url));
}

export async function fileOf(...lines: string[]): Promise<string> {
  const path = join(temporaryFolder("import"), "export.csv");
  await writeFile(path, `${lines.join("\n")}\n`);
  return path;
}

/** Keeps a file as the web server does. @returns the upload's id */
export async function keptFile(path: string): Promise<string> {
  const { size } = await stat(path);
  return (await keepUpload(createReadStream(path), size, new Date())).id;
}

/** Imports a file as the command line does. */
export async function importFile(
  path: string,
  source = "Desk",
  options: ImportOptions = {},
): Promise<ImportReport & { id: string }> {
  const inspection = await inspectFile(path, {
    timeZone: "Europe/Paris",
    maxBytes: 2 ** 31,
    ...(options.dates ? { dates: options.dates } : {}),
  });
  const input = { source, siteUrl: null, fileName: "export.csv", fileBytes: 1, uploadId: null };
  const { id } = await startImport(system, { ...input, options }, newCall(monday));
  await writeTicketFile(system, id, { path, inspection, options, now: () => monday });
  const report = await findImportReport(system, id);
  if (!report) throw new Error("the import left no report");
  return { ...report, id };
}

/** What a report counts, with the refused as a number. */
export function counts({ rows, created, updated, unchanged, refused, duplicates }: ImportReport) {
  return { rows, created, updated, unchanged, refused: refused.length, duplicates };
}
