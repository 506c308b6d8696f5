import { type Database, db } from "#lib/db.ts";
import { createTestDatabase } from "#tests/support/database.ts";

/** A database of this test file's own, as the process's one: call it once, in beforeAll. */
export async function useDatabase(): Promise<Database> {
  process.env.DATABASE_URL = await createTestDatabase();
  return db();
}
