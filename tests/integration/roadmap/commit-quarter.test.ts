import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "#lib/db.ts";
import { newCall } from "#lib/operations/write.ts";
import type { Quarter } from "#lib/quarter.ts";
import { changesSince } from "#lib/roadmap/changes.ts";
import { pictureSchema } from "#lib/roadmap/picture.ts";
import { baselineOf } from "#lib/roadmap/promise.ts";
import { findRoadmap } from "#lib/roadmap/reads/roadmap.ts";
import { setBandInput } from "#lib/roadmap/schema.ts";
import { moveItem, placeInitiative, takeOut } from "#lib/roadmap/writes/items.ts";
import { setBand, setCapacity } from "#lib/roadmap/writes/limits.ts";
import {
  closeQuarter,
  commitQuarter,
  reopenQuarter,
  withdrawQuarter,
} from "#lib/roadmap/writes/quarter.ts";
import { castOn } from "#tests/support/cast.ts";
import { inParis } from "#tests/support/in-paris.ts";
import { initiativeOn } from "#tests/support/roadmap.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-10-02T09:00:00Z");
const later = new Date("2026-11-16T09:00:00Z");
const ending = new Date("2026-12-18T09:00:00Z");
const HOUR = 3_600_000;
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
  const committed = baselineOf(found.pictures);
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

  it("again publishes a revision beside it, with who and why: the first commitment stays the baseline", async () => {
    const why = "Dispatch lost a developer.";
    await commitQuarter(cast.bastien, { ...planning(), note: why }, newCall(later));
    const after = await standing();
    expect(after).toMatchObject({
      committedAt: now.toISOString(),
      changes: [{ what: "moved", team: "Tournées" }],
      pictures: [
        { reason: "commit", takenBy: "Clara Vasseur", note: "" },
        { reason: "commit", takenBy: "Bastien Queyroy", note: why },
      ],
    });
    expect(await database.roadmapPicture.count()).toBe(2);
  });

  it("stands once its hour is over", async () => {
    await expect(
      withdrawQuarter(cast.clara, planning(), newCall(new Date(now.getTime() + HOUR + 1))),
    ).rejects.toMatchObject({ key: "commitment-stands" });
    expect(await standing()).toMatchObject({ state: "committed", mayWithdraw: false });
  });

  it("can be withdrawn within the hour, by a row of its own: the next one is the baseline", async () => {
    const [quarter, soon] = ["2027-Q2", new Date(later.getTime() + HOUR)] as const;
    await commitQuarter(cast.clara, planning(quarter), newCall(later));
    expect(await standing(quarter)).toMatchObject({ state: "committed", mayWithdraw: true });
    await expect(
      withdrawQuarter(cast.louis, planning(quarter), newCall(soon)),
    ).rejects.toMatchObject({ key: "not-allowed" });
    await withdrawQuarter(cast.clara, planning(quarter), newCall(soon));
    expect(await standing(quarter)).toMatchObject({ state: "draft", pictures: [] });
    await expect(
      withdrawQuarter(cast.clara, planning(quarter), newCall(soon)),
    ).rejects.toMatchObject({ key: "quarter-not-committed" });
    await commitQuarter(cast.clara, planning(quarter), newCall(soon));
    expect((await standing(quarter)).pictures).toMatchObject([{ takenAt: soon.toISOString() }]);
    const kept = await database.roadmapPicture.findMany({
      where: { quarter },
      orderBy: { takenAt: "asc" },
    });
    expect(kept.map(({ reason }) => reason).toSorted()).toEqual(["commit", "commit", "withdraw"]);
  });
});

describe("closing a quarter", () => {
  it("is refused for a draft, and before its last two weeks", async () => {
    await expect(
      closeQuarter(cast.clara, planning("2027-Q3"), newCall(later)),
    ).rejects.toMatchObject({ key: "quarter-not-committed" });
    await expect(closeQuarter(cast.clara, planning(), newCall(later))).rejects.toMatchObject({
      key: "quarter-goes-on",
    });
    const byHand = database.$executeRaw`
      INSERT INTO tribe_quarter (tribe_id, quarter, state, closed_at)
      VALUES (${cast.id.pla}::uuid, '2027-Q3', 'closed', now())`;
    await expect(byHand).rejects.toThrow("refused: quarter-not-committed");
  });

  it("makes it a record, and never holds up the next", async () => {
    await closeQuarter(cast.clara, planning(), newCall(ending));
    await expect(takeOut(cast.clara, { itemIds: [itemId] }, newCall(ending))).rejects.toMatchObject(
      { key: "quarter-closed" },
    );
    await commitQuarter(cast.clara, planning("2027-Q1"), newCall(ending));
  });

  it("can be taken back: it is committed again, and what was promised stays", async () => {
    await reopenQuarter(cast.clara, planning(), newCall(ending));
    expect(await standing()).toMatchObject({ state: "committed", committedAt: now.toISOString() });
    await expect(reopenQuarter(cast.clara, planning(), newCall(ending))).rejects.toMatchObject({
      key: "quarter-not-closed",
    });
    expect((await standing()).changes).toMatchObject([{ what: "moved" }]);
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
