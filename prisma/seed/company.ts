import { type Actor, system } from "#lib/auth/actor.ts";
import { hashPassword } from "#lib/auth/password.ts";
import { findActorByEmail } from "#lib/auth/reads/actors.ts";
import { momentAt } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { teamRoles } from "#lib/people/schema.ts";
import { giveHat, startMembership } from "#lib/people/writes/hats.ts";
import { addPerson } from "#lib/people/writes/people.ts";
import { setBand } from "#lib/roadmap/writes/limits.ts";
import { saveDepartment, saveTeam, saveTribe } from "#lib/tribes/writes/tribes.ts";
import type { SampleMember, SampleScope } from "#prisma/sample/member.ts";
import {
  sampleDepartments,
  sampleMembers,
  sampleTeams,
  sampleTribes,
} from "#prisma/sample/organisation.ts";
import signIns from "#prisma/sample/sign-ins.json" with { type: "json" };
import { callAt, type History } from "#prisma/seed/history.ts";
import { inParallel } from "#prisma/seed/in-parallel.ts";
import { lookup } from "#prisma/seed/lookup.ts";
import { findStaff, type Staff } from "#prisma/seed/staff.ts";

type Ids = Map<string, string>;
type Places = { departments: Ids; tribes: Ids; teams: Ids };

/** Departments, Tribes, teams and people: entered by Product Ops, once Product Ops is entered. */
export async function makeCompany(history: History): Promise<Staff> {
  const call = () => callAt(history, history.founded);
  const places = await makePlaces(call);
  const { people, actor } = await makePeople(places.departments, call, async (made) => {
    await dress(system, productOps, made, places, call);
    return (await findActorByEmail(productOps.email, momentAt(history.founded))) ?? system;
  });
  const others = sampleMembers.filter((member) => member !== productOps);
  await inParallel(others, (member) => dress(actor, member, people, places, call));
  await givePasswords();
  const staff = await findStaff(history.founded);
  await setBands(history, staff);
  return staff;
}

/** First those above Product Ops and Product Ops, then Product Ops adds the others, managers before their people. */
async function makePeople(
  departments: Ids,
  at: At,
  dressProductOps: (people: Ids) => Promise<Actor>,
) {
  const made: Ids = new Map();
  const add = async (actor: Actor, { name, email, language, ...member }: SampleMember) => {
    const managerId = member.manager === null ? null : lookup(made, member.manager);
    const departmentId = lookup(departments, member.department);
    const input = { name, email, language, departmentId, managerId };
    made.set(name, (await addPerson(actor, input, at())).id);
  };
  const first = sampleMembers.slice(0, sampleMembers.indexOf(productOps) + 1);
  for (const member of first) await add(system, member);
  const actor = await dressProductOps(made);
  let left = sampleMembers.filter((member) => !first.includes(member));
  while (left.length > 0) {
    const next = left.filter(({ manager }) => manager === null || made.has(manager));
    if (next.length === 0) throw new Error("The sample's managers go round in a circle");
    await inParallel(next, (member) => add(actor, member));
    left = left.filter(({ name }) => !made.has(name));
  }
  return { people: made, actor };
}

type At = () => ReturnType<typeof callAt>;

const productOps = findProductOps();

function findProductOps(): SampleMember {
  const found = sampleMembers.find(({ hats }) => hats.some(({ hat }) => hat === "product-ops"));
  if (!found) throw new Error("The sample has no Product Ops");
  return found;
}

async function makePlaces(at: At): Promise<Places> {
  const places: Places = { departments: new Map(), tribes: new Map(), teams: new Map() };
  for (const { code, name } of sampleDepartments) {
    const { id } = await saveDepartment(system, { id: null, version: null, name }, at());
    places.departments.set(code, id);
  }
  for (const { code, name, mission } of sampleTribes) {
    const fields = { code, name, mission, bandLow: 20, bandHigh: 50 };
    const { id } = await saveTribe(system, { id: null, version: null, ...fields }, at());
    places.tribes.set(code, id);
  }
  for (const { code, name, tribe, specialities } of sampleTeams) {
    const fields = { name, tribeId: lookup(places.tribes, tribe), specialities };
    const ofTribe = { bandLow: null, bandHigh: null };
    const { id } = await saveTeam(system, { id: null, version: null, ...fields, ...ofTribe }, at());
    places.teams.set(code, id);
  }
  return places;
}

/** Gives a person their hats, and their place in the team that a hat is worn in. */
async function dress(actor: Actor, member: SampleMember, people: Ids, places: Places, at: At) {
  const personId = lookup(people, member.name);
  for (const { hat: code, scope } of member.hats) {
    const scopeIds = idsOf(scope, places);
    const period = { startsOn: null, endsOn: null };
    await giveHat(actor, { personId, code, ...scopeIds, ...period }, at());
    const role = teamRoles.find((known) => known === code);
    if (role === undefined || scopeIds.teamId === null) continue;
    await startMembership(actor, { personId, teamId: scopeIds.teamId, role, startsOn: null }, at());
  }
}

function idsOf(scope: SampleScope, { departments, tribes, teams }: Places) {
  return {
    tribeId: scope.type === "tribe" ? lookup(tribes, scope.code) : null,
    teamId: scope.type === "team" ? lookup(teams, scope.code) : null,
    departmentId: scope.type === "department" ? lookup(departments, scope.code) : null,
  };
}

/** Everybody signs in with the same: hashed once, and past the commands, which would hash it for each. Nobody is new. */
async function givePasswords(): Promise<void> {
  const [first] = signIns;
  if (!first) return;
  const passwordHash = await hashPassword(first.password);
  await db().person.updateMany({ data: { passwordHash, isNewcomer: false } });
}

async function setBands(history: History, { tribes }: Staff): Promise<void> {
  for (const { code, band } of sampleTribes) {
    const { id, leadPm } = lookup(tribes, code);
    const call = callAt(history, new Date(history.founded.getTime() + 86_400_000));
    await setBand(leadPm, { perimeter: "tribe", tribeId: id, band }, call);
  }
}
