import { expect, test } from "vitest";
import { contracted } from "#lib/i18n/contracted.ts";

test.each([
  ["Planning", "de Planning"],
  ["Astreinte", "d’Astreinte"],
  ["INI-45 (Rapports)", "d’INI-45 (Rapports)"],
  ["Élodie", "d’Élodie"],
  ["Yves", "d’Yves"],
  ["Yanis", "de Yanis"],
  ["une équipe", "d’une équipe"],
  ["le thème « Hors ligne »", "du thème « Hors ligne »"],
  ["les clients", "des clients"],
  ["« Hors ligne »", "de « Hors ligne »"],
  ["3 insights", "de 3 insights"],
])("de + %s", (following, expected) => {
  expect(contracted.de(following)).toBe(expected);
});

test("so do « que » and « à »", () => {
  expect(contracted.que("Astreinte")).toBe("qu’Astreinte");
  expect(contracted.que("Planning")).toBe("que Planning");
  expect(contracted.au("le résultat clé « Zéro »")).toBe("au résultat clé « Zéro »");
  expect(contracted.au("3 résultats clés")).toBe("à 3 résultats clés");
});
