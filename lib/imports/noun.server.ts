import "server-only";
import { nounServer } from "#lib/frame/noun-server.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { importsCommands } from "#lib/imports/commands.ts";
import { importsStaying, importsTables } from "#lib/imports/tables.ts";

export const importsServer = nounServer({
  commands: importsCommands,
  tables: importsTables,
  labels: { run: files, import_run: files },
  staying: importsStaying,
});

function files(): Prisma.Sql {
  return Prisma.sql`SELECT id::text AS id, file_name AS label FROM import_run`;
}
