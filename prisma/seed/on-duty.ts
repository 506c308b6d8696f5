import type { PersonActor } from "#lib/auth/actor.ts";
import { sampleTeams } from "#prisma/sample/organisation.ts";
import { lookup } from "#prisma/seed/lookup.ts";
import type { Staff } from "#prisma/seed/staff.ts";

const week = 7 * 86_400_000;

/** The PM who reads the inbox that week: they take turns. */
export function onDuty({ teams }: Staff, at: Date): PersonActor {
  const turn = Math.floor(at.getTime() / week) % sampleTeams.length;
  return lookup(teams, sampleTeams[turn]?.code ?? "").pm;
}
