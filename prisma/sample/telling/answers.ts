import { currentInitiatives } from "#prisma/sample/initiatives/current.ts";
import { nextInitiatives } from "#prisma/sample/initiatives/next.ts";
import { pastInitiatives } from "#prisma/sample/initiatives/past.ts";
import type { SampleAnswer } from "#prisma/sample/insight.ts";
import type { Random } from "#prisma/sample/random.ts";
import type { Situation } from "#prisma/sample/situations/situation.ts";

export type Told = { situation: Situation; daysOld: number; offset: number };

const notes = {
  fixed: {
    fr: ["Corrigé, dans la version de jeudi.", "Corrigé et vérifié par la QA.", "Corrigé."],
    en: ["Fixed in Thursday's release.", "Fixed and checked by QA.", "Fixed."],
  },
  declined: {
    fr: [
      "Non : trop peu de clients pour la complexité que cela ajoute à tous.",
      "Non, et nous préférons le dire : un autre outil le fait mieux que nous.",
      "Écarté : demandé une fois en deux ans. Nous rouvrirons si cela revient.",
      "Non pour l'instant : cela irait contre la simplicité de l'écran.",
    ],
    en: [
      "No: too few customers for what it would add to everyone's screen.",
      "Declined, and honestly: another tool does it better than we would.",
      "No for now: asked once in two years, we'll look again if it comes back.",
    ],
  },
  sso: {
    fr: "Pas prévu : chaque bailleur a son propre fournisseur d'identité, et le portail sans compte arrive avant.",
    en: "Not planned: every landlord has an identity provider of its own, and reporting without an account comes first.",
  },
  outOfScope: {
    fr: ["Réglé par le support dans le ticket, rien à construire.", "Vient du réseau du client."],
    en: ["Settled by support in the ticket, nothing to build.", "The customer's own network."],
  },
  duplicate: { fr: "Même demande, déjà suivie.", en: "Same request, already followed." },
} as const;

/** What people said in the end, or null while they have not. */
export function answerFor(
  { situation, daysOld, offset }: Told,
  random: Random,
): SampleAnswer | null {
  const { language, exists, kind } = situation;
  if (exists !== null) return { code: "exists", note: exists };
  if (kind === "praise") return null;
  if (kind === "bug") return answerBug(language, daysOld, random);
  if (!random.chance(offset < 0 ? 0.86 : 0.35)) return null;
  if (situation.theme === "sso-locataires") return { code: "declined", note: notes.sso[language] };
  const plan = plannedFor(situation.theme, offset, language);
  if (plan !== null && (kind !== "question" || random.chance(0.3))) return plan;
  if (kind === "question" || random.chance(0.25)) {
    return { code: "out-of-scope", note: random.pick(notes.outOfScope[language]) };
  }
  return random.chance(0.75)
    ? { code: "declined", note: random.pick(notes.declined[language]) }
    : null;
}

export function duplicateAnswer(language: "fr" | "en"): SampleAnswer {
  return { code: "duplicate", note: notes.duplicate[language] };
}

function answerBug(language: "fr" | "en", daysOld: number, random: Random): SampleAnswer | null {
  if (random.chance(0.04)) {
    return { code: "out-of-scope", note: random.pick(notes.outOfScope[language]) };
  }
  const share = daysOld > 8 ? 0.97 : 0.3;
  return random.chance(share)
    ? { code: "shipped", note: random.pick(notes.fixed[language]) }
    : null;
}

/** A theme that an initiative took up: shipped when that quarter is over, planned before. */
function plannedFor(
  theme: string | null,
  offset: number,
  language: "fr" | "en",
): SampleAnswer | null {
  if (theme === null) return null;
  const words =
    language === "fr"
      ? { shipped: "Livré :", planned: "Prévu :" }
      : { shipped: "Shipped:", planned: "Planned:" };
  const shipped = pastInitiatives.find(
    ({ themes, items }) => themes.includes(theme) && items.some(({ quarter }) => quarter >= offset),
  );
  if (shipped !== undefined)
    return {
      code: "shipped",
      note: `${words.shipped} ${shipped.title}`,
      initiative: shipped.title,
    };
  const planned = [...currentInitiatives, ...nextInitiatives].find(
    ({ themes, items }) => themes.includes(theme) && items.length > 0,
  );
  return planned === undefined
    ? null
    : {
        code: "planned",
        note: `${words.planned} ${planned.title}`,
        initiative: planned.title,
      };
}
