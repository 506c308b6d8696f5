import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { hatCodes } from "#lib/auth/hats.ts";
import { authorise } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { teamRoles } from "#lib/people/schema.ts";
import { type Moment, todayOf } from "#lib/quarter.ts";
import { holdsOn } from "#lib/sql/dated.ts";
import { listRows } from "#lib/sql/rows.ts";
import { type Shortfall, shortfallsOf } from "#lib/tribes/completeness.ts";

const wornHat = z.object({
  personId: z.guid(),
  name: z.string(),
  role: z.enum([...hatCodes, ...teamRoles]),
});
type Worn = z.output<typeof wornHat>;

const foundTeam = z.object({
  id: z.guid(),
  name: z.string(),
  version: z.number(),
  specialities: z.array(z.string()),
  bandLow: z.number().nullable(),
  bandHigh: z.number().nullable(),
  worn: z.array(wornHat),
});

const foundTribe = z.object({
  id: z.guid(),
  code: z.string(),
  name: z.string(),
  mission: z.string(),
  position: z.number(),
  version: z.number(),
  bandLow: z.number(),
  bandHigh: z.number(),
  worn: z.array(wornHat),
  teams: z.array(foundTeam),
});

export type TeamPerson = { id: string; name: string; roles: Worn["role"][] };

export type TeamInChart = Omit<z.output<typeof foundTeam>, "worn"> & {
  people: TeamPerson[];
  /** Empty when the team is complete. */
  shortfalls: Shortfall[];
};

export type TribeInChart = Omit<z.output<typeof foundTribe>, "worn" | "teams"> & {
  /** Hats worn for the Tribe itself: Lead PM, Engineering Manager, designer, deputy. */
  people: TeamPerson[];
  teams: TeamInChart[];
};
/** The org chart of today: who is what in which Tribe and team. A hat for a team and a place in it count alike. */
export async function listTribes(viewer: Actor, at: Moment): Promise<TribeInChart[]> {
  authorise(viewer, "people:read");
  const today = todayOf(at);
  const found = await listRows(db(), foundTribe)`
    WITH worn AS (
      SELECT h.tribe_id, h.team_id, h.person_id, h.code AS role FROM hat h
      WHERE ${holdsOn("h", today)}
      UNION SELECT NULL, m.team_id, m.person_id, m.role FROM membership m
      WHERE ${holdsOn("m", today)}
    ), placed AS (
      SELECT w.tribe_id, w.team_id, jsonb_agg(jsonb_build_object('personId', p.id, 'name', p.name, 'role', w.role)
        ORDER BY p.name COLLATE "fr-x-icu", w.role) AS people
      FROM worn w JOIN person p ON p.id = w.person_id AND p.deactivated_at IS NULL
      WHERE num_nonnulls(w.tribe_id, w.team_id) = 1 GROUP BY w.tribe_id, w.team_id
    )
    SELECT b.id::text AS id, b.code, b.name, b.mission, b.position, b.version, b.band_low AS "bandLow",
      b.band_high AS "bandHigh", coalesce(own.people, '[]') AS worn, coalesce(teams.rows, '[]') AS teams
    FROM tribe b
    LEFT JOIN placed own ON own.tribe_id = b.id
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'version', t.version,
        'specialities', coalesce(t.specialities, '{}'), 'bandLow', t.band_low, 'bandHigh', t.band_high,
        'worn', coalesce(in_team.people, '[]')) ORDER BY t.position, t.name) AS rows
      FROM team t LEFT JOIN placed in_team ON in_team.team_id = t.id
      WHERE t.tribe_id = b.id AND t.archived_at IS NULL
    ) AS teams ON true
    WHERE b.archived_at IS NULL ORDER BY b.position`;
  return found.map(({ worn, teams, ...tribe }) => ({
    ...tribe,
    people: grouped(worn),
    teams: teams.map(({ worn: members, ...team }) => ({
      ...team,
      people: grouped(members),
      shortfalls: shortfallsOf(members),
    })),
  }));
}

/** Everybody once, whoever leads first. */
function grouped(worn: readonly Worn[]): TeamPerson[] {
  const people = [...Map.groupBy(worn, ({ personId }) => personId).values()].map((parts) => ({
    id: parts[0]?.personId ?? "",
    name: parts[0]?.name ?? "",
    roles: [...new Set(parts.map(({ role }) => role))].toSorted(byRank),
  }));
  return people.toSorted((one, other) => byRank(one.roles[0] ?? "", other.roles[0] ?? ""));
}

const ranks = ["lead-pm", "engineering-manager", "deputy", "pm", "lead-developer", "developer"];

function byRank(one: string, other: string): number {
  const rank = (role: string) => (ranks.includes(role) ? ranks.indexOf(role) : ranks.length);
  return rank(one) - rank(other);
}
