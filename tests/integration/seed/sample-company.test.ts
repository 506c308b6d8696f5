import { beforeAll, expect, test } from "vitest";
import { system } from "#lib/auth/actor.ts";
import { db } from "#lib/db.ts";
import { type AuditPage, listAudit } from "#lib/history/reads/history.ts";
import { shiftQuarter } from "#lib/quarter.ts";
import { bandsOf, effortOf, lanesOf } from "#lib/roadmap/board.ts";
import { findRoadmap } from "#lib/roadmap/reads/roadmap.ts";
import { techShare, writtenPercent } from "#lib/roadmap/tech-share.ts";
import { countTopDown } from "#lib/roadmap/top-down-count.ts";
import { inParis } from "#tests/support/in-paris.ts";
import { faultsOf, sentencesOf } from "#tests/support/messages/sentences.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { newlySeeded, seededDatabase } from "./seeded.ts";

const today = "2026-11-20";
const now = new Date(`${today}T09:00:00Z`);
const quarter = "2026-Q4";
let urls: string[] = [];

beforeAll(async () => {
  urls = await Promise.all([seededDatabase(today), newlySeeded(today)]);
  process.env.DATABASE_URL = urls[0];
});

test("the quarter's tech shares are those that the sample company is known for", async () => {
  const roadmap = await findRoadmap(system, quarter, inParis(now));
  const shares = roadmap.tribes.map((tribe) => {
    const { band } = bandsOf(tribe);
    const reading = techShare({ ...effortOf(tribe.lanes), band });
    return [tribe.name, written(reading, band), reading.state];
  });
  expect(shares).toEqual([
    ["Planning", 24, "within"],
    ["Terrain", 17, "below"],
    ["Contrats", 34, "above"],
    ["Socle", 48, "within"],
  ]);
  const whole = effortOf(lanesOf(roadmap));
  expect(whole).toEqual({ techHalfMonths: 68, totalHalfMonths: 219, leftHalfMonths: 2 });
  const company = { low: 20, high: 50 };
  expect(written(techShare({ ...whole, band: company }), company)).toBe(31);
});

test("three of the quarter's twenty-two initiatives are top-down", async () => {
  const roadmap = await findRoadmap(system, quarter, inParis(now));
  expect(countTopDown(lanesOf(roadmap).flatMap(({ cards }) => cards))).toEqual({
    topDown: 3,
    all: 22,
  });
});

test("two quarters are closed, the current one is committed, the next is a draft", async () => {
  const states = async (steps: number) => {
    const { tribes } = await findRoadmap(system, shiftQuarter(quarter, steps), inParis(now));
    return [...new Set(tribes.map(({ state }) => state))];
  };
  expect(await states(-2)).toEqual(["closed"]);
  expect(await states(-1)).toEqual(["closed"]);
  expect(await states(0)).toEqual(["committed"]);
  expect(await states(1)).toEqual(["draft"]);
});

test("three thousand insights came in before today, fifty of them still wait in the inbox", async () => {
  expect(await db().insight.count({ where: { splitFromId: null } })).toBe(3000);
  expect(await db().insight.count({ where: { tribeId: null, mergedIntoId: null } })).toBe(50);
  expect(await db().insight.count({ where: { receivedAt: { gt: now } } })).toBe(0);
});

test("nothing happens in the sample company's future", async () => {
  expect(await db().operation.count({ where: { at: { gte: new Date(today) } } })).toBe(0);
});

test("an insight is never shared out or answered before it came in", async () => {
  const early = await db().$queryRaw<unknown[]>`
    SELECT i.number FROM insight i LEFT JOIN sharing s ON s.insight_id = i.id
    WHERE s.shared_at < i.received_at OR i.answered_at < i.received_at OR i.answered_at < s.shared_at
      OR i.received_at < i.said_at`;
  expect(early).toEqual([]);
});

test("the same day gives the same company twice", async () => {
  const [one, other] = await Promise.all(urls.map(fingerprintOf));
  expect(other).toEqual(one);
});

function written(reading: ReturnType<typeof techShare>, band: { low: number; high: number }) {
  return reading.share === null ? null : writtenPercent(reading.share, reading.state, band);
}

test("all that was ever done in it reads as a sentence", async () => {
  const whole = { timeZone: "Europe/Paris", personId: null, from: null, to: null };
  const told = new Set<string>();
  for (let after: string | null = null, first = true; first || after; first = false) {
    const page: AuditPage = await listAudit(system, whole, after);
    expect(page.entries.flatMap(sentencesOf).flatMap(faultsOf)).toEqual([]);
    for (const { name } of page.entries) told.add(name);
    after = page.next;
  }
  expect([...told]).toEqual(expect.arrayContaining(["import.batch", "insight.handed-in"]));
});
