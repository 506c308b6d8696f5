import "server-only";
import { z } from "zod";
import { UserError } from "#lib/errors.ts";
import type { Write } from "#lib/operations/write.ts";
import { findRow } from "#lib/sql/rows.ts";

const themePlace = z.object({ tribeId: z.guid(), teamId: z.guid().nullable() });

/** Locked until the transaction ends, so that nothing is put under what is being archived. @throws UserError `not-found` */
export async function lockTheme(w: Write, id: string) {
  const theme = await findRow(w.tx, themePlace)`
    SELECT tribe_id::text AS "tribeId", team_id::text AS "teamId" FROM theme
    WHERE id = ${id}::uuid AND archived_at IS NULL FOR NO KEY UPDATE`;
  if (!theme) throw new UserError("not-found");
  return theme;
}
