import type { SampleAnswer, SampleSeverity } from "#prisma/sample/insight.ts";
import type { Random } from "#prisma/sample/random.ts";
import type { SampleKind } from "#prisma/sample/situations/situation.ts";
import type { Via } from "#prisma/sample/voices/speakers.ts";

const issueTypes: Record<SampleKind, string> = {
  bug: "Bug",
  request: "Demande d'évolution",
  question: "Question",
  problem: "Incident",
  praise: "Retour",
};

const requestTypes: Record<SampleKind, string> = {
  bug: "Signaler un bug",
  request: "Proposer une évolution",
  question: "Poser une question",
  problem: "Signaler un problème",
  praise: "Faire un retour",
};

const products: Record<string, string> = {
  dispatch: "planning",
  tournees: "planning",
  astreinte: "planning",
  mobile: "terrain",
  horsligne: "terrain",
  preuves: "terrain",
  parc: "contrats",
  facture: "contrats",
  portail: "portail",
  acces: "comptes",
  connecteurs: "api",
  donnees: "donnees",
};

/** What the desk itself stores about a ticket. */
export function deskFields(
  kind: SampleKind,
  via: Via,
  team: string | null,
  isAssigned: boolean,
  answer: SampleAnswer | null,
  random: Random,
) {
  const product = team === null ? undefined : products[team];
  return {
    issueType: issueTypes[kind],
    requestType: requestTypes[kind],
    status: statusOf(isAssigned, answer, random),
    severity: kind === "bug" ? severityOf(random) : null,
    labels: [
      ...(product !== undefined && random.chance(0.7) ? [product] : []),
      ...(via === "nps" ? [`nps-${random.pick([4, 5, 6, 7, 8, 9])}`] : []),
      ...(via === "breakfast" ? ["breakfast"] : []),
    ],
  };
}

function statusOf(isAssigned: boolean, answer: SampleAnswer | null, random: Random): string {
  if (answer !== null) return random.pick(["Résolu", "Fermé", "Fermé"]);
  if (!isAssigned) return random.pick(["Ouvert", "Ouvert", "En attente du support"]);
  return random.pick(["En cours", "En attente du support", "En attente du client", "Escaladé"]);
}

function severityOf(random: Random): SampleSeverity {
  const ladder: SampleSeverity[] = [
    "critical",
    "high",
    "high",
    "medium",
    "medium",
    "medium",
    "low",
  ];
  return random.pick(random.chance(0.35) ? ladder : ["medium", "low", "medium", "high"]);
}
