import "server-only";
import { db } from "#lib/db.ts";
import type { Offer } from "#lib/proposals/advice/known.ts";
import { targetColumns } from "#lib/proposals/kinds.ts";
import type { Due } from "#lib/proposals/reads/due.ts";
import { onlyId } from "#lib/sql/columns.ts";
import { listRows } from "#lib/sql/rows.ts";

/** Of which rules and weights the proposals are. */
export const matcherVersion = 1;

/** What is proposed of an insight, all of it; nothing where there is nothing any more. */
export type Advice = { insightId: string; offers: readonly Offer[] };

/**
 * Proposes what is to be proposed now, and withdraws what no longer is; what people said of it stays. Those that
 * somebody works on at this moment are left for later, so that nobody waits: they stay due.
 * @returns those that were left
 */
export async function offer(all: readonly Advice[], due: readonly Due[]): Promise<string[]> {
  const ids = all.map(({ insightId }) => insightId);
  return db().$transaction(async (tx) => {
    const there = await listRows(tx, onlyId)`
      SELECT i.id::text AS id FROM insight i WHERE i.id = ANY (${ids}::uuid[]) ORDER BY i.id FOR NO KEY UPDATE SKIP LOCKED`;
    const held = new Set(there.map(({ id }) => id));
    const rows = all.filter(({ insightId }) => held.has(insightId)).flatMap(rowsOf);
    const given = JSON.stringify(rows);
    await tx.$executeRaw`
      DELETE FROM proposal p WHERE p.insight_id = ANY (${[...held]}::uuid[]) AND p.state = 'offered'
        AND NOT EXISTS (SELECT FROM jsonb_populate_recordset(NULL::proposal, ${given}::jsonb) o
          WHERE o.insight_id = p.insight_id AND o.kind = p.kind
            AND (o.tribe_id, o.theme_id, o.other_id, o.organisation_id, o.code)
              IS NOT DISTINCT FROM (p.tribe_id, p.theme_id, p.other_id, p.organisation_id, p.code))`;
    await tx.$executeRaw`
      INSERT INTO proposal AS p (insight_id, kind, tribe_id, team_id, theme_id, other_id, organisation_id, code, place,
        likelihood, reason, alike, alike_of, words, matcher_version)
      SELECT o.insight_id, o.kind, o.tribe_id, o.team_id, o.theme_id, o.other_id, o.organisation_id, o.code, o.place,
        o.likelihood, o.reason, o.alike, o.alike_of, o.words, ${matcherVersion}
      FROM jsonb_populate_recordset(NULL::proposal, ${given}::jsonb) o
      WHERE o.other_id IS NULL OR EXISTS (SELECT FROM insight WHERE id = o.other_id)
      ON CONFLICT (insight_id, kind, tribe_id, theme_id, other_id, organisation_id, code) DO UPDATE
      SET team_id = EXCLUDED.team_id, place = EXCLUDED.place, likelihood = EXCLUDED.likelihood,
        reason = EXCLUDED.reason, alike = EXCLUDED.alike, alike_of = EXCLUDED.alike_of, words = EXCLUDED.words,
        matcher_version = EXCLUDED.matcher_version, state = 'offered'
      WHERE p.state IN ('offered', 'stale')`;
    const left = await leftOf(tx, ids, held);
    const done = due.filter(({ insightId }) => !left.has(insightId)).map(({ id }) => id);
    await tx.$executeRaw`DELETE FROM proposal_due WHERE id = ANY (${done}::bigint[])`;
    return [...left];
  });
}

/** Those that are there and that somebody else holds; what is gone has nothing left to be done. */
async function leftOf(
  tx: Parameters<typeof listRows>[0],
  ids: readonly string[],
  held: ReadonlySet<string>,
): Promise<Set<string>> {
  const missing = ids.filter((id) => !held.has(id));
  if (missing.length === 0) return new Set();
  const rows = await listRows(tx, onlyId)`
    SELECT x.id::text AS id FROM insight x WHERE x.id = ANY (${missing}::uuid[])`;
  return new Set(rows.map(({ id }) => id));
}

const columnNames = {
  ...{ tribeId: "tribe_id", themeId: "theme_id", otherId: "other_id" },
  ...{ organisationId: "organisation_id", code: "code" },
} as const;

function rowsOf({ insightId, offers }: Advice) {
  const places = new Map<string, number>();
  return offers.map(({ kind, target, teamId, of, ...rest }) => {
    const place = (places.get(kind) ?? 0) + 1;
    places.set(kind, place);
    const column = columnNames[targetColumns[kind]];
    return {
      ...{ insight_id: insightId, kind, [column]: target, team_id: teamId, place, alike_of: of },
      ...rest,
    };
  });
}
