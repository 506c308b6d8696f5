import { describe, expect, test } from "vitest";
import { adviser } from "#lib/proposals/advice/adviser.ts";
import type { Choices, KnownInsight, Offer } from "#lib/proposals/advice/known.ts";
import { knownInsight } from "./known-insight.ts";

const tribes = [
  { id: "pla", name: "Planning", mission: "Les tournées des techniciens" },
  { id: "ter", name: "Terrain", mission: "L'application mobile, les photos et les rapports" },
];
const teams = [
  { id: "dispatch", tribeId: "pla", name: "Dispatch", specialities: ["tournées", "absences"] },
  { id: "mobile", tribeId: "ter", name: "Mobile", specialities: ["photos"] },
];
const theme = {
  ...{ id: "lost", title: "Rapports perdus sans réseau", description: "", tribeId: "ter" },
  createdAt: 0,
};
const choices: Choices = { tribes, teams, themes: [theme], customers: [] };

const never = () => false;
const of = (offers: Offer[], kind: Offer["kind"]) =>
  offers.filter((one) => one.kind === kind).map(({ target }) => target);

function mindOf(insights: KnownInsight[], given: Partial<Choices> = {}) {
  const mind = adviser();
  mind.choose({ ...choices, ...given });
  for (const one of insights) mind.take(one);
  return mind;
}

function adviceOn(mind: ReturnType<typeof adviser>, one: KnownInsight, refused = never) {
  mind.take(one);
  return mind.advise(one, refused);
}

const rounds = Array.from({ length: 15 }, (_, round) => round);
const decided = rounds.flatMap((round) => [
  knownInsight({
    ...{ title: `Rapport perdu sans réseau en chaufferie ${round + 10}`, tribeId: "ter" },
    teamId: "mobile",
  }),
  knownInsight({
    ...{ title: `Tournée à refaire quand un technicien est absent ${round + 10}`, tribeId: "pla" },
    teamId: "dispatch",
  }),
]);

describe("A Tribe", () => {
  test("is proposed by what it says of itself while nobody decided anything", () => {
    const [first] = adviceOn(mindOf([]), knownInsight({ title: "Les photos sont floues" }));
    expect(first).toMatchObject({
      ...{ kind: "tribe", target: "ter", teamId: "mobile", reason: "mission", words: ["photos"] },
    });
  });

  test("is the one to which those like it went, with its team, how many and which words", () => {
    const asked = knownInsight({ title: "Encore un rapport perdu sans réseau" });
    const [first] = adviceOn(mindOf(decided), asked);
    expect(first).toMatchObject({ target: "ter", teamId: "mobile", reason: "alike", of: 15 });
    expect(first?.alike).toBeGreaterThan(10);
    expect(first?.words.length).toBeGreaterThan(0);
  });

  test("is not proposed where somebody said no, where it is gone, or where one is decided", () => {
    const mind = mindOf(decided);
    const one = knownInsight({ title: "Encore un rapport perdu sans réseau" });
    mind.take(one);
    expect(of(mind.advise({ ...one, tribeId: "pla" }, never), "tribe")).toEqual([]);
    const noTer = (kind: string, target: string) => kind === "tribe" && target === "ter";
    expect(of(mind.advise(one, noTer), "tribe")).not.toContain("ter");
    mind.choose({ ...choices, tribes: tribes.slice(0, 1) });
    expect(of(mind.advise(one, never), "tribe")).not.toContain("ter");
  });

  test("is another one once people decided otherwise of those like it", () => {
    const mind = mindOf(decided);
    for (const one of decided)
      if (one.tribeId === "ter") mind.take({ ...one, tribeId: "pla", teamId: "dispatch" });
    const asked = knownInsight({ title: "Encore un rapport perdu sans réseau" });
    expect(of(adviceOn(mind, asked), "tribe")[0]).toBe("pla");
  });
});

describe("Nothing is proposed", () => {
  const advised = (fields: Partial<KnownInsight>) =>
    adviceOn(mindOf(decided), knownInsight({ title: "Rapport perdu sans réseau", ...fields }));

  test("of what is answered or merged", () => {
    expect(advised({ answer: "exists" })).toEqual([]);
    expect(advised({ mergedIntoId: "another" })).toEqual([]);
  });

  test("of what is known: its customer, its language", () => {
    const offers = advised({ language: "fr", customers: ["Groupe Ventadour"] });
    expect([...of(offers, "language"), ...of(offers, "customer")]).toEqual([]);
  });
});

describe("A duplicate", () => {
  const title = "Signature refusée sur tablette Samsung";
  const twin = knownInsight({ title, body: "La signature du client n'est pas prise" });
  const asked = knownInsight({ title, body: "La signature du client n'est pas prise" });
  const mind = mindOf([...decided, twin]);
  mind.take(asked);

  test("is the one that says the same, with the words as they stand in this one", () => {
    const [first] = mind.advise(asked, never).filter(({ kind }) => kind === "duplicate");
    expect(first).toMatchObject({ target: twin.id, reason: "words" });
    expect(first?.words).toContain("Samsung");
  });

  test("is not the one of which somebody said that it is another, nor one that is merged away", () => {
    const no = (kind: string, target: string) => kind === "duplicate" && target === twin.id;
    expect(of(mind.advise(asked, no), "duplicate")).not.toContain(twin.id);
    mind.take({ ...twin, mergedIntoId: "another" });
    expect(of(mind.advise(asked, never), "duplicate")).not.toContain(twin.id);
  });
});

describe("A theme", () => {
  const lost = (fields: Partial<KnownInsight> = {}) =>
    knownInsight({ title: "Rapport perdu sans réseau en sous-sol", ...fields });

  test("is the one of those like it, or the one whose name says so", () => {
    const signed = knownInsight({ title: "La signature est refusée sur tablette Samsung" });
    const refused = { ...theme, title: "Signature refusée sur tablette" };
    const byName = adviceOn(mindOf(decided, { themes: [refused] }), signed);
    expect(byName.find(({ kind }) => kind === "theme")).toMatchObject({
      ...{ target: "lost", reason: "words", alike: 0, words: ["signature", "refusée", "tablette"] },
    });
    const asked = lost();
    const [first] = adviceOn(mindOf([lost({ themes: ["lost"] }), ...decided]), asked).filter(
      ({ kind }) => kind === "theme",
    );
    expect(first).toMatchObject({ target: "lost", reason: "alike", alike: 1, of: 1 });
  });

  test("that nobody made yet is named in the customers' words, until somebody says no", () => {
    const bills = rounds
      .slice(0, 3)
      .map((round) => knownInsight({ title: `Bon de commande introuvable ${round + 10}` }));
    const mind = mindOf([...decided, ...bills], { themes: [] });
    const asked = knownInsight({ title: "Bon de commande introuvable" });
    mind.take(asked);
    expect(mind.advise(asked, never).find(({ kind }) => kind === "new-theme")).toMatchObject({
      ...{ target: "Bon de commande introuvable", reason: "group", alike: 4 },
    });
    expect(
      of(
        mind.advise(asked, (kind) => kind === "new-theme"),
        "new-theme",
      ),
    ).toEqual([]);
  });

  test("is asked no more once it has one", () => {
    const offers = adviceOn(mindOf(decided), lost({ themes: ["lost"] }));
    expect([...of(offers, "theme"), ...of(offers, "new-theme")]).toEqual([]);
  });
});

test("Another kind is proposed once that is surely right, and never of what somebody has sorted", () => {
  const sorted = Array.from({ length: 150 }, (_, round) => [
    knownInsight({ title: `Écran noir au démarrage ${round + 10}`, kind: "bug", tribeId: "ter" }),
    knownInsight({ title: `Merci pour la carte ${round + 10}`, kind: "praise", tribeId: "pla" }),
  ]).flat();
  const guessed = { title: "Écran noir au démarrage encore", kind: "request" } as const;
  const few = adviceOn(mindOf(sorted.slice(0, 30)), knownInsight(guessed));
  expect(of(few, "kind")).toEqual([]);
  const mind = mindOf(sorted);
  expect(of(adviceOn(mind, knownInsight(guessed)), "kind")).toEqual(["bug"]);
  expect(of(adviceOn(mind, knownInsight({ ...guessed, tribeId: "ter" })), "kind")).toEqual([]);
  expect(of(adviceOn(mind, knownInsight({ ...guessed, kind: "bug" })), "kind")).toEqual([]);
});

test("What is missing is proposed from the words: the language, and a bug's severity by those before it", () => {
  const bugs = rounds.flatMap((round) => [
    knownInsight({ title: `Écran noir au démarrage ${round + 10}`, kind: "bug", severity: "high" }),
    knownInsight({ title: `Faute de frappe au menu ${round + 10}`, kind: "bug", severity: "low" }),
  ]);
  const asked = knownInsight({
    ...{ title: "L'écran est noir au démarrage", kind: "bug", language: null },
    body: "Depuis hier, quand je lance la tablette.",
  });
  const offers = adviceOn(mindOf(bugs), asked);
  expect(of(offers, "language")).toEqual(["fr"]);
  expect(of(offers, "severity")).toEqual(["high"]);
});

test("What is gone, and what is merged away, is forgotten", () => {
  const mind = mindOf(decided);
  const asked = knownInsight({ title: "Rapport perdu sans réseau en chaufferie" });
  mind.take(asked);
  for (const { id } of decided) mind.forget(id);
  expect(of(mind.advise(asked, never), "duplicate")).toEqual([]);
});
