import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise, can } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { insightsBehind } from "#lib/initiatives/reads/insights-behind.ts";
import { riceScore, writtenScore } from "#lib/initiatives/rice.ts";
import { riceShape, unplanned } from "#lib/initiatives/rice-shape.ts";
import { type InitiativeFilters, kinds, origins } from "#lib/initiatives/schema.ts";
import { shiftQuarter } from "#lib/quarter.ts";
import { listRows } from "#lib/sql/rows.ts";
import { hanging } from "#lib/sql/whole-insights.ts";
import { likeText } from "#lib/text.ts";

const foundInitiative = riceShape.extend({
  id: z.guid(),
  number: z.number(),
  title: z.string(),
  kind: z.enum(kinds),
  origin: z.enum(origins),
  team: z.string(),
  tribeCode: z.string(),
  tribeName: z.string(),
  tribePosition: z.number(),
  /** Distinct organisations behind the insights of its themes. */
  customers: z.number(),
  /** Quarters that it is planned in, oldest first. */
  quarters: z.array(z.string()),
});

export type InitiativeRow = z.output<typeof foundInitiative> & { score: number | null };

const MOST_ROWS = 500;

/** Initiatives that are not archived; the best score first unless asked otherwise, unscored ones last. */
export async function listInitiatives(
  viewer: Actor,
  asked: InitiativeFilters,
): Promise<InitiativeRow[]> {
  authorise(viewer, "initiative:read");
  const sees = can(viewer, "plan:read");
  const { tribe, team, kind, text } = asked;
  // What somebody doesn't see they can't sort or choose by either.
  const filters: InitiativeFilters = sees ? asked : { tribe, team, kind, text, sort: "newest" };
  const rows = await listRows(db(), foundInitiative)`
    SELECT i.id::text AS id, i.number, i.title, i.kind, i.origin, i.reach, i.impact_hundredths AS "impactHundredths",
      i.confidence_hundredths AS "confidenceHundredths", i.effort_half_months AS "effortHalfMonths",
      t.name AS team, b.code AS "tribeCode", b.name AS "tribeName", b.position AS "tribePosition",
      (SELECT count(DISTINCT l.organisation_id)::int FROM ${hanging("insight_organisation")}
        WHERE m.root_id IN (${insightsBehind})) AS customers,
      (SELECT coalesce(array_agg(DISTINCT r.quarter ORDER BY r.quarter), '{}') FROM roadmap_item r
        WHERE r.initiative_id = i.id) AS quarters
    FROM initiative i JOIN team t ON t.id = i.team_id JOIN tribe b ON b.id = t.tribe_id
    WHERE ${filters.year ? Prisma.sql`true` : Prisma.sql`i.archived_at IS NULL`} ${conditions(filters)}
    ORDER BY i.number DESC LIMIT ${MOST_ROWS}`;
  return sorted(
    rows.map((row) => {
      const shown = sees ? row : { ...row, ...unplanned, quarters: [] };
      return { ...shown, score: writtenScore(shown) };
    }),
    filters.sort,
  );
}

const named = z.object({ id: z.guid(), number: z.number(), title: z.string() });

/** Those of that number, or whose title holds each typed word; the newest first. */
export async function listInitiativesNamed(
  viewer: Actor,
  text: string,
  limit: number,
): Promise<z.output<typeof named>[]> {
  authorise(viewer, "initiative:read");
  const words = text.trim().split(/\s+/).slice(0, 10);
  return listRows(db(), named)`
    SELECT i.id::text AS id, i.number, i.title FROM initiative i
    WHERE i.archived_at IS NULL AND ${Prisma.join(words.map(matches), " AND ")}
    ORDER BY i.number DESC LIMIT ${limit}`;
}

function conditions(filters: InitiativeFilters): Prisma.Sql {
  const { tribe, team, kind, origin, quarter, year, text } = filters;
  const parts = [
    tribe ? Prisma.sql`AND b.code = ${tribe}` : null,
    team ? Prisma.sql`AND t.id = ${team}::uuid` : null,
    kind ? Prisma.sql`AND i.kind = ${kind}` : null,
    origin ? Prisma.sql`AND i.origin = ${origin}` : null,
    quarter === "none"
      ? Prisma.sql`AND NOT EXISTS (SELECT FROM roadmap_item r WHERE r.initiative_id = i.id)`
      : null,
    quarter && quarter !== "none"
      ? Prisma.sql`AND EXISTS (SELECT FROM roadmap_item r WHERE r.initiative_id = i.id AND r.quarter = ${quarter})`
      : null,
    year
      ? Prisma.sql`AND EXISTS (SELECT FROM roadmap_item r WHERE r.initiative_id = i.id
          AND r.quarter BETWEEN ${shiftQuarter(year, -3)} AND ${year})`
      : null,
    text ? Prisma.sql`AND ${matches(text)}` : null,
  ];
  return Prisma.join(parts.filter((part) => part !== null).concat(Prisma.empty), " ");
}

/** Its number ("INI-12" or "12") or part of its title, case and accents aside. */
function matches(text: string): Prisma.Sql {
  const number = /^(?:ini-?)?(\d{1,9})$/i.exec(text)?.[1];
  if (number) return Prisma.sql`i.number = ${Number(number)}`;
  const pattern = `%${likeText(text)}%`;
  return Prisma.sql`unaccented(lower(i.title)) LIKE unaccented(lower(${pattern}))`;
}

function sorted(rows: InitiativeRow[], sort: InitiativeFilters["sort"]): InitiativeRow[] {
  const worth = {
    score: (row: InitiativeRow) => riceScore(row),
    newest: (row: InitiativeRow) => row.number,
    reach: (row: InitiativeRow) => row.reach,
    effort: (row: InitiativeRow) => row.effortHalfMonths,
  }[sort];
  return rows.toSorted((a, b) => (worth(b) ?? -1) - (worth(a) ?? -1) || b.number - a.number);
}
