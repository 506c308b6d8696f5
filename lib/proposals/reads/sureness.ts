import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import type { Sureness } from "#lib/proposals/views.ts";
import { findRow } from "#lib/sql/rows.ts";

const counted = z.object({
  state: z.enum(["earned", "not-yet", "withdrawn"]),
  right: z.number(),
  judged: z.number(),
  decided: z.number(),
});

/** How far "sure" may be trusted where a Tribe is proposed. */
export async function findSureness(viewer: Actor): Promise<Sureness> {
  authorise(viewer, "insight:list");
  const row = await findRow(db(), counted)`
    SELECT state, "right", judged, decided FROM sureness WHERE id = 'tribe'`;
  return row ?? { state: "not-yet", right: 0, judged: 0, decided: 0 };
}
