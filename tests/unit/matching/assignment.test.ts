import { expect, test } from "vitest";
import { assigner } from "#lib/matching/assignment/assigner.ts";
import type { Told } from "#lib/matching/assignment/features.ts";
import { earnedThreshold, type Judged, sureOf } from "#lib/matching/assignment/sure.ts";

const about = (title: string, body = "", facts: string[] = []): Told => ({ title, body, facts });

function taught() {
  const desk = assigner();
  const titles = { Preuves: "Export des preuves en PDF", Paie: "Bulletin de paie incorrect" };
  for (let round = 0; round < 12; round += 1)
    for (const [tribe, title] of Object.entries(titles))
      desk.learn(about(`${title} numéro ${round}`), tribe, null);
  return desk;
}

test("Nothing is proposed before anything was decided", () => {
  expect(assigner().propose(about("Export"))).toMatchObject({ proposals: [], isSure: false });
});

test("An insight goes where its like went, with the words and the likes that say so", () => {
  const proposed = taught().propose(about("Les exports PDF sont vides"));
  expect(proposed.proposals[0]?.label).toBe("Preuves");
  expect(proposed.words.map((word) => word.toLowerCase())).toContain("pdf");
  expect(proposed.alike.same).toBeGreaterThan(proposed.alike.of / 2);
});

test("A Tribe is proposed from its first decision on", () => {
  const desk = taught();
  desk.learn(about("Caméra floue sur le chantier"), "Terrain", null);
  expect(desk.propose(about("La caméra du chantier est floue")).proposals[0]?.label).toBe(
    "Terrain",
  );
});

test("The chances of all Tribes are one together", () => {
  const { proposals } = taught().propose(about("Rien de connu ici"));
  expect(proposals.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1);
});

test("None is called sure before 60 decisions, and then those that earned it", () => {
  const desk = assigner();
  const titles = { Preuves: "Export des preuves en PDF", Paie: "Bulletin de paie incorrect" };
  const sure: boolean[] = [];
  for (let round = 0; round < 45; round += 1)
    for (const [tribe, title] of Object.entries(titles)) {
      const told = about(`${title} numéro ${round}`);
      const proposed = desk.propose(told);
      sure.push(proposed.isSure);
      desk.learn(told, tribe, proposed);
    }
  expect(sure.slice(0, 60)).not.toContain(true);
  expect(sure.slice(61)).toContain(true);
  expect(desk.sureness().state).toBe("earned");
});

const judged = (count: number, chance: number, right: number): Judged[] =>
  Array.from({ length: count }, (_, at) => ({ chance, isRight: at < right }));

test.each<[string, Judged[], number | null]>([
  ["too few were judged", judged(19, 0.9, 19), null],
  ["all were right", judged(20, 0.9, 20), 0.9],
  ["94 in 100 were right", judged(100, 0.9, 94), 0.9],
  ["93 in 100 were right", judged(100, 0.9, 93), null],
  ["the lower ones were wrong", [...judged(40, 0.9, 40), ...judged(40, 0.5, 10)], 0.9],
  ["the lower ones hold too", [...judged(40, 0.9, 40), ...judged(40, 0.5, 38)], 0.5],
  ["only the last 400 count", [...judged(100, 0.9, 0), ...judged(400, 0.9, 400)], 0.9],
])("Sure is earned by what was decided: %s", (_, all, threshold) => {
  expect(earnedThreshold(all)).toBe(threshold);
});

const called = (right: number, wrong: number) =>
  Array.from({ length: right + wrong }, (_, at) => at < right);

test("What is withdrawn says by how many of which", () => {
  const sure = sureOf(judged(100, 0.9, 100), called(53, 7));
  expect(sure).toEqual({ state: "withdrawn", threshold: 0.9, right: 53, judged: 60 });
});

test.each([
  ["nothing to go by", called(0, 0), "earned"],
  ["54 of 60 were right", called(54, 6), "earned"],
  ["53 of 60 were right", called(53, 7), "withdrawn"],
  ["few were called sure yet", called(10, 9), "earned"],
  ["it was wrong once, and has been right since", [...called(0, 20), ...called(60, 0)], "earned"],
])("Sure is withdrawn under 90 %%, and earned again: %s", (_, lately, state) => {
  expect(sureOf(judged(100, 0.9, 100), lately).state).toBe(state);
});
