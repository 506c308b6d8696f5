import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createTestDatabase } from "#tests/support/database.ts";

const seed = fileURLToPath(new URL("../../../prisma/seed.ts", import.meta.url));

/** A database with the sample company of that day (YYYY-MM-DD), made as a start makes it. @returns its address */
export async function seededDatabase(today: string): Promise<string> {
  const url = await createTestDatabase();
  const env = { ...process.env, DATABASE_URL: url, TRIBUNE_TODAY: today };
  await promisify(execFile)(process.execPath, ["--conditions=react-server", seed], { env });
  return url;
}
