import "server-only";
import type { Client } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { hashing } from "#lib/backup/hashing.ts";
import { copied, type ShapeTable } from "#lib/backup/reads/database-shape.ts";

/** SHA-256 of a table's rows as they lie there. */
export async function digestTable(client: Client, table: ShapeTable): Promise<string> {
  const { pass, digest } = hashing();
  for await (const _ of pass(client.query(copyTo(`COPY ${copied(table)} TO STDOUT`))));
  return digest();
}
