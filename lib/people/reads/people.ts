import { type HatCode, hatCodes } from "#lib/auth/hats.ts";
import { type TeamRole, teamRoles } from "#lib/people/schema.ts";
import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { hasBegun } from "#lib/auth/reads/sessions.ts";
import { db } from "#lib/db.ts";
import { fold } from "#lib/fold.ts";
import { type Moment, todayOf } from "#lib/quarter.ts";
import { named } from "#lib/sql/columns.ts";
import { holdsOn } from "#lib/sql/dated.ts";
import { listRows } from "#lib/sql/rows.ts";
import { likeText } from "#lib/text.ts";

const hatCode = z.enum(hatCodes);
const teamRole = z.enum(teamRoles);

const personRow = z.object({
  id: z.guid(),
  name: z.string(),
  email: z.string(),
  department: z.string().nullable(),
  manager: z.string().nullable(),
  hats: z.array(z.object({ code: hatCode, place: z.string().nullable() })),
  teams: z.array(z.string()),
  isClosed: z.boolean(),
});
export type PersonRow = z.output<typeof personRow>;

const listLimit = 500;

/** People by name, 500 at most; `q` looks in names and addresses. For those who keep the org chart. */
export async function listPeople(viewer: Actor, q: string, at: Moment): Promise<PersonRow[]> {
  authorise(viewer, "people:manage");
  const today = todayOf(at);
  const sought = `%${likeText(q)}%`;
  return listRows(db(), personRow)`
    SELECT p.id::text AS id, p.name, p.email, d.name AS department, m.name AS manager,
      p.deactivated_at IS NOT NULL AS "isClosed",
      coalesce((SELECT jsonb_agg(jsonb_build_object('code', h.code, 'place', coalesce(t.name, b.name, dep.name)) ORDER BY h.starts_on)
        FROM hat h LEFT JOIN team t ON t.id = h.team_id LEFT JOIN tribe b ON b.id = h.tribe_id
        LEFT JOIN department dep ON dep.id = h.department_id
        WHERE h.person_id = p.id AND ${holdsOn("h", today)}), '[]') AS hats,
      coalesce((SELECT jsonb_agg(t.name ORDER BY t.name) FROM membership s JOIN team t ON t.id = s.team_id
        WHERE s.person_id = p.id AND ${holdsOn("s", today)}), '[]') AS teams
    FROM person p LEFT JOIN department d ON d.id = p.department_id LEFT JOIN person m ON m.id = p.manager_id
    WHERE unaccented(p.name) ILIKE unaccented(${sought}) OR p.email ILIKE ${sought}
    ORDER BY p.deactivated_at IS NOT NULL, p.name COLLATE "fr-x-icu" LIMIT ${listLimit}`;
}

export type PersonFile = {
  id: string;
  name: string;
  email: string;
  language: string;
  departmentId: string | null;
  managerId: string | null;
  version: number;
  isClosed: boolean;
  /** Whether the account is somebody's already, who alone may open it. */
  hasBegun: boolean;
  hats: {
    id: string;
    code: HatCode;
    place: string | null;
    startsOn: string;
    endsOn: string | null;
  }[];
  memberships: {
    id: string;
    team: string;
    role: TeamRole;
    startsOn: string;
    endsOn: string | null;
  }[];
};

/** One person with all hats and places, past ones too; null when there is none. */
export async function findPerson(viewer: Actor, id: string): Promise<PersonFile | null> {
  authorise(viewer, "people:manage");
  const person = await db().person.findUnique({
    where: { id },
    select: {
      ...{ id: true, name: true, email: true, language: true, version: true },
      ...{ departmentId: true, managerId: true, deactivatedAt: true },
      hats: {
        select: {
          ...{ id: true, code: true, startsOn: true, endsOn: true },
          tribe: { select: { name: true } },
          team: { select: { name: true } },
          department: { select: { name: true } },
        },
        orderBy: { startsOn: "desc" },
      },
      memberships: {
        select: {
          id: true,
          role: true,
          startsOn: true,
          endsOn: true,
          team: { select: { name: true } },
        },
        orderBy: { startsOn: "desc" },
      },
    },
  });
  if (!person) return null;
  const { deactivatedAt, hats, memberships, ...fields } = person;
  return {
    ...fields,
    isClosed: deactivatedAt !== null,
    hasBegun: await hasBegun(id),
    hats: hats.map(({ tribe, team, department, ...hat }) => ({
      ...hat,
      ...days(hat),
      code: hatCode.parse(hat.code),
      place: (team ?? tribe ?? department)?.name ?? null,
    })),
    memberships: memberships.map(({ team, ...one }) => ({
      ...one,
      ...days(one),
      role: teamRole.parse(one.role),
      team: team.name,
    })),
  };
}

export type PlaceChoices = {
  people: { id: string; name: string }[];
  departments: { id: string; name: string }[];
  tribes: { id: string; name: string }[];
  teams: { id: string; name: string }[];
};

/** What a form about a person offers. */
export async function listPlaceChoices(viewer: Actor): Promise<PlaceChoices> {
  authorise(viewer, "people:manage");
  const select = { id: true, name: true } as const;
  const open = { where: { archivedAt: null }, select } as const;
  const [people, departments, tribes, teams] = await Promise.all([
    listOpenPeople(),
    db().department.findMany({ ...open, orderBy: { name: "asc" } }),
    db().tribe.findMany({ ...open, orderBy: { position: "asc" } }),
    db().team.findMany({ ...open, orderBy: { name: "asc" } }),
  ]);
  return { people, departments, tribes, teams };
}

/** Everybody whose account is open, by name. */
export function listOpenPeople(): Promise<{ id: string; name: string }[]> {
  return listRows(db(), named)`
    SELECT id::text AS id, name FROM person WHERE deactivated_at IS NULL ORDER BY name COLLATE "fr-x-icu"`;
}

/** The first eight whose names hold each typed word, however it is written, by name. */
export async function listPeopleNamed(
  viewer: Actor,
  text: string,
): Promise<{ id: string; name: string }[]> {
  authorise(viewer, "people:read");
  const words = fold(text).split(" ").filter(Boolean);
  const everybody = await listOpenPeople();
  return everybody
    .filter(({ name }) => words.every((word) => fold(name).includes(word)))
    .slice(0, 8);
}

function days({ startsOn, endsOn }: { startsOn: Date; endsOn: Date | null }) {
  return {
    startsOn: startsOn.toISOString().slice(0, 10),
    endsOn: endsOn?.toISOString().slice(0, 10) ?? null,
  };
}
