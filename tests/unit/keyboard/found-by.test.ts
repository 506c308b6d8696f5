import { expect, test } from "vitest";
import { foundBy } from "#components/keyboard/found-by.ts";

const look = ["apparence", "thème", "theme"];

test.each([
  ["Apparence : Sombre", "sombre", ["dark", ...look], 0.8],
  ["Apparence : Sombre", "appar", ["dark", ...look], 1],
  ["Apparence : Sombre", "dark", ["dark", ...look], 0.5],
  ["Apparence : Clair", "sombre", ["light", ...look], 0],
  ["Apparence : Clair", "rapport", ["light", ...look], 0],
  ["Aller à Thèmes", "themes", [], 0.8],
  ["Répondre", "REPONDRE", [], 1],
  ["Apparence : Sombre", "theme sombre", look, 0.5],
  ["Roadmap", "", [], 1],
] as const)("%j for %j", (label, typed, also, well) => {
  expect(foundBy(label, typed, also)).toBe(well);
});
