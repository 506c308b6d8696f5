import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { over } from "./cost.ts";
import { type ServedSample, servedSample } from "./served-sample.ts";

// What a command may ask the database for, its session and what it tells the others included: a statement for who hears
// of it, another where it makes what one follows. Those on many say by the
// same limit as those on one that nothing is asked for each of them.

const quarter = "2026-Q4";
const next = "2027-Q1";
const [pm, lead, contributor] = ["louis.marchetti", "clara.vasseur", "salome.arnaud"];

let served: ServedSample;
let things: Awaited<ReturnType<typeof thingsOf>>;

beforeAll(async () => {
  served = await servedSample();
  things = await thingsOf(served);
  return () => served.stop();
});

/** Ids of the sample company's that the acts are about. */
async function thingsOf({ database }: ServedSample) {
  const tribe = await database.tribe.findFirstOrThrow({ where: { code: "PLA" } });
  const team = await database.team.findFirstOrThrow({
    where: { tribeId: tribe.id },
    orderBy: { position: "asc" },
  });
  const inbox = await database.insight.findMany({
    where: { tribeId: null, mergedIntoId: null },
    orderBy: { number: "asc" },
    take: 50,
  });
  const item = await database.roadmapItem.findFirstOrThrow({
    where: { teamId: team.id, quarter: next },
    orderBy: { initiative: { number: "asc" } },
    include: { initiative: true },
  });
  const capacity = await database.capacity.findUnique({
    where: { teamId_quarter: { teamId: team.id, quarter: next } },
  });
  const theme = await database.theme.findFirstOrThrow({ orderBy: { title: "asc" } });
  const [one = "", other = "", ...many] = inbox.map(({ id }) => id);
  return {
    ...{ one, other, many, twenty: many.slice(0, 20) },
    ...{ tribeId: tribe.id, teamId: team.id, themeId: theme.id },
    was: Object.fromEntries(inbox.map(({ id, kind }) => [id, kind])),
    ...{ placed: item.version, scored: item.initiative.version, capacity: capacity?.version ?? 0 },
    ...{ itemId: item.id, initiativeId: item.initiativeId, newItemId: randomUUID() },
  };
}

const each = <Value>(ids: string[], value: Value): Record<string, Value> =>
  Object.fromEntries(ids.map((id) => [id, value]));

type Things = typeof things;

// One story: each act needs those before it.
test.for<[command: string, who: string, inputOf: (of: Things) => object, statements: number]>([
  ["insight.assign", pm, ({ one, tribeId }) => ({ ids: [one], tribeId }), 11],
  ["insight.return", pm, ({ one, tribeId }) => ({ ids: [one], was: each([one], tribeId) }), 10],
  ["insight.snooze", pm, ({ many }) => ({ ids: many, until: "2026-12-24" }), 9],
  [
    "insight.snooze",
    pm,
    ({ many }) => ({ ids: many, until: null, was: each(many, "2026-12-24") }),
    9,
  ],
  ["insight.edit-kind", pm, ({ many, was }) => ({ ids: many, kind: "bug", was }), 9],
  [
    "insight.assign",
    pm,
    ({ one, other, many, tribeId }) => ({ ids: [one, other, ...many], tribeId }),
    11,
  ],
  [
    "comment.write",
    pm,
    ({ one }) => ({ on: "insight", id: one, body: "Entendu aussi au salon." }),
    10,
  ],
  [
    "insight.split",
    pm,
    ({ other }) => ({ id: other, parts: [{ body: "Une partie" }, { body: "L’autre" }] }),
    16,
  ],
  ["insight.share-out", lead, ({ many, teamId }) => ({ insightIds: many, teamId, quarter }), 11],
  [
    "insight.unshare",
    lead,
    ({ many, teamId }) => ({ insightIds: many, quarter, was: each(many, teamId) }),
    9,
  ],
  ["insight.claim", pm, ({ many, teamId }) => ({ insightIds: many, teamId, quarter }), 12],
  [
    "theme.create",
    pm,
    ({ twenty, tribeId }) => ({ title: "Salon", tribeId, insightIds: twenty }),
    13,
  ],
  ["theme.group", pm, ({ twenty, themeId }) => ({ themeId, insightIds: twenty }), 10],
  ["theme.ungroup", pm, ({ twenty, themeId }) => ({ themeId, insightIds: twenty }), 9],
  ["insight.merge", pm, ({ twenty, one }) => ({ ids: twenty, intoId: one }), 10],
  ["insight.part", pm, ({ twenty }) => ({ ids: twenty }), 11],
  ["insight.answer", pm, ({ twenty }) => ({ ids: twenty, answer: "shipped" }), 9],
  [
    "insight.reopen",
    pm,
    ({ twenty }) => ({ ids: twenty, was: each(twenty, { answer: "shipped", at: null }) }),
    9,
  ],
  [
    "insight.hand-in",
    contributor,
    () => ({ body: "Ventadour demande un export du planning." }),
    18,
  ],
  [
    "initiative.score",
    lead,
    ({ initiativeId, scored }) => ({ initiativeId, factor: "reach", value: 420, version: scored }),
    10,
  ],
  [
    "roadmap.resize",
    lead,
    ({ itemId, placed }) => ({ itemId, effortHalfMonths: 3, version: placed }),
    15,
  ],
  [
    "roadmap.move",
    lead,
    ({ itemId, teamId, placed }) => ({ itemId, teamId, afterItemId: null, version: placed + 1 }),
    18,
  ],
  ["roadmap.take-out", lead, ({ itemId }) => ({ itemIds: [itemId] }), 15],
  [
    "roadmap.place",
    lead,
    ({ newItemId, initiativeId, teamId }) => ({
      itemId: newItemId,
      initiativeId,
      teamId,
      quarter: next,
    }),
    18,
  ],
  [
    "capacity.set",
    lead,
    ({ teamId, capacity }) => ({
      ...{ teamId, quarter: next, version: capacity },
      ...{ halfMonths: 40, reserveHalfMonths: 2 },
    }),
    11,
  ],
  ["roadmap.commit", lead, ({ tribeId }) => ({ tribeId, quarter: next }), 16],
])("%s of %s stays within its statements", async ([command, who, inputOf, statements]) => {
  const { operationId: _, ...cost } = await served.command(who, {
    command,
    input: inputOf(things),
  });
  expect(over(cost, { statements })).toEqual({});
});

test("an undo of many stays within its statements", async () => {
  const kind = {
    command: "insight.edit-kind",
    input: { ids: things.many, kind: "question", was: each(things.many, "bug") },
  };
  const { operationId } = await served.command(pm, kind);
  const cost = await served.command(pm, { command: "undo", input: { operationId } });
  expect(over(cost, { statements: 3 * things.many.length + 17 })).toEqual({});
});
