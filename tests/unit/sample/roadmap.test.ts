import { describe, expect, it } from "vitest";
import {
  type SampleInitiative,
  sampleCapacities,
  sampleInitiatives,
} from "#prisma/sample/initiatives.ts";
import { objectives } from "#prisma/sample/okrs/pool.ts";
import { sampleTeams, sampleTribes } from "#prisma/sample/organisation.ts";
import { allSituations } from "#prisma/sample/situations/all.ts";
import { sampleThemes } from "#prisma/sample/themes.ts";

const tribeOf = new Map(sampleTeams.map(({ code, tribe }) => [code, tribe]));
const inQuarter = (quarter: number) =>
  sampleInitiatives.filter(({ items }) => items.some((item) => item.quarter === quarter));

/** Person-months of the current quarter. */
function months(keep: (initiative: SampleInitiative, team: string) => boolean): number {
  const items = sampleInitiatives.flatMap((initiative) =>
    initiative.items.filter(({ quarter, team }) => quarter === 0 && keep(initiative, team)),
  );
  return items.reduce((sum, { effortHalfMonths }) => sum + effortHalfMonths / 2, 0);
}

describe("the sample company's committed quarter", () => {
  it.each([
    ["PLA", 6, 25],
    ["TER", 4.5, 27],
    ["CON", 10, 29.5],
    ["SOC", 13.5, 28],
  ])("gives %s %d person-months of tech out of %d", (tribe, tech, all) => {
    expect(months(({ kind }, team) => kind === "tech" && tribeOf.get(team) === tribe)).toBe(tech);
    expect(months((_, team) => tribeOf.get(team) === tribe)).toBe(all);
  });

  it("gives the company 34 of 109.5", () => {
    expect(months(({ kind }) => kind === "tech")).toBe(34);
    expect(months(() => true)).toBe(109.5);
  });

  it("holds 22 initiatives, 3 of them top-down, 1 of Contrats's 4", () => {
    const current = inQuarter(0);
    const contrats = current.filter(({ team }) => tribeOf.get(team) === "CON");
    const topDown = (list: SampleInitiative[]) => list.filter((one) => one.origin === "top-down");
    expect([current.length, topDown(current).length]).toEqual([22, 3]);
    expect([contrats.length, topDown(contrats).length]).toEqual([4, 1]);
  });
});

describe("the sample company's initiatives", () => {
  it("are top-down for less than a fifth over the year behind", () => {
    const year = sampleInitiatives.filter(({ items }) => items.some(({ quarter }) => quarter <= 0));
    const share = year.filter(({ origin }) => origin === "top-down").length / year.length;
    expect(share).toBeGreaterThan(0.05);
    expect(share).toBeLessThan(0.2);
  });

  it("fit every team's capacity in every quarter", () => {
    for (const { team, halfMonths, reserveHalfMonths } of sampleCapacities) {
      expect(halfMonths).toBeGreaterThanOrEqual(18);
      expect(halfMonths).toBeLessThanOrEqual(24);
      for (const quarter of [-2, -1, 0, 1]) {
        const taken = sampleInitiatives
          .flatMap(({ items }) => items)
          .filter((item) => item.team === team && item.quarter === quarter)
          .reduce((sum, item) => sum + item.effortHalfMonths, 0);
        expect(taken, `${team} in ${quarter}`).toBeLessThanOrEqual(halfMonths - reserveHalfMonths);
      }
    }
  });

  it("score what the page says", () => {
    const scores = new Map(sampleInitiatives.map((one) => [one.title, scoreOf(one)]));
    expect(scores.get("Ne plus jamais perdre un rapport")).toBe(168);
    expect(scores.get("Un rapport, plusieurs destinataires")).toBe(173);
    expect(scores.get("Émettre la facture électronique, PME comprises")).toBe(200);
    expect(scores.get("Planning à plusieurs mains")).toBe(124);
    expect(scores.get("Compétences et habilitations dans les tournées")).toBe(26);
    expect(scores.get("Recherche d'équipements : nouvel index")).toBe(171);
    expect(scores.get("Fermer l'ancienne connexion (sessions v1)")).toBeNull();
    expect(scores.get("Du parc à plat au parc en arbre")).toBe(55);
  });

  it("name known teams, themes and key results, and an epic each once", () => {
    const teams = new Set(sampleTeams.map(({ code }) => code));
    const themes = new Set(sampleThemes.map(({ code }) => code));
    const keyResults = new Set(
      objectives.flatMap(({ keyResults }) => keyResults.map(({ code }) => code)),
    );
    for (const one of sampleInitiatives) {
      for (const { team } of [one, ...one.items]) expect(teams).toContain(team);
      for (const theme of one.themes) expect(themes).toContain(theme);
      for (const code of one.serves) expect(keyResults).toContain(code);
      expect(one.originReason !== null).toBe(one.origin === "top-down");
      expect(Object.values(one.reasons).every((reason) => reason !== "")).toBe(
        one.impactHundredths !== null && one.confidenceHundredths !== null,
      );
    }
    const epics = sampleInitiatives.flatMap(({ epicKey }) => epicKey ?? []);
    expect(new Set(epics).size).toBe(epics.length);
    expect(new Set(sampleInitiatives.map(({ title }) => title)).size).toBe(
      sampleInitiatives.length,
    );
  });
});

describe("the sample company's themes", () => {
  it("are 30 to 40, and each has situations behind it in its own team", () => {
    expect(sampleThemes.length).toBeGreaterThanOrEqual(30);
    expect(sampleThemes.length).toBeLessThanOrEqual(40);
    for (const { code, team } of sampleThemes) {
      const behind = allSituations.filter(({ theme }) => theme === code);
      expect(behind.length, code).toBeGreaterThanOrEqual(2);
      expect(new Set(behind.map((situation) => situation.team))).toEqual(new Set([team]));
    }
  });

  it("draw on at least 25 situations a team, in French and in English", () => {
    const themes = new Set(sampleThemes.map(({ code }) => code));
    for (const { code } of sampleTeams) {
      const own = allSituations.filter(({ team }) => team === code);
      expect(own.length, code).toBeGreaterThanOrEqual(25);
      expect(own.filter(({ language }) => language === "en").length).toBeGreaterThan(8);
      for (const { theme } of own) if (theme !== null) expect(themes).toContain(theme);
    }
    expect(sampleTribes).toHaveLength(4);
  });
});

function scoreOf(one: SampleInitiative): number | null {
  const { reach, impactHundredths, confidenceHundredths, effortHalfMonths } = one;
  if (reach === null || impactHundredths === null) return null;
  if (confidenceHundredths === null || effortHalfMonths === null) return null;
  return Math.round(
    (reach * impactHundredths * confidenceHundredths) / 10_000 / (effortHalfMonths / 2),
  );
}
