import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { hashPassword } from "#lib/auth/password.ts";

export const person = { email: "bastien@bench.example", password: "a password for benchmarks" };

/** Words that the benchmark searches for, with the share of the texts in their language that hold them. */
export const sought = {
  rare: ["zinguerie", "soldering"],
  middling: ["radiateur", "chimney", "chaufferie", "thermostat"],
  common: ["chaudière", "boiler"],
};

/** Fills a migrated, empty database with a company of so many insights and one person who may see and sort them all. */
export async function fillCompany(databaseUrl: string, rows: number): Promise<void> {
  const sql = readFileSync(join(import.meta.dirname, "sql/company.sql"), "utf8");
  const hash = await hashPassword(person.password);
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    // On a busy machine it takes longer than anything that people wait for.
    await client.query("SET statement_timeout = 0");
    await client.query(sql.replaceAll("$ROWS", String(rows)).replace("$PASSWORD", () => hash));
    // What PostgreSQL does by itself some minutes after an import.
    await client.query("VACUUM ANALYZE");
  } finally {
    await client.end();
  }
}
