import { describe, expect, it } from "vitest";
import { quarterBounds, quarterOf, shiftQuarter } from "#lib/quarter.ts";
import { sampleCustomers } from "#prisma/sample/customers.ts";
import { givenInsights } from "#prisma/sample/given-insights.ts";
import { type SampleInsight, sampleInsights } from "#prisma/sample/insights.ts";
import { sampleMembers, sampleTeams } from "#prisma/sample/organisation.ts";
import { wordsOnly } from "#prisma/sample/telling/story.ts";
import { sampleThemes } from "#prisma/sample/themes.ts";
import { paris } from "#tests/support/in-paris.ts";

const days = ["2026-11-22T09:00:00Z", "2027-01-01T00:30:00Z", "2027-09-15T20:00:00Z"];

describe.each(days)("the sample company's insights on %s", (day) => {
  const today = new Date(day);
  const all = sampleInsights(today);
  const count = (is: (insight: SampleInsight) => boolean) => all.filter(is).length;

  it("are 3,000 in the mix of a real desk", () => {
    expect(all).toHaveLength(3000);
    const kinds = ["bug", "request", "question", "problem", "praise"];
    expect(kinds.map((kind) => count((one) => one.kind === kind))).toEqual([
      1050, 900, 600, 360, 90,
    ]);
    const languages = ["fr", "en", "mixed"];
    expect(languages.map((code) => count(({ language }) => language === code))).toEqual([
      2100, 750, 150,
    ]);
  });

  it("say something else each time, and not by another number", () => {
    expect(new Set(all.map(({ body }) => wordsOnly(body))).size).toBe(3000);
    for (const { body } of all) expect(body).not.toMatch(/[{}[\]|]{2}|\{\w+\}|undefined|lorem/i);
  });

  it("come mostly from a talkative fifth, a few from nobody in particular", () => {
    const talkative = new Set(
      sampleCustomers.filter((one) => one.talkative).map(({ name }) => name),
    );
    const fromThem = count(({ organisations }) =>
      organisations.some((name) => talkative.has(name)),
    );
    const fromNobody = count(({ organisations }) => organisations.length === 0);
    expect(fromNobody).toBe(120);
    expect(fromThem / (all.length - fromNobody)).toBeCloseTo(0.6, 2);
    const heard = new Set(all.flatMap(({ organisations }) => organisations));
    expect(heard.size).toBe(150);
  });

  it("repeat themselves, pile up asks and ask for what exists, as the page says", () => {
    expect(count(({ resembles }) => resembles !== null)).toBe(180);
    expect(count(({ asks }) => asks > 1)).toBe(150);
    const exist = count(({ answer }) => answer?.code === "exists");
    expect(exist).toBeGreaterThanOrEqual(84);
    expect(exist).toBeLessThanOrEqual(90);
  });

  it("are a third one line, a tenth with a signature or a thread, some without a title", () => {
    const oneLine = count(({ body }) => !body.includes("\n") && body.length <= 110) / 3000;
    expect(oneLine).toBeGreaterThan(0.28);
    expect(oneLine).toBeLessThan(0.46);
    const framed = count(({ body }) => /\n--\n|\n> |^(TR|FW|Fwd|Transféré)/.test(body)) / 3000;
    expect(framed).toBeGreaterThan(0.08);
    expect(framed).toBeLessThan(0.13);
    const untitled = count(({ title }) => title === null) / 3000;
    expect(untitled).toBeGreaterThan(0.05);
    expect(untitled).toBeLessThan(0.1);
  });

  it("fill three quarters up to yesterday, Mondays high, August low", () => {
    const first = Date.parse(quarterBounds(shiftQuarter(quarterOf(today, paris), -2)).first);
    for (const { createdAt, updatedAt } of all) {
      expect(createdAt.getTime()).toBeGreaterThanOrEqual(first);
      expect(updatedAt.getTime()).toBeGreaterThanOrEqual(createdAt.getTime());
      expect(updatedAt.getTime()).toBeLessThanOrEqual(today.getTime());
    }
    const on = (weekday: number) => count(({ createdAt }) => createdAt.getUTCDay() === weekday);
    for (const weekday of [0, 2, 3, 4, 5, 6]) expect(on(1)).toBeGreaterThan(on(weekday));
    const inMonth = (month: number) => count(({ createdAt }) => createdAt.getUTCMonth() === month);
    const hasAugust = all.some(({ createdAt }) => createdAt.getUTCMonth() === 7);
    if (hasAugust) expect(inMonth(7)).toBeLessThan(inMonth(6) * 0.6);
  });

  it("leave about fifty fresh ones to triage, and the rest with a Tribe", () => {
    const inbox = all.filter(({ tribe }) => tribe === null);
    expect(inbox).toHaveLength(50);
    for (const one of inbox) {
      expect([one.team, one.quarter, one.theme, one.answer]).toEqual([null, null, null, null]);
      expect(today.getTime() - one.createdAt.getTime()).toBeLessThan(21 * 86_400_000);
    }
  });

  it("are mostly shared out and answered once their quarter is over", () => {
    const { first } = quarterBounds(quarterOf(today, paris));
    const past = all.filter(({ createdAt }) => createdAt.toISOString() < first);
    const share = (is: (insight: SampleInsight) => boolean) => past.filter(is).length / past.length;
    expect(share(({ team }) => team !== null)).toBeGreaterThan(0.8);
    expect(share(({ answer }) => answer !== null)).toBeGreaterThan(0.65);
  });

  it("point to customers, colleagues, teams, themes and insights that are there", () => {
    const customers = new Set(sampleCustomers.map(({ name }) => name));
    const addresses = new Map(sampleMembers.map(({ email, name }) => [email, name]));
    const tribes = new Map(sampleTeams.map(({ code, tribe }) => [code, tribe]));
    const themes = new Map(sampleThemes.map(({ code, team }) => [code, team]));
    const keys = new Set(all.map(({ key }) => key));
    expect(keys.size).toBe(3000);
    expect(new Set(all.map(({ externalId }) => externalId)).size).toBe(3000);
    for (const one of all) {
      for (const name of one.organisations) expect(customers).toContain(name);
      if (one.reporter.personEmail !== null) {
        expect(addresses.get(one.reporter.personEmail)).toBe(one.reporter.name);
      }
      if (one.team !== null) expect(tribes.get(one.team)).toBe(one.tribe);
      expect(one.team === null).toBe(one.quarter === null);
      if (one.theme !== null) expect(themes.get(one.theme)).toBe(one.team);
      if (one.resembles !== null) expect(keys).toContain(one.resembles);
      expect(one.duplicateOfKey !== null).toBe(one.answer?.code === "duplicate");
      expect(one.severity !== null).toBe(one.kind === "bug");
      for (const { team } of one.splitInto) expect(tribes.has(team)).toBe(true);
    }
  });

  it("hold the twelve of the page word for word, from the last days", () => {
    for (const given of givenInsights) {
      const found = all.find(({ body }) => body === given.body);
      expect(found?.title).toBe(given.title);
      const age = today.getTime() - (found?.createdAt.getTime() ?? 0);
      expect(age).toBeLessThan(8 * 86_400_000);
    }
  });
});

describe("the sample company", () => {
  it("is the same twice on the same day, whatever the hour", () => {
    const morning = sampleInsights(new Date("2026-11-22T08:00:00Z"));
    const evening = sampleInsights(new Date("2026-11-22T19:00:00Z"));
    expect(evening).toEqual(morning);
  });

  it("moves with the day", () => {
    const [one] = sampleInsights(new Date("2026-11-22T08:00:00Z"));
    const [other] = sampleInsights(new Date("2027-05-03T08:00:00Z"));
    expect(one?.createdAt).not.toEqual(other?.createdAt);
  });
});
