import { databaseUrl } from "#lib/env.ts";
import "server-only";
import { Client } from "pg";
import { z } from "zod";
import { pgRows } from "#lib/sql/pg-rows.ts";

const taken = z.object({ isTaken: z.boolean() });

/**
 * One matcher at a time writes proposals, whatever number of instances there are: it holds a lock of its session, which
 * ends with it. @returns how to leave it, and whether it is still held; null while another holds it
 */
export async function holdMatcher() {
  const client = new Client({
    connectionString: databaseUrl(),
    application_name: "tribune matcher",
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
  });
  let isHeld = true;
  client.on("error", () => {});
  client.on("end", () => {
    isHeld = false;
  });
  await client.connect();
  const [row] = await pgRows(client, taken)`
    SELECT pg_try_advisory_lock(hashtextextended('matcher', 0)) AS "isTaken"`;
  const leave = () => client.end().catch(() => {});
  if (row?.isTaken) return { isHeld: () => isHeld, leave };
  await leave();
  return null;
}
