import "server-only";
import { db } from "#lib/db.ts";
import type { Sure } from "#lib/matching/assignment/sure.ts";

type Trust = { sure: Sure; right: number; judged: number; decided: number };

/** Keeps how far proposals of a Tribe may be trusted, as it is now. */
export async function keepSureness({ sure, right, judged, decided }: Trust, now: Date) {
  const threshold = sure.state === "not-yet" ? null : sure.threshold;
  await db().$executeRaw`
    INSERT INTO sureness AS s (id, state, threshold, "right", judged, decided, counted_at)
    VALUES ('tribe', ${sure.state}, ${threshold}, ${right}, ${judged}, ${decided}, ${now})
    ON CONFLICT (id) DO UPDATE SET state = EXCLUDED.state, threshold = EXCLUDED.threshold, "right" = EXCLUDED."right",
      judged = EXCLUDED.judged, decided = EXCLUDED.decided, counted_at = EXCLUDED.counted_at
    WHERE (s.state, s.threshold, s."right", s.judged, s.decided)
      IS DISTINCT FROM (EXCLUDED.state, EXCLUDED.threshold, EXCLUDED."right", EXCLUDED.judged, EXCLUDED.decided)`;
}
