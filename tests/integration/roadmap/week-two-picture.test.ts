import { beforeAll, describe, expect, it } from "vitest";
import { system } from "#lib/auth/actor.ts";
import type { Database } from "#lib/db.ts";
import { newCall } from "#lib/operations/write.ts";
import { findRoadmap } from "#lib/roadmap/reads/roadmap.ts";
import { placeInitiative, takeOut } from "#lib/roadmap/writes/items.ts";
import { keepWeekTwoPictures } from "#lib/roadmap/writes/week-two-pictures.ts";
import { castOn } from "#tests/support/cast.ts";
import { inParis } from "#tests/support/in-paris.ts";
import { initiativeOn } from "#tests/support/roadmap.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const quarter = "2026-Q4";
const planned = new Date("2026-10-05T09:00:00Z");
const tooEarly = new Date("2026-10-14T20:00:00Z");
const inTime = new Date("2026-10-14T22:05:00Z");
const muchLater = new Date("2026-11-20T09:00:00Z");

let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;
let itemId = "";

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
  const initiativeId = await initiativeOn(database, { title: "Météo", teamId: cast.id.dispatch });
  const input = { initiativeId, teamId: cast.id.dispatch, quarter } as const;
  itemId = (await placeInitiative(cast.clara, input, newCall(planned))).itemId;
});

const pictures = () => database.roadmapPicture.findMany({ where: { reason: "week-2" } });

describe("At the end of the second week", () => {
  it("nothing is kept before it is over in Paris", async () => {
    expect(await keepWeekTwoPictures(system, inParis(tooEarly))).toEqual([]);
    expect(await pictures()).toEqual([]);
  });

  it("a picture of each Tribe that has planned is kept once, however many workers ask", async () => {
    await Promise.all([1, 2, 3].map(() => keepWeekTwoPictures(system, inParis(inTime))));
    const kept = await pictures();
    expect(kept.map(({ tribeId }) => tribeId)).toEqual([cast.id.pla]);
    expect(kept[0]).toMatchObject({ quarter, takenAt: inTime, takenById: null });
    expect(JSON.stringify(kept[0]?.picture)).toContain("Météo");
    expect(await database.operation.count({ where: { name: "roadmap.pictured" } })).toBe(1);
  });

  it("the database itself refuses a second one", async () => {
    const [kept] = await pictures();
    if (!kept) throw new Error("no picture");
    const { id: _, ...again } = kept;
    await expect(
      database.roadmapPicture.create({ data: { ...again, picture: {} } }),
    ).rejects.toMatchObject({ code: "P2002" });
  });

  it("the roadmap can be compared with it afterwards", async () => {
    await takeOut(cast.clara, { itemIds: [itemId] }, newCall(muchLater));
    const { tribes } = await findRoadmap(cast.clara, quarter, inParis(muchLater));
    const planning = tribes.find(({ id }) => id === cast.id.pla);
    expect(planning?.pictures).toMatchObject([{ reason: "week-2", takenAt: inTime.toISOString() }]);
    expect(planning?.pictures[0]?.picture?.teams[0]?.items).toMatchObject([{ title: "Météo" }]);
  });
});

describe("A worker that was off at that moment", () => {
  it("takes it when it is back, of what was planned by then", async () => {
    const initiativeId = await initiativeOn(database, { title: "Gants", teamId: cast.id.mobile });
    const late = { initiativeId, teamId: cast.id.mobile, quarter } as const;
    const item = await placeInitiative(cast.yanis, late, newCall(muchLater));
    expect(await keepWeekTwoPictures(system, inParis(muchLater))).toEqual([]);
    await database.roadmapItem.update({ where: { id: item.itemId }, data: { placedAt: planned } });
    expect(await keepWeekTwoPictures(system, inParis(muchLater))).toEqual([cast.id.ter]);
    expect(await keepWeekTwoPictures(system, inParis(muchLater))).toEqual([]);
  });

  it("leaves it to nobody who may not lead", async () => {
    await expect(keepWeekTwoPictures(cast.louis, inParis(muchLater))).rejects.toMatchObject({
      key: "not-allowed",
    });
  });
});
