import { beforeAll, beforeEach, expect, test } from "vitest";
import type { PersonActor } from "#lib/auth/actor.ts";
import type { Database } from "#lib/db.ts";
import { shareOut, unshare } from "#lib/distribution/writes.ts";
import { undoOperation } from "#lib/history/writes.ts";
import { archiveInitiatives, createInitiative } from "#lib/initiatives/writes/initiatives.ts";
import { linkEpic } from "#lib/initiatives/writes/links.ts";
import { mergeInsights, partInsights } from "#lib/insights/writes/merge.ts";
import { assignInsights, snooze } from "#lib/insights/writes/triage.ts";
import { createObjectiveInput } from "#lib/okrs/schema.ts";
import { createObjective, editObjective } from "#lib/okrs/writes/objectives.ts";
import { type Call, newCall } from "#lib/operations/write.ts";
import { currentQuarter, type Quarter } from "#lib/quarter.ts";
import { placeInitiative, takeOut } from "#lib/roadmap/writes/items.ts";
import { setCapacity } from "#lib/roadmap/writes/limits.ts";
import { closeQuarter, commitQuarter } from "#lib/roadmap/writes/quarter.ts";
import {
  archiveTheme,
  createTheme,
  groupInsights,
  ungroupInsights,
} from "#lib/themes/writes/themes.ts";
import { castOn, insightOn } from "#tests/support/cast.ts";
import { inParis } from "#tests/support/in-paris.ts";
import { useDatabase } from "#tests/support/use-database.ts";

// What a command refuses, its undo refuses too, in words: the database keeps these rules.

const now = new Date();
const quarter: Quarter = "2030-Q1";
const later: Quarter = "2031-Q1";
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;
let first: string;
let second: string;

/** Does it, and gives what takes it back. */
async function done(act: (call: Call) => Promise<unknown>, by: PersonActor = cast.clara) {
  const call = newCall(now);
  await act(call);
  return () => undoOperation(by, { operationId: call.operationId }, newCall(now));
}

const merge = (id: string, intoId: string) =>
  done((call) => mergeInsights(cast.clara, { ids: [id], intoId }, call));
const part = (id: string) => done((call) => partInsights(cast.clara, { ids: [id] }, call));
const give = (id: string, tribeId: string) =>
  done((call) => assignInsights(cast.clara, { ids: [id], tribeId, reason: "Theirs." }, call));
const theme = (insightIds: string[]) =>
  createTheme(
    cast.clara,
    { title: "Lost reports", description: "", tribeId: cast.id.pla, insightIds },
    newCall(now),
  );
const initiative = (title: string) =>
  createInitiative(
    cast.clara,
    { title, kind: "product", origin: "bottom-up", teamId: cast.id.dispatch, themeIds: [] },
    newCall(now),
  );

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
});

beforeEach(async () => {
  first = await insightOn(database, cast.id.desk, {});
  second = await insightOn(database, cast.id.desk, {});
});

test("two insights never point at each other", async () => {
  await merge(first, second);
  const together = await part(first);
  await merge(second, first);
  await expect(together()).rejects.toThrow("insight-is-merged");
  expect(await database.insight.count({ where: { mergedIntoId: null, id: first } })).toBe(1);
});

test("nothing is merged into what was merged", async () => {
  const third = await insightOn(database, cast.id.desk, {});
  await merge(first, second);
  const together = await part(first);
  await merge(second, third);
  await expect(together()).rejects.toThrow("insight-is-merged");
});

test("an insight that was merged since is not put back under a theme, nor moved", async () => {
  const { id: themeId } = await theme([first]);
  const grouped = await done((call) =>
    ungroupInsights(cast.clara, { themeId, insightIds: [first] }, call),
  );
  const toInbox = await give(first, cast.id.pla);
  await merge(first, second);
  await expect(grouped()).rejects.toThrow("insight-is-merged");
  await expect(toInbox()).rejects.toThrow("insight-is-merged");
});

test("an insight sleeps in the inbox only", async () => {
  await done((call) => snooze(cast.clara, { ids: [first], until: "2040-01-01" }, call));
  const asleep = await done((call) => snooze(cast.clara, { ids: [first], until: null }, call));
  await give(first, cast.id.pla);
  await expect(asleep()).rejects.toThrow("asleep-outside-inbox");
});

test("no team gets back what another Tribe has by now, and no Tribe what a team of another has", async () => {
  const teamId = cast.id.dispatch;
  const back = await give(first, cast.id.pla);
  const share = { insightIds: [first], quarter: currentQuarter(inParis(now)) };
  await done((call) => shareOut(cast.clara, { ...share, teamId }, call));
  await expect(back()).rejects.toThrow("insight-shared-out");
  const shared = await done((call) => unshare(cast.clara, share, call));
  await give(first, cast.id.ter);
  await expect(shared()).rejects.toThrow("insight-not-in-tribe");
});

test("an epic is one initiative's", async () => {
  const [one, two] = [await initiative("One"), await initiative("Two")];
  const link = (initiativeId: string, epicKey: string | null) =>
    done((call) => linkEpic(cast.clara, { initiativeId, epicKey }, call));
  await link(one.id, "TRI-1");
  const held = await link(one.id, null);
  await link(two.id, "TRI-1");
  await expect(held()).rejects.toThrow("epic-held");
  const archived = await done((call) =>
    archiveInitiatives(cast.clara, { initiativeIds: [two.id] }, call),
  );
  await held();
  await expect(archived()).rejects.toThrow("epic-held");
});

test("of twenty who link the same epic at once one does", async () => {
  const many = await Promise.all(Array.from({ length: 20 }, (_, at) => initiative(`Epic ${at}`)));
  const asked = many.map(({ id }) =>
    linkEpic(cast.clara, { initiativeId: id, epicKey: "TRI-20" }, newCall(now)).then(
      () => "linked",
      (error: Error) => error.message.split(" ")[0],
    ),
  );
  const answers = await Promise.all(asked);
  expect(answers.filter((answer) => answer === "linked")).toHaveLength(1);
  expect(new Set(answers)).toEqual(new Set(["linked", ...answers.filter((a) => a !== "linked")]));
  for (const answer of answers) expect(["linked", "epic-held", "epic-taken"]).toContain(answer);
});

test("objectives align upwards, never in a circle, and with nothing archived", async () => {
  const make = (title: string) =>
    createObjective(
      cast.bastien,
      createObjectiveInput.parse({ quarter, title, level: "company", commitment: "committed" }),
      newCall(now),
    );
  const [above, below] = [await make("Above"), await make("Below")];
  const align = (id: string, parentId: string | null, version: number) =>
    done(
      (call) =>
        editObjective(
          cast.bastien,
          { id, version, title: "Aligned", commitment: "committed", parentId, isShared: false },
          call,
        ),
      cast.bastien,
    );
  await align(below.id, above.id, 1);
  const aligned = await align(below.id, null, 2);
  await align(above.id, below.id, 1);
  await expect(aligned()).rejects.toThrow("objective-parent-circle");
});

test("a closed quarter's capacity and items stay as they are", async () => {
  const { id: initiativeId } = await initiative("Placed");
  const lane = { teamId: cast.id.dispatch, quarter: later };
  const size = (halfMonths: number) =>
    done((call) => setCapacity(cast.clara, { ...lane, halfMonths, reserveHalfMonths: 0 }, call));
  await size(10);
  const smaller = await size(12);
  const out = await done((call) => placeInitiative(cast.clara, { ...lane, initiativeId }, call));
  const place = { tribeId: cast.id.pla, quarter: lane.quarter };
  await commitQuarter(cast.clara, place, newCall(now));
  await closeQuarter(cast.clara, place, newCall(new Date("2031-03-30T09:00:00Z")));
  await expect(smaller()).rejects.toThrow("quarter-closed");
  await expect(out()).rejects.toThrow("quarter-closed");
  const change = database.$executeRaw`UPDATE capacity SET half_months = 1 WHERE quarter = '2031-Q1'`;
  await expect(change).rejects.toThrow("refused: quarter-closed");
});

test("nothing goes back to what was archived since", async () => {
  const { id: themeId } = await theme([]);
  await groupInsights(cast.clara, { themeId, insightIds: [first] }, newCall(now));
  const grouped = await done((call) =>
    ungroupInsights(cast.clara, { themeId, insightIds: [first] }, call),
  );
  await archiveTheme(cast.clara, { themeId }, newCall(now));
  await expect(grouped()).rejects.toThrow("archived-meanwhile");

  const { id: initiativeId } = await initiative("Gone");
  const place = { initiativeId, teamId: cast.id.dispatch, quarter };
  const { itemId } = await placeInitiative(cast.clara, place, newCall(now));
  const placed = await done((call) => takeOut(cast.clara, { itemIds: [itemId] }, call));
  await archiveInitiatives(cast.clara, { initiativeIds: [initiativeId] }, newCall(now));
  await expect(placed()).rejects.toThrow("archived-meanwhile");
});
