import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "#lib/db.ts";
import { newCall } from "#lib/operations/write.ts";
import type { Quarter } from "#lib/quarter.ts";
import { changesSince } from "#lib/roadmap/changes.ts";
import { pictureSchema } from "#lib/roadmap/picture.ts";
import { findRoadmap } from "#lib/roadmap/reads/roadmap.ts";
import { setBandInput } from "#lib/roadmap/schema.ts";
import { moveItem, placeInitiative, takeOut } from "#lib/roadmap/writes/items.ts";
import { setBand, setCapacity } from "#lib/roadmap/writes/limits.ts";
import { closeQuarter, commitQuarter, reopenQuarter } from "#lib/roadmap/writes/quarter.ts";
import { castOn } from "#tests/support/cast.ts";
import { inParis } from "#tests/support/in-paris.ts";
import { initiativeOn } from "#tests/support/roadmap.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-10-02T09:00:00Z");
const later = new Date("2026-11-16T09:00:00Z");
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;
let itemId: string;

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
  const initiativeId = await initiativeOn(database, {
    title: "Planning à plusieurs mains",
    teamId: cast.id.dispatch,
    rice: [310, 200, 80, 8],
  });
  const placed = await placeInitiative(
    cast.louis,
    { initiativeId, teamId: cast.id.dispatch, quarter: "2026-Q4" },
    newCall(now),
  );
  itemId = placed.itemId;
});

const planning = (quarter: Quarter = "2026-Q4") => ({ tribeId: cast.id.pla, quarter });
async function dispatchLane() {
  const { tribes } = await findRoadmap(cast.clara, "2026-Q4", inParis(later));
  const lane = tribes.flatMap(({ lanes }) => lanes).find((one) => one.name === "Dispatch");
  if (!lane) throw new Error("no lane");
  return lane;
}
async function standing(quarter: Quarter = "2026-Q4") {
  const { tribes } = await findRoadmap(cast.clara, quarter, inParis(later));
  const found = tribes.find((tribe) => tribe.id === cast.id.pla);
  if (!found) throw new Error("no Tribe");
  const committed = found.pictures.find(({ reason }) => reason === "commit");
  return { ...found, changes: committed ? changesSince(committed.picture, found.lanes) : [] };
}

describe("committing a quarter", () => {
  it.each([
    ["a PM of the Tribe", () => cast.louis],
    ["the Lead PM of another Tribe", () => cast.yanis],
    ["Product Ops", () => cast.ines],
    ["a contributor", () => cast.salome],
  ])("is refused to %s", async (_, who) => {
    await expect(commitQuarter(who(), planning(), newCall(now))).rejects.toMatchObject({
      key: "not-allowed",
    });
    expect((await standing()).state).toBe("draft");
  });

  it("keeps a picture that later names leave as it was", async () => {
    await commitQuarter(cast.clara, planning(), newCall(now));
    await database.initiative.updateMany({ data: { title: "Un autre titre" } });
    await database.team.update({ where: { id: cast.id.dispatch }, data: { name: "Urgences" } });
    await database.tribe.update({ where: { id: cast.id.pla }, data: { name: "Plannings" } });
    const kept = await database.roadmapPicture.findFirstOrThrow();
    expect(pictureSchema.parse(kept.picture)).toMatchObject({
      tribe: { code: "PLA", name: "Planning" },
      teams: [
        { name: "Dispatch", items: [{ title: "Planning à plusieurs mains", score: 124 }] },
        { name: "Tournées", items: [] },
      ],
    });
    await expect(
      database.$executeRaw`UPDATE roadmap_picture SET quarter = '2026-Q3'`,
    ).rejects.toThrow("append-only");
    expect(await standing()).toMatchObject({ state: "committed", committedBy: "Clara Vasseur" });
  });

  it("leaves the lanes to the Tribe's leads, who see what they changed since", async () => {
    const move = { itemId, teamId: cast.id.tournees };
    for (const other of [cast.louis, cast.yanis])
      await expect(moveItem(other, move, newCall(later))).rejects.toMatchObject({
        key: "quarter-committed",
      });
    await moveItem(cast.rachel, move, newCall(later));
    expect((await standing()).changes).toMatchObject([{ what: "moved", team: "Tournées" }]);
  });

  it("again publishes the revision: a new picture, the first day kept", async () => {
    await commitQuarter(cast.bastien, planning(), newCall(later));
    const after = await standing();
    expect(after).toMatchObject({ committedAt: now.toISOString(), changes: [] });
    expect(await database.roadmapPicture.count()).toBe(2);
  });
});

describe("closing a quarter", () => {
  it("makes it a record, and never holds up the next", async () => {
    await closeQuarter(cast.clara, planning(), newCall(later));
    await expect(takeOut(cast.clara, { itemIds: [itemId] }, newCall(later))).rejects.toMatchObject({
      key: "quarter-closed",
    });
    await commitQuarter(cast.clara, planning("2027-Q1"), newCall(later));
  });

  it("can be taken back one step at a time", async () => {
    await reopenQuarter(cast.clara, planning(), newCall(later));
    expect((await standing()).state).toBe("committed");
    await reopenQuarter(cast.clara, planning(), newCall(later));
    expect((await standing()).state).toBe("draft");
    await expect(reopenQuarter(cast.clara, planning(), newCall(later))).rejects.toMatchObject({
      key: "quarter-not-committed",
    });
  });
});

describe("capacity and band", () => {
  const capacity = () => ({
    teamId: cast.id.dispatch,
    quarter: "2026-Q4" as const,
    halfMonths: 20,
    reserveHalfMonths: 3,
  });

  it("are the Tribe's leads' to set", async () => {
    await setCapacity(cast.rachel, capacity(), newCall(later));
    await setCapacity(cast.rachel, { ...capacity(), halfMonths: 22 }, newCall(later));
    const band = { low: 25, high: 30 };
    const tribeId = cast.id.pla;
    await setBand(cast.clara, { perimeter: "tribe", tribeId, band }, newCall(later));
    expect(await standing()).toMatchObject({
      band,
      lanes: [{ capacityHalfMonths: 22, reserveHalfMonths: 3 }, { capacityHalfMonths: null }],
    });
  });

  it("are refused to a PM and to the leads of another Tribe", async () => {
    for (const other of [cast.louis, cast.yanis])
      await expect(setCapacity(other, capacity(), newCall(later))).rejects.toMatchObject({
        key: "not-allowed",
      });
  });

  it("give a team a band of its own, which the roadmap holds it to, and take it back", async () => {
    const { teamVersion: version } = await dispatchLane();
    const team = { perimeter: "team", teamId: cast.id.dispatch, version } as const;
    const form = { ...team, band: { low: 25, high: 45 } };
    await setBand(cast.ines, form, newCall(later));
    expect(await dispatchLane()).toMatchObject({ band: { low: 25, high: 45 } });
    const stale = { ...team, band: { low: 30, high: 45 } };
    await expect(setBand(cast.clara, stale, newCall(later))).rejects.toMatchObject({
      key: "changed-meanwhile",
    });
    const none = { ...team, band: null, version: version + 1 };
    await setBand(cast.clara, none, newCall(later));
    expect(await dispatchLane()).toMatchObject({ band: null });
  });

  it("never set half a band or one upside down", () => {
    const team = { perimeter: "team", teamId: cast.id.dispatch, version: 1 };
    const band = { low: 25, high: 45 };
    expect(setBandInput.safeParse({ ...team, band }).success).toBe(true);
    for (const wrong of [{ low: null }, { high: null }, { low: 45 }, { low: 46 }, { low: 20.5 }])
      expect(setBandInput.safeParse({ ...team, band: { ...band, ...wrong } }).success).toBe(false);
  });

  it("set no team's band in another Tribe", async () => {
    const input = { perimeter: "team", teamId: cast.id.dispatch, band: null } as const;
    for (const other of [cast.louis, cast.yanis, cast.salome])
      await expect(setBand(other, input, newCall(later))).rejects.toMatchObject({
        key: "not-allowed",
      });
  });

  it("only narrow what the company allows", async () => {
    const input = {
      perimeter: "team",
      teamId: cast.id.dispatch,
      band: { low: 10, high: 30 },
    } as const;
    await expect(setBand(cast.clara, input, newCall(later))).rejects.toMatchObject({
      key: "band-outside-company",
    });
  });
});
