import type { PersonActor } from "#lib/auth/actor.ts";
import { findActorByEmail } from "#lib/auth/reads/actors.ts";
import { momentAt } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import {
  sampleDepartments,
  sampleMembers,
  sampleTeams,
  sampleTribes,
} from "#prisma/sample/organisation.ts";
import { lookup } from "#prisma/seed/lookup.ts";

export type StaffTribe = {
  id: string;
  code: string;
  leadPm: PersonActor;
  engineeringManager: PersonActor;
};
export type StaffTeam = {
  id: string;
  code: string;
  tribe: StaffTribe;
  pm: PersonActor;
  leadDeveloper: PersonActor;
};

/** The company's people as they act, with the ids of what they are in. */
export type Staff = {
  departmentIds: ReadonlyMap<string, string>;
  tribes: ReadonlyMap<string, StaffTribe>;
  teams: ReadonlyMap<string, StaffTeam>;
  /** By name. */
  people: ReadonlyMap<string, PersonActor>;
};

/** Reads back what company.ts made. `now`: a moment when everyone wears their hats. */
export async function findStaff(now: Date): Promise<Staff> {
  const found = await Promise.all(
    sampleMembers.map(async ({ name, email }) => ({
      name,
      actor: await findActorByEmail(email, momentAt(now)),
    })),
  );
  const people = new Map(
    found.flatMap(({ name, actor }) => (actor ? [[name, actor] as const] : [])),
  );
  const [departments, tribeRows, teamRows] = await Promise.all([
    db().department.findMany({ select: { id: true, name: true } }),
    db().tribe.findMany({ select: { id: true, code: true } }),
    db().team.findMany({ select: { id: true, name: true } }),
  ]);
  const departmentByName = new Map(departments.map(({ id, name }) => [name, id]));
  const tribeIds = new Map(tribeRows.map(({ id, code }) => [code, id]));
  const teamIds = new Map(teamRows.map(({ id, name }) => [name, id]));
  const tribes = new Map(
    sampleTribes.map(({ code, leadPm, engineeringManager }) => [
      code,
      {
        id: lookup(tribeIds, code),
        code,
        leadPm: lookup(people, leadPm),
        engineeringManager: lookup(people, engineeringManager),
      },
    ]),
  );
  const teams = new Map(
    sampleTeams.map(({ code, name, tribe, pm }) => [
      code,
      {
        id: lookup(teamIds, name),
        code,
        tribe: lookup(tribes, tribe),
        pm: lookup(people, pm),
        leadDeveloper: lookup(people, leadDeveloperOf(code) ?? pm),
      },
    ]),
  );
  const departmentIds = new Map(
    sampleDepartments.map(({ code, name }) => [code, lookup(departmentByName, name)]),
  );
  return { departmentIds, tribes, teams, people };
}

function leadDeveloperOf(teamCode: string): string | undefined {
  return sampleMembers.find(({ hats }) =>
    hats.some(
      ({ hat, scope }) =>
        hat === "lead-developer" && scope.type === "team" && scope.code === teamCode,
    ),
  )?.name;
}
