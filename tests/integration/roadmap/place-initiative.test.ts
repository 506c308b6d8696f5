import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "#lib/db.ts";
import { undoOperation } from "#lib/history/writes.ts";
import { newCall } from "#lib/operations/write.ts";
import { effortOf } from "#lib/roadmap/board.ts";
import { findRoadmap } from "#lib/roadmap/reads/roadmap.ts";
import { moveItem, placeInitiative, resizeItem, takeOut } from "#lib/roadmap/writes/items.ts";
import { castOn } from "#tests/support/cast.ts";
import { inParis } from "#tests/support/in-paris.ts";
import { initiativeOn } from "#tests/support/roadmap.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T09:00:00Z");
const quarter = "2026-Q4";
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;
let many: string;
let index: string;

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
  many = await initiativeOn(database, {
    title: "Planning à plusieurs mains",
    teamId: cast.id.dispatch,
    rice: [310, 200, 80, 8],
  });
  index = await initiativeOn(database, {
    title: "Recherche d'équipements : nouvel index",
    teamId: cast.id.dispatch,
    kind: "tech",
    rice: [null, 100, 80, 6],
  });
});

beforeEach(() => database.roadmapItem.deleteMany());

const place = (initiativeId: string, teamId = cast.id.dispatch, more: object = {}) =>
  placeInitiative(cast.louis, { initiativeId, teamId, quarter, ...more }, newCall(now));

async function lane(teamId: string) {
  const { tribes } = await findRoadmap(cast.ines, quarter, inParis(now));
  const found = tribes.flatMap((tribe) => tribe.lanes).find((one) => one.teamId === teamId);
  if (!found) throw new Error("no lane");
  return found;
}
const titles = async (teamId: string) => (await lane(teamId)).cards.map((card) => card.title);

describe("placing an initiative", () => {
  it("takes its own effort, leaves the tray and moves the tech share", async () => {
    await place(many);
    await place(index);
    const dispatch = await lane(cast.id.dispatch);
    expect(dispatch.cards).toMatchObject([
      { effortHalfMonths: 8, score: 124 },
      { effortHalfMonths: 6, score: null },
    ]);
    expect(effortOf([dispatch])).toMatchObject({ techHalfMonths: 6, totalHalfMonths: 14 });
    expect((await findRoadmap(cast.ines, quarter, inParis(now))).tray).toEqual([]);
  });

  it("leaves what is planned later waiting for the quarter that takes it", async () => {
    await place(many, cast.id.dispatch, { effortHalfMonths: 5 });
    const next = await findRoadmap(cast.louis, "2027-Q1", inParis(now));
    expect(next.tray.find((card) => card.initiativeId === many)).toMatchObject({
      leftHalfMonths: 3,
    });
    await placeInitiative(
      cast.louis,
      { initiativeId: many, teamId: cast.id.dispatch, quarter: "2027-Q1" },
      newCall(now),
    );
    const after = await findRoadmap(cast.louis, "2027-Q1", inParis(now));
    expect(after.tray.map((card) => card.initiativeId)).toEqual([index]);
  });

  it("puts it where it was dropped", async () => {
    await place(many);
    await place(index, cast.id.dispatch, { afterItemId: null });
    expect(await titles(cast.id.dispatch)).toEqual([
      "Recherche d'équipements : nouvel index",
      "Planning à plusieurs mains",
    ]);
  });

  it("is refused twice in the same lane, and fine in another team's", async () => {
    await place(many);
    await expect(place(many)).rejects.toMatchObject({ key: "already-in-lane" });
    await place(many, cast.id.tournees);
    expect(await titles(cast.id.tournees)).toEqual(["Planning à plusieurs mains"]);
  });

  it("is refused to a contributor", async () => {
    const input = { initiativeId: many, teamId: cast.id.dispatch, quarter } as const;
    await expect(placeInitiative(cast.salome, input, newCall(now))).rejects.toMatchObject({
      key: "not-allowed",
    });
  });

  it("goes beyond the capacity without a word", async () => {
    await database.capacity.create({
      data: { teamId: cast.id.dispatch, quarter, halfMonths: 6, reserveHalfMonths: 1 },
    });
    await place(many);
    expect(await titles(cast.id.dispatch)).toHaveLength(1);
  });

  it("can be undone", async () => {
    const call = newCall(now);
    await placeInitiative(
      cast.louis,
      { initiativeId: many, teamId: cast.id.dispatch, quarter },
      call,
    );
    await undoOperation(cast.louis, { operationId: call.operationId }, newCall(now));
    expect(await titles(cast.id.dispatch)).toEqual([]);
  });
});

describe("moving what is placed", () => {
  it("changes team and rank, under the id that the screen gave it", async () => {
    const itemId = randomUUID();
    await place(many, cast.id.dispatch, { itemId });
    await place(index, cast.id.tournees);
    await moveItem(
      cast.rachel,
      { itemId, teamId: cast.id.tournees, afterItemId: null, version: 1 },
      newCall(now),
    );
    expect(await titles(cast.id.tournees)).toEqual([
      "Planning à plusieurs mains",
      "Recherche d'équipements : nouvel index",
    ]);
  });

  it("tells the later of two people", async () => {
    const { itemId } = await place(many);
    const move = { itemId, teamId: cast.id.tournees, version: 1 };
    await moveItem(cast.rachel, move, newCall(now));
    await expect(moveItem(cast.clara, move, newCall(now))).rejects.toMatchObject({
      key: "changed-meanwhile",
    });
  });

  it("numbers a lane afresh when its cards stand too close", async () => {
    const first = await place(many);
    await place(index);
    await database.roadmapItem.updateMany({ data: { position: 1 } });
    const third = await initiativeOn(database, { title: "Vue carte", teamId: cast.id.dispatch });
    await place(third, cast.id.dispatch, { afterItemId: first.itemId });
    expect((await titles(cast.id.dispatch))[1]).toBe("Vue carte");
  });

  it("changes its effort, and takes it out", async () => {
    const { itemId } = await place(many);
    await resizeItem(cast.louis, { itemId, effortHalfMonths: 3, version: 1 }, newCall(now));
    expect((await lane(cast.id.dispatch)).cards).toMatchObject([{ effortHalfMonths: 3 }]);
    await takeOut(cast.louis, { itemIds: [itemId] }, newCall(now));
    expect(await titles(cast.id.dispatch)).toEqual([]);
  });
});

describe("undoing", () => {
  it("takes acts back one after the other, the last first", async () => {
    const [placed, resized] = [newCall(now), newCall(now)];
    const lanes = { teamId: cast.id.dispatch, quarter } as const;
    const { itemId } = await placeInitiative(cast.louis, { initiativeId: many, ...lanes }, placed);
    await resizeItem(cast.louis, { itemId, effortHalfMonths: 3, version: 1 }, resized);
    for (const { operationId } of [resized, placed])
      await undoOperation(cast.louis, { operationId }, newCall(now));
    expect(await titles(cast.id.dispatch)).toEqual([]);
  });
});
