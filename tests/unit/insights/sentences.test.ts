import { describe, expect, test } from "vitest";
import { sentencesOf, textOf, titleFrom } from "#lib/insights/sentences.ts";

const said = (text: string) => sentencesOf(text).map(({ from, to }) => text.slice(from, to));

describe("a text is cut where people would cut it", () => {
  test.each([
    ["Pas de réseau. Ils ferment l’appli !", ["Pas de réseau.", "Ils ferment l’appli !"]],
    ["1/ voir les visites\n2/ poser les congés", ["1/ voir les visites", "2/ poser les congés"]],
    ["1. Voir les visites\n\n- Poser les congés", ["1. Voir les visites", "- Poser les congés"]],
    ["Ça coûte 3,5 k€ par an", ["Ça coûte 3,5 k€ par an"]],
    ["Bonjour,\n\n  \n", ["Bonjour,"]],
    ["Merci\n1.", ["Merci", "1."]],
    [
      "Le client dit : « il manque tout ! » et il part.",
      ["Le client dit : « il manque tout ! »", "et il part."],
    ],
    ["« On attend. »\n« Rien. »", ["« On attend. »", "« Rien. »"]],
    ["(Voir ici.) Puis là.", ["(Voir ici.)", "Puis là."]],
    ["", []],
  ])("%j", (text, sentences) => expect(said(text)).toEqual(sentences));
});

describe("sentences by themselves", () => {
  const text = "Un. Deux.\nTrois. Quatre.";
  const of = (...chosen: number[]) => textOf(text, sentencesOf(text), chosen);

  test.each([
    [[0, 1], "Un. Deux."],
    [[2, 1], "Deux.\nTrois."],
    [[3, 0], "Un.\nQuatre."],
    [[9], ""],
  ])("%j: %j", (chosen, alone) => expect(of(...chosen)).toBe(alone));
});

test.each([
  ["1/ voir les visites en retard.", "Voir les visites en retard"],
  ["- poser les congés ?", "Poser les congés ?"],
  ["Un\nDeux", "Un"],
])("%j is called %j", (text, title) => expect(titleFrom(text)).toBe(title));

test("a long one is cut between two words", () => {
  const title = titleFrom(`Je ${"voudrais ".repeat(20)}`);
  expect([title.length <= 91, title.endsWith("voudrais…")]).toEqual([true, true]);
});
