import { describe, expect, test } from "vitest";
import { marked, matching } from "#components/ui/combobox/choice.ts";

const tribes = [
  { id: "1", label: "Planning", also: "PLA" },
  { id: "2", label: "Équipe Terrain", also: "TER" },
  { id: "3", label: "Contrats & devis", also: "CON" },
];

describe("typing narrows a list", () => {
  test.each([
    ["", ["1", "2", "3"]],
    ["  ", ["1", "2", "3"]],
    ["plan", ["1"]],
    ["equipe", ["2"]],
    ["ÉQUIPE", ["2"]],
    ["ter", ["2"]],
    ["con", ["3"]],
    ["devis contrats", ["3"]],
    ["plan terrain", []],
  ])("%j leaves %j", (text, ids) => {
    expect(matching(tribes, text).map(({ id }) => id)).toEqual(ids);
  });
});

describe("what was typed is shown where it stands", () => {
  const shown = (label: string, text: string) =>
    marked(label, text)
      .map(({ part, isTyped }) => (isTyped ? `[${part}]` : part))
      .join("");
  test.each([
    ["Envoyer le rapport", "rap", "Envoyer le [rap]port"],
    ["Équipe Terrain", "equ", "[Équ]ipe Terrain"],
    ["Équipe Terrain", "ter equ", "[Équ]ipe [Ter]rain"],
    ["Rapport sur rapport", "rapport", "[Rapport] sur [rapport]"],
    ["Fin ﬁne", "fi", "[Fi]n [ﬁ]ne"],
    ["Planning", "xyz", "Planning"],
    ["Planning", "", "Planning"],
  ])("%j, %j: %s", (label, text, words) => {
    expect(shown(label, text)).toBe(words);
  });
});
