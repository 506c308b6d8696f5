import type { PersonActor } from "#lib/auth/actor.ts";
import { db } from "#lib/db.ts";
import { exportCompany } from "#lib/export/reads/export-company.ts";
import { restoreCompany } from "#lib/export/writes/restore-company.ts";
import { stillBell } from "#lib/operations/bell.ts";
import { createTestDatabase } from "#tests/support/database.ts";
import { newFolder } from "./databases.ts";

/** The process's database from now on. */
export async function goTo(url: string): Promise<void> {
  await stillBell();
  if (globalThis.tribuneDatabase) await globalThis.tribuneDatabase.$disconnect();
  globalThis.tribuneDatabase = undefined;
  process.env.DATABASE_URL = url;
}

export async function newDatabase(): Promise<string> {
  const url = await createTestDatabase();
  await goTo(url);
  return url;
}

/** @returns the folder */
export async function take(viewer: PersonActor): Promise<string> {
  const folder = await newFolder();
  const now = new Date("2026-11-22T09:00:00Z");
  const as = (await db().person.findUniqueOrThrow({ where: { id: viewer.id } })).email;
  await exportCompany(viewer, folder, { as, delimiter: ",", say: (key) => key, now });
  return folder;
}

/** @returns the address of the database that has it now */
export async function bringBack(folder: string): Promise<string> {
  const url = await newDatabase();
  await restoreCompany(folder);
  return url;
}
