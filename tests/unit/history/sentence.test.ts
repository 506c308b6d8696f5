import { describe, expect, test } from "vitest";
import type { HistoryEntry } from "#lib/history/views.ts";
import { operationsByName } from "#lib/nouns.ts";
import { faultsOf, sentencesOf } from "#tests/support/messages/sentences.ts";

const entry = (name: string, known: Partial<HistoryEntry> = {}): HistoryEntry => ({
  ...{ id: "1", at: "2026-11-16T09:00:00.000Z", actor: "Louis Marchetti", name },
  ...{ undid: null, undone: null, count: 1, facts: {}, was: {}, changed: [] },
  ...known,
});
const undo = (name: string, known: Partial<HistoryEntry> = {}) =>
  entry("undo", { undid: name, ...known });

const acts = [...operationsByName].filter(([name]) => name !== "undo");

describe.each([1, 3])("of %i", (count) => {
  test.each(acts)("%s has a sentence, whatever is known of it", (name) => {
    expect(sentencesOf(entry(name, { count })).flatMap(faultsOf)).toEqual([]);
  });
});

test.each(acts.filter(([, { undo }]) => undo !== "final"))(
  "that %s was taken back is said by its name",
  (name) => {
    const [english, french] = sentencesOf(undo(name));
    expect(english).toMatch(/^took back (?!an action)/);
    expect(french).toMatch(/^a annulé (l’|le |la |son )/);
    expect([english, french].flatMap((one = "") => faultsOf(one))).toEqual([]);
  },
);

const insight = "INS-12 (Hors ligne)";
const initiative = "INI-45 (Tournées)";

test.each([
  [
    entry("insight.assigned", { facts: { insight, tribe: "Planning" } }),
    "assigned INS-12 (Hors ligne) to Planning",
    "a attribué INS-12 (Hors ligne) à Planning",
  ],
  [
    entry("insight.assigned", {
      count: 3,
      facts: { tribe: "Planning" },
      undone: { at: "2026-11-16T09:01:00.000Z", by: "Louis Marchetti" },
    }),
    "assigned 3 insights to Planning, then took it back",
    "a attribué 3 insights à Planning, puis l’a annulé",
  ],
  [
    undo("insight.assigned", { facts: { insight, tribe: "Planning" } }),
    "took back the assignment of INS-12 (Hors ligne) to Planning",
    "a annulé l’attribution d’INS-12 (Hors ligne) à Planning",
  ],
  [
    entry("insight.answered", { facts: { insight, answer: "out-of-scope" } }),
    "answered INS-12 (Hors ligne): out of scope",
    "a répondu à INS-12 (Hors ligne) : hors sujet",
  ],
  [
    entry("hat.given", { facts: { person: "Ada", hat: "lead-pm", tribe: "Terrain" } }),
    "gave Ada the hat Lead PM for Terrain",
    "a donné à Ada la casquette Lead PM pour Terrain",
  ],
  [
    entry("roadmap.resized", {
      facts: { initiative, effort_half_months: "8", quarter: "2026-Q4" },
      was: { effort_half_months: "6" },
    }),
    "changed the effort of INI-45 (Tournées) from 3 to 4 person-months in Q4 2026",
    "a changé l’effort d’INI-45 (Tournées) de 3 à 4 mois-personne en Q4 2026",
  ],
  [
    entry("capacity.set", {
      facts: { team: "Astreinte", half_months: "23", quarter: "2026-Q4" },
      was: { half_months: "20" },
    }),
    "changed the capacity of Astreinte for Q4 2026 from 10 to 11.5 person-months",
    "a changé la capacité d’Astreinte pour Q4 2026 de 10 à 11,5 mois-personne",
  ],
  [
    entry("theme.edited", {
      facts: { theme: "Sans réseau", title: "Sans réseau", team: "Tournées" },
      was: { title: "Hors ligne", team: "Astreinte" },
      changed: ["title", "team_id", "description"],
    }),
    "edited the theme “Sans réseau”: the title, from “Hors ligne” to “Sans réseau”; the team, from Astreinte to Tournées; the description",
    "a modifié le thème « Sans réseau » : le titre, de « Hors ligne » à « Sans réseau » ; l’équipe, d’Astreinte à Tournées ; la description",
  ],
  [
    entry("initiative.scored", {
      facts: { initiative, factor: "confidence", confidence_hundredths: "80" },
    }),
    "set the confidence of INI-45 (Tournées) to 80%",
    "a fixé la confiance d’INI-45 (Tournées) à 80 %",
  ],
])("%#: a sentence names what it is about, and its values", (given, english, french) => {
  const [en, fr] = sentencesOf(given).map((one) => one.replaceAll(/[\u00a0\u202f]/g, " "));
  expect({ en, fr }).toEqual({ en: english, fr: french });
});
