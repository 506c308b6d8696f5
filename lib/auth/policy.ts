import type { Actor, PersonActor, WornHat } from "#lib/auth/actor.ts";
import { type HatCode, hatSets, type PermissionSet } from "#lib/auth/hats.ts";
import { UserError } from "#lib/errors.ts";

// Who may do what: four sets (everyone is a contributor), asked by commands and by screens alike. What is not
// listed here is refused.

/** What an act is about: the Tribe or team it touches, or the person who owns it. */
export type Scope = {
  tribeId?: string | null;
  teamId?: string | null;
  departmentId?: string | null;
  ownerId?: string | null;
};

type Rule = (person: PersonActor, scope: Scope) => boolean;

const anyone: Rule = () => true;
/** The command line alone. */
const nobody: Rule = () => false;
const sets =
  (...allowed: PermissionSet[]): Rule =>
  (person) =>
    permissionSets(person).some((set) => allowed.includes(set));
const hats =
  (...allowed: HatCode[]): Rule =>
  (person) =>
    person.hats.some((hat) => allowed.includes(hat.code));
const either =
  (...rules: Rule[]): Rule =>
  (person, scope) =>
    rules.some((rule) => rule(person, scope));

/** A lead of that very Tribe; the CPO leads all. */
const leadOfTribe: Rule = (person, scope) =>
  person.hats.some((hat) => hat.code === "cpo" || (leads(hat) && hat.tribeId === scope.tribeId));
/** Who stands in for a lead names nobody: a lead's own hat does. */
const leadInPerson: Rule = ({ hats: worn, ...person }, scope) =>
  leadOfTribe({ ...person, hats: worn.filter((hat) => hat.code !== "deputy") }, scope);
const pmOfTeam: Rule = (person, scope) =>
  person.hats.some(
    (hat) => hat.code === "pm" && hat.teamId !== null && hat.teamId === scope.teamId,
  );
const ofDepartment: Rule = (person, scope) =>
  person.hats.some((hat) => hat.departmentId !== null && hat.departmentId === scope.departmentId);
const owner: Rule = (person, scope) => scope.ownerId === person.id;

export const policy = {
  "insight:hand-in": anyone,
  "insight:list": sets("product", "lead", "admin"),
  "insight:triage": sets("product", "lead"),
  /** A week of one's own against another's; who keeps the frame swaps any. */
  "duty:exchange": sets("product", "lead", "admin"),
  "duty:give": sets("admin"),
  "insight:answer": sets("product", "lead"),
  "insight:comment": anyone,
  "insight:share-out": leadOfTribe,
  "insight:claim": either(pmOfTeam, leadOfTribe),
  "customer:read": anyone,
  "theme:read": sets("product", "lead", "admin"),
  "theme:comment": sets("product", "lead", "admin"),
  "theme:edit": sets("product", "lead"),
  "initiative:read": anyone,
  "initiative:comment": anyone,
  "initiative:edit": sets("product", "lead"),
  "initiative:score": sets("product", "lead"),
  "catalogue:read": anyone,
  "catalogue:edit": sets("product", "lead", "admin"),
  /** As Now, Next and Later: what is planned, and of which Tribe. */
  "roadmap:read": anyone,
  /** Quarters, scores, efforts, bands, and where an initiative came from: not for everybody outside Product. */
  "plan:read": either(sets("product", "lead", "admin"), hats("ceo", "comex")),
  "roadmap:draft": sets("product", "lead"),
  "roadmap:commit": leadOfTribe,
  "capacity:set": leadOfTribe,
  "band:set": either(sets("admin"), leadOfTribe),
  "okr:read": anyone,
  "okr:edit-company": hats("ceo", "comex", "cpo"),
  "okr:edit-department": either(sets("lead"), hats("ceo", "comex")),
  "okr:edit-individual": owner,
  "okr:check-in": either(sets("product", "lead"), hats("ceo", "comex"), ofDepartment),
  "okr:link": sets("product", "lead"),
  "dashboard:read": either(sets("product", "lead", "admin"), hats("ceo", "comex")),
  "import:run": sets("admin"),
  "import:read": sets("admin"),
  "source:manage": sets("admin"),
  "people:read": anyone,
  "people:manage": sets("admin"),
  /** Whoever could give somebody a password could be them. */
  "password:give": nobody,
  "deputy:name": either(sets("admin"), leadInPerson),
  "settings:manage": sets("admin"),
  "audit:read": sets("lead", "admin"),
  "own-settings:edit": anyone,
  "saved-view:edit": anyone,
  /** One's own acts; each asks besides for the right to do it. */
  "operation:undo": anyone,
} as const satisfies Record<string, Rule>;

export type Permission = keyof typeof policy;

export function permissionSets(person: PersonActor): PermissionSet[] {
  return [
    ...new Set<PermissionSet>(["contributor", ...person.hats.map((hat) => hatSets[hat.code])]),
  ];
}

export function can(actor: Actor, permission: Permission, scope: Scope = {}): boolean {
  return actor.kind === "system" || policy[permission](actor, scope);
}

/** Whether there is anything at all that they may do it to: asked before it is known what an act is about. */
export function canSomewhere(actor: Actor, permission: Permission): boolean {
  if (actor.kind === "system") return true;
  const own: Scope[] = [{}, { ownerId: actor.id }, ...actor.hats];
  return own.some((scope) => can(actor, permission, scope));
}

/** @throws UserError `not-allowed` when the policy says no. */
export function authorise(actor: Actor, permission: Permission, scope: Scope = {}): void {
  if (!can(actor, permission, scope)) throw new UserError("not-allowed");
}

function leads(hat: WornHat): boolean {
  return hatSets[hat.code] === "lead" && hat.tribeId !== null;
}
