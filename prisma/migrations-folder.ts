import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "#lib/launcher/paths.mjs";

/** One migration of prisma/migrations: its script, and the checksum that Prisma records for it (SHA-256, hex). */
export type Migration = { name: string; script: string; checksum: string };

export const migrationsFolder = join(root, "prisma", "migrations");

/** All migrations in the order they apply, which is that of their names. */
export function listMigrations(folder: string = migrationsFolder): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, "migration.sql")))
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const script = readFileSync(join(folder, name, "migration.sql"), "utf8");
      return { name, script, checksum: createHash("sha256").update(script).digest("hex") };
    });
}
