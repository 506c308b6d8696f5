import "server-only";
import { z } from "zod";
import { db } from "#lib/db.ts";
import type { Choices } from "#lib/proposals/advice/known.ts";
import { listRows } from "#lib/sql/rows.ts";

const tribe = z.object({ id: z.guid(), name: z.string(), mission: z.string() });
const team = z.object({
  id: z.guid(),
  tribeId: z.guid(),
  name: z.string(),
  specialities: z.array(z.string()),
});
const theme = z.object({
  id: z.guid(),
  title: z.string(),
  description: z.string(),
  tribeId: z.guid(),
  createdAt: z.number(),
});
const customer = z.object({ id: z.guid(), name: z.string(), domains: z.array(z.string()) });

/** What may be proposed: Tribes, teams, themes and customers that are there. */
export async function listChoices(): Promise<Choices> {
  const [tribes, teams, themes, customers] = await Promise.all([
    listRows(db(), tribe)`
      SELECT id::text AS id, name, mission FROM tribe WHERE archived_at IS NULL ORDER BY position, id`,
    listRows(db(), team)`
      SELECT id::text AS id, tribe_id::text AS "tribeId", name, specialities FROM team WHERE archived_at IS NULL
      ORDER BY position, id`,
    listRows(db(), theme)`
      SELECT id::text AS id, title, description, tribe_id::text AS "tribeId",
        (extract(epoch FROM created_at) * 1000)::float8 AS "createdAt"
      FROM theme WHERE archived_at IS NULL ORDER BY id`,
    listRows(db(), customer)`
      SELECT id::text AS id, name, domains FROM organisation WHERE archived_at IS NULL ORDER BY id`,
  ]);
  return { tribes, teams, themes, customers };
}
