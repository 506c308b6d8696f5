import { type SampleMember, sampleEmail } from "#prisma/sample/member.ts";

type Squad = { team: string; manager: string; names: string[]; leads: boolean };

/** The first of each list leads the team's development, except in Portail, which has nobody yet. */
const squads: Squad[] = [
  squad("dispatch", "Rachel Oduya", "Tomasz Wilk, Léna Castelain, Idriss Belmont, Sarah Quémard"),
  squad("tournees", "Rachel Oduya", "Florian Jestin, Nadège Carlier, Owen Radcliffe"),
  squad("astreinte", "Rachel Oduya", "Ewa Nowicka, Mathis Lorrain"),
  squad(
    "mobile",
    "Pierrick Le Goff",
    "Karim Zeroual, Julie Fauvel, Andrei Munteanu, Solène Brochard, Marc Valls",
  ),
  squad(
    "horsligne",
    "Pierrick Le Goff",
    "Hervé Trinquet, Chiara Bellandi, Samir Ouali, Gaëlle Rimbert",
  ),
  squad("preuves", "Pierrick Le Goff", "Ronan Kerdreux, Ana Ferreiro, Basile Montel"),
  squad("parc", "Soraya Mansouri", "Delphine Aumont, Victor Cassel, Leïla Ghorbel, Jordi Puig"),
  squad("facture", "Soraya Mansouri", "Mickaël Sabourin, Inga Holm, Rémi Duchesne, Yasmine Rahal"),
  {
    ...squad("portail", "Soraya Mansouri", "Théo Barandier, Marta Colomer, Adrien Foucher"),
    leads: false,
  },
  squad("acces", "Viktor Halász", "Nils Aberg, Constance Morvan, Hamza Tazi"),
  squad(
    "connecteurs",
    "Viktor Halász",
    "Laure Peltier, Dimitri Kovacs, Emma Whitlock, Simon Gaudry",
  ),
  squad("donnees", "Viktor Halász", "Pauline Estrade, Rafael Moya, Quentin Lesage"),
];

const preferEnglish = new Set(
  "Owen Radcliffe, Ewa Nowicka, Tomasz Wilk, Inga Holm, Nils Aberg, Dimitri Kovacs, Emma Whitlock".split(
    ", ",
  ),
);

export const sampleDevelopers: SampleMember[] = squads.flatMap(({ team, manager, names, leads }) =>
  names.map((name, rank): SampleMember => {
    const lead = leads && rank === 0;
    return {
      name,
      email: sampleEmail(name),
      jobTitle: lead ? "Lead Developer" : "Developer",
      department: "product-tech",
      manager,
      language: preferEnglish.has(name) ? "en" : "fr",
      hats: [{ hat: lead ? "lead-developer" : "developer", scope: { type: "team", code: team } }],
    };
  }),
);

function squad(team: string, manager: string, names: string): Squad {
  return { team, manager, names: names.split(", "), leads: true };
}
