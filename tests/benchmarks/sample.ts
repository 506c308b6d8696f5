import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { hashPassword } from "#lib/auth/password.ts";
import { createDatabase } from "#lib/db.ts";
import { root } from "#lib/launcher/paths.mjs";

/** A CPO of the sample company, who sees all of it. */
export const chief = { email: "bastien.queyroy@soupape.example", password: "a password for pages" };

/** Fills a migrated, empty database with the sample company of today. */
export async function fillSample(databaseUrl: string): Promise<void> {
  const env = { ...process.env, DATABASE_URL: databaseUrl };
  const seed = ["--conditions=react-server", join(root, "prisma/seed.ts")];
  await promisify(execFile)(process.execPath, seed, { env });
  const database = createDatabase(databaseUrl, 1);
  try {
    const passwordHash = await hashPassword(chief.password);
    await database.person.updateMany({ where: { email: chief.email }, data: { passwordHash } });
    // What PostgreSQL does by itself some minutes later.
    await database.$executeRaw`ANALYZE`;
  } finally {
    await database.$disconnect();
  }
}
