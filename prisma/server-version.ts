import type { Client } from "pg";
import { z } from "zod";
import { pgRows } from "#lib/sql/pg-rows.ts";

const answer = z.object({ version: z.string() });

/** What the server says of itself, such as "18.1 (Debian 18.1-1)". */
export async function serverVersion(client: Client): Promise<string> {
  const [said] = await pgRows(client, answer)`
    SELECT current_setting('server_version') AS version`;
  return said?.version ?? "";
}
