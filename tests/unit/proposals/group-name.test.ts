import { expect, test } from "vitest";
import { groupName } from "#lib/proposals/advice/group-name.ts";

test.each<[string, string[], string[], string]>([
  [
    "the phrase of most titles, as customers write it",
    ["Le bon de commande est vide", "Bon de commande perdu", "Où est mon bon de commande ?"],
    ["commande", "bon"],
    "Bon de commande",
  ],
  [
    "their common words where titles have none in common",
    ["Rien ne va", "Écran noir", "Plus d'image"],
    ["caméra", "chantier", "image", "nuit"],
    "Caméra, chantier, image",
  ],
  ["their common words where they have no titles", [], ["caméra", "floue"], "Caméra, floue"],
  ["nothing where there is nothing to say", [], [], ""],
  [
    "no phrase of a single one of them",
    ["Export des preuves en PDF", "Archiver les sites", "Bonjour"],
    ["export"],
    "Export",
  ],
])("%s", (_, titles, words, name) => {
  expect(groupName(titles, words)).toBe(name);
});
