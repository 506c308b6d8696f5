import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "#lib/launcher/paths.mjs";
import { ensureDatabase, ensurePostgres } from "#prisma/embedded.ts";
import { migrate } from "#prisma/migrate.ts";
import { TEMPLATE } from "./database.ts";

/** A PostgreSQL of the tests' own, in a folder that goes away with it; its data need not outlive a power cut. */
export default async function setup() {
  // Test files start hundreds of our processes: each but the first finds its TypeScript compiled.
  process.env.NODE_COMPILE_CACHE ??= join(root, "node_modules", ".cache", "compiled");
  const dataDir = mkdtempSync(join(tmpdir(), "tribune-test-"));
  const settings = ["max_connections=300", "file_copy_method=clone"];
  const postgres = await ensurePostgres({ dataDir, durable: false, settings });
  await ensureDatabase(postgres, TEMPLATE);
  await migrate(postgres.databaseUrl(TEMPLATE));
  process.env.TRIBUNE_TEST_SERVER = postgres.databaseUrl("postgres");
  return async () => {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
