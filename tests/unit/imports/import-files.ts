import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { UserError } from "#lib/errors.ts";
import { type InspectOptions, inspectFile } from "#lib/imports/reading/inspect-file.ts";
import { readTickets } from "#lib/imports/reading/read-tickets.ts";
import type { TicketRow } from "#lib/tickets/ticket.ts";
import { temporaryFolder } from "#tests/support/temporary-folder.ts";

export const paris = { timeZone: "Europe/Paris", maxBytes: 50 * 1024 * 1024 };

export function fixture(name: string): string {
  return fileURLToPath(new URL(`../../fixtures/imports/${name}`, import.meta.url));
}

export async function fileOf(content: string | Uint8Array): Promise<string> {
  const path = join(temporaryFolder("csv"), "export.csv");
  await writeFile(path, content);
  return path;
}

export async function readAll(path: string, options: InspectOptions = paris) {
  const inspection = await inspectFile(path, options);
  const tickets: TicketRow[] = [];
  for await (const batch of readTickets(path, inspection)) tickets.push(...batch.tickets);
  return { inspection, tickets };
}

/** The key and parameters of the refusal; fails when the file is taken. */
export async function refusalOf(path: string, options: InspectOptions = paris) {
  try {
    await inspectFile(path, options);
  } catch (error) {
    if (error instanceof UserError) return { key: error.key, params: error.params };
    throw error;
  }
  throw new Error(`${path} was not refused`);
}
