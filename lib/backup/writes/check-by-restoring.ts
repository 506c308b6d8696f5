import "server-only";
import { type Client, DatabaseError } from "pg";
import { z } from "zod";
import { checkBackup } from "#lib/backup/check-backup.ts";
import { restoreBackup } from "#lib/backup/writes/restore-backup.ts";
import { listBroken } from "#lib/doctor/invariants.ts";
import { databaseUrl } from "#lib/env.ts";
import { UserError } from "#lib/errors.ts";
import { withOwnConnection } from "#lib/export/reads/own-connection.ts";
import { pgRows } from "#lib/sql/pg-rows.ts";

const here = z.object({ company: z.string(), scratch: z.string() });

/**
 * Brings a backup back into a database that is made for it beside the company's, each table to the digest it had, looks
 * whether all rules hold there, and removes it again.
 * @throws what is wrong with it; `backup-check-refused` where this account may not make a database
 */
export async function checkByRestoring(folder: string): Promise<void> {
  const checked = await checkBackup(folder);
  await withOwnConnection(async (client) => {
    const [named] = await pgRows(client, here)`
      SELECT current_database() AS company, quote_ident(left(current_database(), 57) || '_check') AS scratch`;
    if (!named) return;
    const { scratch } = named;
    // What a kill left of the last one.
    await client.query(`DROP DATABASE IF EXISTS ${scratch} WITH (FORCE)`);
    await make(client, scratch);
    try {
      const url = new URL(databaseUrl());
      url.pathname = `/${encodeURIComponent(`${named.company.slice(0, 57)}_check`)}`;
      await restoreBackup(folder, checked, url.href);
      await withOwnConnection(lookAtRules, url.href);
    } finally {
      await client.query(`DROP DATABASE IF EXISTS ${scratch} WITH (FORCE)`);
    }
  });
}

async function make(client: Client, scratch: string): Promise<void> {
  try {
    await client.query(`CREATE DATABASE ${scratch}`);
  } catch (error) {
    if (error instanceof DatabaseError && error.code === "42501")
      throw new UserError("backup-check-refused");
    throw error;
  }
}

async function lookAtRules(client: Client): Promise<void> {
  const [broken] = await listBroken(client);
  if (broken) throw new UserError("backup-breaks-rule", { rule: broken.rule });
}
