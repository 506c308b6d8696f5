import { plainHeader } from "#lib/imports/columns/header-words.ts";
import type { WorkSubject } from "#lib/imports/subjects.ts";
import type { WorkMeaning } from "./work-meanings.ts";

// Words of headers in English and French. A header counts when it is the word, or begins with it: "Effort (PM)".

type Words = readonly (readonly [meaning: WorkMeaning, ...words: string[]])[];

const id: Words[number] = [
  "id",
  ...["id", "ref", "reference", "référence", "identifiant", "key", "number", "numéro", "n°"],
  ...["unique id", "page id", "external id", "uuid"],
];

/** Notion's archives give a page's own text beside the columns of its base. */
const text: Words[number] = ["description", "text", "texte", "content", "contenu", "body"];

const place: Words[number] = [
  "place",
  ...["tribe", "tribu", "team", "équipe", "squad", "area", "domain", "domaine", "périmètre"],
  ...["owner team", "owning team", "équipe responsable", "teams", "équipes"],
];

const table: Record<WorkSubject, Words> = {
  themes: [
    [
      "title",
      "title",
      "titre",
      "theme",
      "thème",
      "problem",
      "problème",
      "intitulé",
      "nom du thème",
    ],
    ["description", "description", "details", "détails", "notes", "summary", "résumé", "contexte"],
    ["description", "context", "what customers say", "ce que disent les clients"],
    ["insights", "insights", "insight", "feedback", "feedbacks", "retours", "retours clients"],
    ["insights", "tickets", "ticket", "requests", "demandes", "verbatims", "linked insights"],
    text,
    place,
    id,
  ],
  initiatives: [
    ["title", "title", "titre", "initiative", "project", "projet", "feature", "epic name", "sujet"],
    ["title", "intitulé", "fonctionnalité", "opportunity", "opportunité"],
    [
      "description",
      "description",
      "problem",
      "problème",
      "details",
      "détails",
      "notes",
      "contexte",
    ],
    ["description", "summary", "résumé", "context", "problem statement", "pourquoi"],
    ["kind", "type", "kind", "nature", "category", "catégorie", "business or tech"],
    ["origin", "origin", "origine", "bottom-up or top-down"],
    ["originReason", "strategic need", "besoin stratégique", "strategic reason", "mandate"],
    ["reach", "reach", "portée", "clients touchés", "customers reached", "rice reach"],
    ["impact", "impact", "rice impact"],
    ["confidence", "confidence", "confiance", "rice confidence"],
    ["effort", "effort", "person-months", "person months", "charge", "mois-homme", "rice effort"],
    [
      "effort",
      "mois-hommes",
      "jh",
      "estimate",
      "estimation",
      "person-days",
      "man-days",
      "pd",
      "md",
    ],
    ["effort", "jours-homme", "jours-hommes", "jours homme", "workload", "charge estimée"],
    ["quarter", "quarter", "quarters", "trimestre", "trimestres", "roadmap", "timeline", "period"],
    ["quarter", "période", "calendrier", "planned for", "prévu pour", "dates", "date"],
    ["epicKey", "epic", "epic key", "epic link", "jira", "jira key", "jira epic", "clé jira"],
    ["epicKey", "clé de l'epic", "épopée"],
    ["themes", "themes", "theme", "thèmes", "thème", "related themes", "problems", "problèmes"],
    ["keyResults", "key results", "key result", "résultats clés", "résultat clé", "okr", "okrs"],
    ["keyResults", "kr", "krs", "rc"],
    text,
    place,
    id,
  ],
  okrs: [
    ["objective", "objective", "objectives", "objectif", "objectifs", "objective title", "goal"],
    ["keyResult", "key result", "key results", "résultat clé", "résultats clés", "kr", "measure"],
    ["keyResult", "mesure", "indicator", "indicateur", "key result title", "kpi"],
    ["title", "title", "titre", "intitulé", "okr"],
    ["type", "type", "kind", "nature", "item type", "record type"],
    ["level", "level", "niveau", "scope", "échelle"],
    ["quarter", "quarter", "trimestre", "period", "période", "cycle", "timeline", "timeframe"],
    ["quarter", "calendrier", "dates", "date"],
    ["commitment", "commitment", "engagement", "committed or aspirational", "ambition"],
    ["direction", "direction", "sens", "trend", "tendance"],
    ["start", "start", "start value", "baseline", "départ", "valeur de départ", "initial value"],
    ["start", "valeur initiale", "from", "base"],
    ["target", "target", "target value", "cible", "valeur cible", "goal value", "to", "but"],
    [
      "current",
      "current",
      "current value",
      "actual",
      "now",
      "actuel",
      "valeur actuelle",
      "réalisé",
    ],
    ["current", "latest value", "dernière valeur"],
    ["unit", "unit", "unité", "units", "unités", "metric unit"],
    ["parent", "parent", "parent objective", "objectif parent", "aligned with", "aligns with"],
    ["parent", "aligné sur", "parent item", "contributes to", "contribue à"],
    [...place, "department", "département", "craft", "métier"],
    id,
  ],
};

type Found = { meaning: WorkMeaning; isWhole: boolean };

const lists = {
  themes: wordsOf("themes"),
  initiatives: wordsOf("initiatives"),
  okrs: wordsOf("okrs"),
};

/** What a header says in a file of that subject; the longest word that it begins with counts. */
export function workHeaderWord(subject: WorkSubject, header: string): Found | null {
  const name = plainHeader(header);
  const bare = name.replace(/\s*[([].*$/, "");
  const found = lists[subject].find(({ word }) => word === name || word === bare);
  if (found) return { meaning: found.meaning, isWhole: true };
  const begun = lists[subject].find(({ word }) => word.length > 3 && bare.startsWith(`${word} `));
  return begun ? { meaning: begun.meaning, isWhole: false } : null;
}

function wordsOf(subject: WorkSubject): { meaning: WorkMeaning; word: string }[] {
  return table[subject]
    .flatMap(([meaning, ...words]) => words.map((word) => ({ meaning, word: plainHeader(word) })))
    .sort((a, b) => b.word.length - a.word.length);
}
