import {
  type SampleHat,
  type SampleMember,
  type SampleScope,
  sampleEmail,
} from "#prisma/sample/member.ts";

const company: SampleScope = { type: "company" };
const tribe = (code: string): SampleScope => ({ type: "tribe", code });
const team = (code: string): SampleScope => ({ type: "team", code });
const department = (code: string): SampleScope => ({ type: "department", code });

const preferEnglish = ["Callum Reid", "Priya Nair", "Declan Moran", "Megan Pryce"];

/** Everyone but the developers. */
export const sampleColleagues: SampleMember[] = [
  one("Hélène Castaing", "CEO", "direction", null, "ceo", company),
  one("Arnaud Delmotte", "CFO", "finance", "Hélène Castaing", "comex", company),
  one("Fiona Gallagher", "COO", "operations", "Hélène Castaing", "comex", company, "en"),
  one("Sylvain Rochefort", "Chief Revenue Officer", "sales", "Hélène Castaing", "comex", company),
  one("Virginie Pasquet", "HR Director", "hr", "Hélène Castaing", "comex", company),
  one("Bastien Queyroy", "CPO", "product-tech", "Hélène Castaing", "cpo", company),

  product("Inès Belkacem", "Product Ops", "Bastien Queyroy", "product-ops", company),
  product("Ondine Ferrari", "Lead Product Designer", "Bastien Queyroy", "lead-product-designer"),
  product("Clara Vasseur", "Lead PM", "Bastien Queyroy", "lead-pm", tribe("PLA")),
  product("Yanis Ould-Amar", "Lead PM", "Bastien Queyroy", "lead-pm", tribe("TER")),
  product("Maud Thépaut", "Lead PM", "Bastien Queyroy", "lead-pm", tribe("CON")),
  leadAndPm("Grégoire Noblet", "SOC", "donnees"),
  product("Rachel Oduya", "Engineering Manager", "Bastien Queyroy", ...manages("PLA"), "en"),
  product("Pierrick Le Goff", "Engineering Manager", "Bastien Queyroy", ...manages("TER")),
  product("Soraya Mansouri", "Engineering Manager", "Bastien Queyroy", ...manages("CON")),
  product("Viktor Halász", "Engineering Manager", "Bastien Queyroy", ...manages("SOC"), "en"),

  product("Louis Marchetti", "PM", "Clara Vasseur", "pm", team("dispatch")),
  product("Aïssatou Diop", "PM", "Clara Vasseur", "pm", team("tournees")),
  product("Ben Harcourt", "PM", "Clara Vasseur", "pm", team("astreinte"), "en"),
  product("Camille Roussel", "PM", "Yanis Ould-Amar", "pm", team("mobile")),
  product("Nour Haddad", "PM", "Yanis Ould-Amar", "pm", team("horsligne")),
  product("Étienne Garrigue", "PM", "Yanis Ould-Amar", "pm", team("preuves")),
  product("Sofia Pinheiro", "PM", "Maud Thépaut", "pm", team("parc")),
  product("Jeanne Kermarrec", "PM", "Maud Thépaut", "pm", team("facture")),
  product("Hugo Zimmer", "PM", "Maud Thépaut", "pm", team("portail")),
  product("Meriem Saïdi", "PM", "Grégoire Noblet", "pm", team("acces")),
  product("Oscar Lindqvist", "PM", "Grégoire Noblet", "pm", team("connecteurs"), "en"),

  product("Manon Duval", "Product Designer", "Ondine Ferrari", "product-designer", tribe("PLA")),
  product("Akira Besson", "Product Designer", "Ondine Ferrari", "product-designer", tribe("TER")),
  product("Lou Petit", "Product Designer", "Ondine Ferrari", "product-designer", tribe("CON")),
  product("Paul Estève", "Motion Designer", "Ondine Ferrari", "product-designer", company),
  product("Driss Amrani", "QA", "Pierrick Le Goff", "qa", company),
  product("Fanny Coste", "QA", "Soraya Mansouri", "qa", company),
  product("Elsa Tison", "Product Marketing", "Bastien Queyroy", "product-marketing", company),
  product("Jun Takeda", "Data Analyst", "Viktor Halász", "data-analyst", company, "en"),

  ...many("sales", "Account Executive", "Sylvain Rochefort", "sales", [
    "Thibault Maurel",
    "Amandine Leclercq",
    "Núria Soler",
    "Callum Reid",
    "Franck Ossola",
  ]),
  one("Joséphine Vial", "Head of Customer Success", "customer-success", "Sylvain Rochefort", "csm"),
  ...many("customer-success", "CSM", "Joséphine Vial", "csm", [
    "Salomé Arnaud",
    "Priya Nair",
    "Guillaume Tesson",
    "Margaux Pujol",
    "Declan Moran",
  ]),
  one("Maëlle Jourdan", "Head of Support", "customer-support", "Fiona Gallagher", "support"),
  ...many("customer-support", "Support Agent", "Maëlle Jourdan", "support", [
    "Kevin Prigent",
    "Anissa Bouzid",
    "Romain Cazal",
    "Megan Pryce",
    "Laetitia Ponsard",
  ]),
  ...many("marketing", "Marketing Manager", "Sylvain Rochefort", "colleague", ["Carla Benedetti"]),
  ...many("operations", "Onboarding Specialist", "Fiona Gallagher", "colleague", [
    "Bertrand Lemoigne",
    "Rosalie Kervella",
  ]),
  ...many("hr", "Talent Partner", "Virginie Pasquet", "colleague", ["Claire Dantec"]),
  ...many("finance", "Controller", "Arnaud Delmotte", "colleague", [
    "Mathilde Sorel",
    "Gilles Arrighi",
  ]),
];

function one(
  name: string,
  jobTitle: string,
  of: string,
  manager: string | null,
  hat: SampleHat,
  scope: SampleScope = department(of),
  language: "fr" | "en" = "fr",
): SampleMember {
  const hats = [{ hat, scope }];
  return { name, email: sampleEmail(name), jobTitle, department: of, manager, language, hats };
}

function product(
  name: string,
  jobTitle: string,
  manager: string,
  hat: SampleHat,
  scope: SampleScope = company,
  language: "fr" | "en" = "fr",
): SampleMember {
  return one(name, jobTitle, "product-tech", manager, hat, scope, language);
}

function manages(code: string): ["engineering-manager", SampleScope] {
  return ["engineering-manager", tribe(code)];
}

function leadAndPm(name: string, tribeCode: string, teamCode: string): SampleMember {
  const lead = product(name, "Lead PM and PM", "Bastien Queyroy", "lead-pm", tribe(tribeCode));
  return { ...lead, hats: [...lead.hats, { hat: "pm", scope: team(teamCode) }] };
}

function many(of: string, jobTitle: string, manager: string, hat: SampleHat, names: string[]) {
  return names.map((name) =>
    one(
      name,
      jobTitle,
      of,
      manager,
      hat,
      department(of),
      preferEnglish.includes(name) ? "en" : "fr",
    ),
  );
}
