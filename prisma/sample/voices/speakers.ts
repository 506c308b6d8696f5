import type { SampleCustomer } from "#prisma/sample/customers.ts";
import { sampleMembers } from "#prisma/sample/organisation.ts";
import type { Random } from "#prisma/sample/random.ts";
import type { SampleKind } from "#prisma/sample/situations/situation.ts";

export type Voice =
  | "support"
  | "csm"
  | "sales"
  | "customer"
  | "technician"
  | "landlord"
  | "nps"
  | "breakfast";

export type Via = "desk" | "email" | "slack" | "nps" | "form" | "breakfast";
export type Reporter = { name: string; personEmail: string | null; email: string | null };

const firstNames = {
  fr: "Sandrine, Olivier, Catherine, Gilles, Nathalie, Fabrice, Corinne, Hamid, Pascal, Sabrina, Laurent, Aurélie, Denis, Martine, Yohann, Valérie".split(
    ", ",
  ),
  en: "Dave, Fiona, Ellen, Graham, Niamh, Trevor, Karen, Liam, Janet, Colin, Orla, Stuart".split(
    ", ",
  ),
};
const lastNames = {
  fr: "Besnard, Kaddour, Lemaire, Pons, Guichard, Navarro, Thibaud, Rolland, Ferrand, Delage, Sicard, Meunier, Chabrol, Lestrade, Vidal, Perrot, Hamelin, Jacquet, Colas, Renaudin, Sabatier, Traoré, Benali, Lopes".split(
    ", ",
  ),
  en: "Parkin, Doyle, Hargreaves, Whelan, Booth, Kinsella, Mercer, Tully, Ashworth, Byrne, Fenton, Sheehan, Okafor, Patel, Nolan, Birch, Cassidy".split(
    ", ",
  ),
};

export function chooseVoice(
  kind: SampleKind,
  customer: SampleCustomer | null,
  team: string,
  random: Random,
): Voice {
  if (customer === null) return random.pick(["breakfast", "support", "csm", "breakfast", "sales"]);
  if (customer.state === "prospect") return "sales";
  if (customer.segment === "portal") {
    return random.chance(0.65) && team === "portail" ? "landlord" : random.pick(["csm", "support"]);
  }
  if (kind === "praise") return random.pick(["nps", "customer", "csm", "nps"]);
  if (kind === "bug") {
    return random.pick(["support", "support", "support", "customer", "customer", "technician"]);
  }
  if (kind === "question") return random.pick(["support", "csm", "customer", "customer"]);
  return random.pick(["support", "csm", "csm", "customer", "customer", "nps", "technician"]);
}

export function viaOf(voice: Voice, random: Random): Via {
  if (voice === "nps" || voice === "breakfast") return voice;
  if (voice === "technician") return random.pick(["form", "desk"]);
  if (voice === "customer" || voice === "landlord") return random.pick(["email", "email", "desk"]);
  return random.pick(["desk", "desk", "desk", "slack"]);
}

/** Who hands it in: a colleague of ours, or somebody made up at the customer's. */
export function reporterOf(
  voice: Voice,
  customer: SampleCustomer | null,
  language: "fr" | "en",
  random: Random,
): Reporter {
  const hat = voice === "support" || voice === "csm" || voice === "sales" ? voice : null;
  if (hat !== null || customer === null) return colleague(hat, random);
  const name = `${random.pick(firstNames[language])} ${random.pick(lastNames[language])}`;
  return { name, personEmail: null, email: `${addressWords(name)}@${customer.domain}` };
}

function colleague(hat: "support" | "csm" | "sales" | null, random: Random): Reporter {
  const able = sampleMembers.filter(({ hats }) =>
    hats.some((worn) => (hat === null ? worn.hat === "colleague" : worn.hat === hat)),
  );
  const { name, email } = random.pick(able);
  return { name, personEmail: email, email };
}

function addressWords(name: string): string {
  return name
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/ /g, ".");
}
