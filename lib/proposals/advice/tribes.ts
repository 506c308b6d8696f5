import type { Assigner, Proposed } from "#lib/matching/assignment/assigner.ts";
import type { Told } from "#lib/matching/assignment/features.ts";
import type { Choices, IsRefused, Offer } from "#lib/proposals/advice/known.ts";
import { type Field, fieldsOf } from "#lib/proposals/advice/missions.ts";

// To which Tribe an insight may go, and to which of its teams: where those like it went. Until there are enough of them,
// by what Tribes and teams say that they do.

type Desks = { tribe: Assigner; team: Assigner };

const mostTribes = 2;
const wordsTold = 3;
/** Fewer decisions than that say less than what the Tribes say of themselves. */
const fewDecisions = 20;
const leastChance = 0.02;

export function tribesFor(
  told: Told,
  desks: Desks,
  choices: Choices,
  isRefused: IsRefused,
): Offer[] {
  const isOpen = (id: string) =>
    choices.tribes.some((tribe) => tribe.id === id) && !isRefused("tribe", id);
  const bySaying = desks.tribe.decided() < fewDecisions ? byMission(told, choices, isOpen) : [];
  return bySaying.length > 0 ? bySaying : byDecisions(told, desks, choices, isOpen);
}

function byDecisions(
  told: Told,
  desks: Desks,
  choices: Choices,
  isOpen: (id: string) => boolean,
): Offer[] {
  const { proposals, words, alike } = desks.tribe.propose(told);
  const likely = proposals.filter(({ label, chance }) => isOpen(label) && chance >= leastChance);
  const teamOf = teamIn(desks.team.propose(told), choices);
  return likely.slice(0, mostTribes).map((one) => ({
    ...{ kind: "tribe", target: one.label, teamId: teamOf(one.label), likelihood: one.chance },
    ...{ reason: "alike", alike: one.alike, of: alike.of },
    // They speak for the first alone.
    words: one.label === proposals[0]?.label ? words : [],
  }));
}

/** Of a Tribe's teams the one to which more goes than to all others of it. */
function teamIn({ proposals }: Proposed, { teams }: Choices): (tribeId: string) => string | null {
  const tribes = new Map(teams.map(({ id, tribeId }) => [id, tribeId]));
  return (tribeId) => {
    const there = proposals.filter(({ label }) => tribes.get(label) === tribeId);
    const all = there.reduce((sum, { chance }) => sum + chance, 0);
    const [first] = there;
    return first && first.chance > all / 2 ? first.label : null;
  };
}

function byMission(
  { title, body }: Told,
  { tribes, teams }: Choices,
  isOpen: (id: string) => boolean,
): Offer[] {
  const fieldOf = (team: Choices["teams"][number]): Field => ({
    id: team.id,
    words: [team.name, ...team.specialities].join(" "),
  });
  const teamsOf = (id: string) => teams.filter(({ tribeId }) => tribeId === id).map(fieldOf);
  const fields = tribes.map(({ id, name, mission }) => ({
    id,
    words: [name, mission, ...teamsOf(id).map(({ words }) => words)].join(" "),
  }));
  const found = fieldsOf(title, body, fields).filter(({ id }) => isOpen(id));
  const all = found.reduce((sum, { worth }) => sum + worth, 0);
  return found.slice(0, mostTribes).map(({ id, worth, words }) => ({
    ...{ kind: "tribe", target: id, teamId: fieldsOf(title, body, teamsOf(id))[0]?.id ?? null },
    ...{ reason: "mission", alike: 0, of: 0, words: words.slice(0, wordsTold) },
    // Half at most: what nobody decided so far is never sure.
    likelihood: worth / all / 2,
  }));
}
