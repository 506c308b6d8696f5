import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { SchemaEngine } from "@prisma/schema-engine-wasm";
import { env } from "#lib/env.ts";
import { root } from "#lib/launcher/paths.mjs";
import { ensurePostgres } from "./embedded.ts";
import { migrate } from "./migrate.ts";
import { listMigrations, migrationsFolder } from "./migrations-folder.ts";

/**
 * The Prisma schema as the migrations so far leave it, kept beside them: a new migration is what leads from there to
 * prisma/schema. No database is asked, so what Prisma can't express (written by hand) is left alone.
 */
const snapshotPath = join(migrationsFolder, "schema.snapshot");

const USAGE = `npm run migration new <name>   write a migration from the last snapshot to prisma/schema
npm run migration snapshot     take prisma/schema as what the migrations lead to
npm run migration check        fail when prisma/schema has no migration yet
npm run migration apply        migrate DATABASE_URL
`;

/** The command behind `npm run migration`; answers with its exit code. */
export async function runMigrationCommand(args: string[]): Promise<number> {
  const [command, name] = args;
  if (command === "new" && name !== undefined && /^[a-z0-9_]+$/.test(name))
    return await writeMigration(name);
  if (command === "snapshot") return keepSnapshot();
  if (command === "check") return await checkSnapshot();
  const url = command === "apply" ? env().DATABASE_URL : undefined;
  if (url !== undefined) {
    const applied = await migrate(url);
    process.stdout.write(`${applied.length === 0 ? "Up to date." : applied.join("\n")}\n`);
    return 0;
  }
  process.stderr.write(USAGE);
  return 1;
}

/** The SQL that leads from the snapshot to prisma/schema; empty when they agree. */
export async function planMigration(): Promise<string> {
  const before = existsSync(snapshotPath) ? readFileSync(snapshotPath, "utf8") : null;
  return await diffSchemas(before, readSchema());
}

async function writeMigration(name: string): Promise<number> {
  const script = await planMigration();
  const number = String(listMigrations().length + 1).padStart(4, "0");
  const folder = join(migrationsFolder, `${number}_${name}`);
  mkdirSync(folder, { recursive: true });
  const text =
    script === "" ? "-- Nothing that Prisma's schema can say has changed.\n" : `${script}\n`;
  writeFileSync(join(folder, "migration.sql"), text);
  writeFileSync(join(migrationsFolder, "migration_lock.toml"), 'provider = "postgresql"\n');
  keepSnapshot();
  process.stdout.write(`${join(folder, "migration.sql")}\n`);
  return 0;
}

async function checkSnapshot(): Promise<number> {
  const script = await planMigration();
  if (script === "") return 0;
  process.stderr.write(`prisma/schema has changed without a migration:\n${script}`);
  return 1;
}

function keepSnapshot(): number {
  writeFileSync(snapshotPath, readSchema());
  return 0;
}

function readSchema(): string {
  const folder = join(root, "prisma", "schema");
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".prisma"))
    .sort();
  return files
    .map((file) => readFileSync(join(folder, file), "utf8").trim())
    .join("\n\n")
    .concat("\n");
}

async function diffSchemas(before: string | null, after: string): Promise<string> {
  // The engine compares two texts, and yet wants a server to talk to: an empty one that goes away afterwards.
  const dataDir = mkdtempSync(join(tmpdir(), "tribune-schema-"));
  const postgres = await ensurePostgres({ dataDir, durable: false });
  try {
    return await diffOn(postgres.databaseUrl("postgres"), before, after);
  } finally {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function diffOn(url: string, before: string | null, after: string): Promise<string> {
  const target = (content: string) => ({
    tag: "schemaDatamodel" as const,
    files: [{ path: "schema.prisma", content }],
    configDir: root,
  });
  const engine = await SchemaEngine.new(
    { datamodels: [["schema.prisma", after]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: url })),
  );
  const { stdout } = await engine.diff({
    from: before === null ? { tag: "empty" } : target(before),
    to: target(after),
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  const script = stdout ?? "";
  return script.includes("This is an empty migration") ? "" : script.trim();
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  process.exitCode = await runMigrationCommand(process.argv.slice(2));
