import { sampleColleagues } from "#prisma/sample/colleagues.ts";
import { sampleDevelopers } from "#prisma/sample/developers.ts";
import type { SampleMember } from "#prisma/sample/member.ts";

export const sampleCompany = {
  name: "Soupape",
  emailDomain: "soupape.example",
  timeZone: "Europe/Paris",
  currency: "EUR",
};

export type SampleDepartment = { code: string; name: string };

export const sampleDepartments: SampleDepartment[] = [
  { code: "direction", name: "Direction" },
  { code: "product-tech", name: "Product & Tech" },
  { code: "sales", name: "Sales" },
  { code: "customer-success", name: "Customer Success" },
  { code: "customer-support", name: "Customer Support" },
  { code: "marketing", name: "Marketing" },
  { code: "operations", name: "Operations" },
  { code: "hr", name: "HR" },
  { code: "finance", name: "Finance" },
];

export type SampleTribe = {
  code: string;
  name: string;
  mission: string;
  leadPm: string;
  engineeringManager: string;
  designer: string | null;
  /** Allowed share of tech effort, in per cent. */
  band: { low: number; high: number };
};

/** The order is the order of the keys 1 to 4, the same for everyone. */
export const sampleTribes: SampleTribe[] = [
  {
    code: "PLA",
    name: "Planning",
    mission: "Chaque intervention a le bon technicien, au bon endroit, à la bonne heure.",
    leadPm: "Clara Vasseur",
    engineeringManager: "Rachel Oduya",
    designer: "Manon Duval",
    band: { low: 20, high: 35 },
  },
  {
    code: "TER",
    name: "Terrain",
    mission: "Le technicien finit son rapport avant de remonter dans le camion, réseau ou pas.",
    leadPm: "Yanis Ould-Amar",
    engineeringManager: "Pierrick Le Goff",
    designer: "Akira Besson",
    band: { low: 25, high: 40 },
  },
  {
    code: "CON",
    name: "Contrats",
    mission: "Ce qui est promis est tenu, ce qui est fait est facturé.",
    leadPm: "Maud Thépaut",
    engineeringManager: "Soraya Mansouri",
    designer: "Lou Petit",
    band: { low: 20, high: 30 },
  },
  {
    code: "SOC",
    name: "Socle",
    mission: "Les autres Tribes livrent vite, sur un socle qui tient.",
    leadPm: "Grégoire Noblet",
    engineeringManager: "Viktor Halász",
    designer: null,
    band: { low: 40, high: 50 },
  },
];

export type SampleTeam = {
  code: string;
  tribe: string;
  name: string;
  pm: string;
  /** Developers, the Lead Developer among them. */
  developers: number;
  hasLeadDeveloper: boolean;
  specialities: string[];
};

/** Astreinte (two developers) and Portail (no Lead Developer) are incomplete on purpose. */
export const sampleTeams: SampleTeam[] = [
  team("dispatch", "PLA", "Dispatch", "Louis Marchetti", 4, [
    "planning du jour",
    "urgences",
    "vue carte",
    "congés",
    "drag and drop",
  ]),
  team("tournees", "PLA", "Tournées", "Aïssatou Diop", 3, [
    "tournées",
    "temps de trajet",
    "visites récurrentes",
    "secteurs",
    "compétences",
  ]),
  team("astreinte", "PLA", "Astreinte", "Ben Harcourt", 2, [
    "astreinte",
    "on-call",
    "SLA",
    "escalade",
    "alertes",
  ]),
  team("mobile", "TER", "Mobile", "Camille Roussel", 5, [
    "iOS",
    "Android",
    "ergonomie",
    "gants",
    "notifications",
  ]),
  team("horsligne", "TER", "Hors-ligne", "Nour Haddad", 4, [
    "hors-ligne",
    "synchro",
    "conflits",
    "sous-sol",
    "rapport perdu",
  ]),
  team("preuves", "TER", "Preuves", "Étienne Garrigue", 3, [
    "compte rendu",
    "signature",
    "photos",
    "formulaires",
    "certificats gaz",
  ]),
  team("parc", "CON", "Parc", "Sofia Pinheiro", 4, [
    "équipements",
    "visites dues",
    "renouvellement",
    "indexation",
  ]),
  team("facture", "CON", "Facture", "Jeanne Kermarrec", 4, [
    "devis",
    "TVA",
    "facture électronique",
    "acomptes",
    "avoirs",
  ]),
  {
    ...team("portail", "CON", "Portail", "Hugo Zimmer", 3, [
      "bailleurs",
      "locataires",
      "suivi des demandes",
      "statuts",
    ]),
    hasLeadDeveloper: false,
  },
  team("acces", "SOC", "Accès", "Meriem Saïdi", 3, [
    "SSO",
    "rôles",
    "agences",
    "audit",
    "sessions",
  ]),
  team("connecteurs", "SOC", "Connecteurs", "Oscar Lindqvist", 4, [
    "API",
    "webhooks",
    "ERP",
    "export comptable",
    "Sage",
  ]),
  team("donnees", "SOC", "Données", "Grégoire Noblet", 3, [
    "recherche",
    "lenteurs",
    "reporting",
    "exports",
    "migrations",
  ]),
];

export const sampleMembers: SampleMember[] = [...sampleColleagues, ...sampleDevelopers];

function team(
  code: string,
  tribe: string,
  name: string,
  pm: string,
  developers: number,
  specialities: string[],
): SampleTeam {
  return { code, tribe, name, pm, developers, hasLeadDeveloper: true, specialities };
}
