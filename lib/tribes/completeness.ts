// An Impact team is one PM and at least three developers, one of them Lead Developer. A team that falls short is
// shown as incomplete and never blocked.

export const developersNeeded = 3;

export type Shortfall = "developers" | "lead-developer" | "pm";

export type TeamMember = { personId: string; role: string };

/** What a team lacks, from what its people are in it today; somebody counted once whatever they are twice. */
export function shortfallsOf(members: readonly TeamMember[]): Shortfall[] {
  const leadDevelopers = peopleBeing(members, ["lead-developer"]);
  const developers = peopleBeing(members, ["developer", "lead-developer"]);
  const lacks = {
    developers: developers.size < developersNeeded,
    "lead-developer": leadDevelopers.size === 0,
    pm: peopleBeing(members, ["pm"]).size === 0,
  };
  return (["developers", "lead-developer", "pm"] as const).filter((part) => lacks[part]);
}

export function countDevelopers(members: readonly TeamMember[]): number {
  return peopleBeing(members, ["developer", "lead-developer"]).size;
}

function peopleBeing(members: readonly TeamMember[], roles: readonly string[]): Set<string> {
  return new Set(
    members.filter(({ role }) => roles.includes(role)).map(({ personId }) => personId),
  );
}
