import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "#lib/db.ts";
import { countPool, findDistribution } from "#lib/distribution/reads.ts";
import { claim, shareOut, unshare } from "#lib/distribution/writes.ts";
import { undoOperation } from "#lib/history/writes.ts";
import { assignInsights } from "#lib/insights/writes/triage.ts";
import { newCall } from "#lib/operations/write.ts";
import { castOn, insightOn } from "#tests/support/cast.ts";
import { inParis } from "#tests/support/in-paris.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T09:00:00Z");
const quarter = "2026-Q4";
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;
let lost: string;
let slow: string;
let foreign: string;

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
});

beforeEach(async () => {
  await database.sharing.deleteMany();
  await database.insightOrganisation.deleteMany();
  await database.insight.deleteMany();
  const { desk, pla, ter, ventadour } = cast.id;
  lost = await insightOn(database, desk, { tribeId: pla, organisationId: ventadour });
  slow = await insightOn(database, desk, { tribeId: pla, title: "Planning lent" });
  foreign = await insightOn(database, desk, { tribeId: ter });
});

const call = () => newCall(now);
const to = (teamId: string, insightIds = [lost], when: "2026-Q4" | "2027-Q1" = quarter) => ({
  insightIds,
  teamId,
  quarter: when,
});
const teamsOf = async (when = "2026-Q4") =>
  (await database.sharing.findMany({ where: { quarter: when } })).map((row) => row.teamId);

describe("sharing out", () => {
  it("gives a team insights of its Tribe for the quarter", async () => {
    await shareOut(cast.clara, to(cast.id.dispatch, [lost, slow]), call());
    const found = await findDistribution(cast.clara, quarter, "PLA", inParis(now));
    expect(found?.insights.map(({ teamId }) => teamId)).toEqual([
      cast.id.dispatch,
      cast.id.dispatch,
    ]);
    expect(await countPool(cast.clara, cast.id.pla, quarter)).toBe(0);
  });

  it("moves what another team had, so that one team has it", async () => {
    await shareOut(cast.clara, to(cast.id.dispatch), call());
    await shareOut(cast.clara, to(cast.id.tournees), call());
    expect(await teamsOf()).toEqual([cast.id.tournees]);
  });

  it("keeps what earlier quarters had, and carries over what is not answered", async () => {
    await shareOut(cast.clara, to(cast.id.dispatch), call());
    const next = await findDistribution(cast.clara, "2027-Q1", "PLA", inParis(now));
    expect(next?.insights.find(({ id }) => id === lost)).toMatchObject({
      teamId: null,
      carriedFrom: { team: "Dispatch", quarter },
    });
    await shareOut(cast.clara, to(cast.id.tournees, [lost], "2027-Q1"), call());
    expect(await teamsOf()).toEqual([cast.id.dispatch]);
    expect(await teamsOf("2027-Q1")).toEqual([cast.id.tournees]);
  });

  it("is refused for an insight of another Tribe, which nothing then gets", async () => {
    const both = to(cast.id.dispatch, [lost, foreign]);
    await expect(shareOut(cast.clara, both, call())).rejects.toMatchObject({
      key: "insight-not-in-tribe",
    });
    expect(await teamsOf()).toEqual([]);
  });

  it("is refused, and so is claiming, for a quarter more than two ahead", async () => {
    const far = { ...to(cast.id.dispatch), quarter: "9999-Q4" } as const;
    const acts = [shareOut(cast.clara, far, call()), claim(cast.louis, far, call())];
    const refused = { key: "quarter-too-far", params: { quarter: "9999-Q4" } };
    expect(await Promise.allSettled(acts)).toMatchObject([
      { reason: refused },
      { reason: refused },
    ]);
    expect(await teamsOf("9999-Q4")).toEqual([]);
  });

  it("is refused for a quarter that is over", async () => {
    const past = { ...to(cast.id.dispatch), quarter: "2026-Q3" } as const;
    await expect(shareOut(cast.clara, past, call())).rejects.toMatchObject({ key: "quarter-over" });
  });

  it("is the Tribe's lead's and the CPO's alone", async () => {
    for (const other of [cast.louis, cast.yanis, cast.ines, cast.salome])
      await expect(shareOut(other, to(cast.id.dispatch), call())).rejects.toMatchObject({
        key: "not-allowed",
      });
    await shareOut(cast.bastien, to(cast.id.dispatch), call());
    expect(await teamsOf()).toHaveLength(1);
  });

  it("can be undone, also when it moved an insight between teams", async () => {
    await shareOut(cast.clara, to(cast.id.dispatch), call());
    const moved = call();
    await shareOut(cast.clara, to(cast.id.tournees, [lost, slow]), moved);
    await undoOperation(cast.clara, { operationId: moved.operationId }, call());
    expect(await teamsOf()).toEqual([cast.id.dispatch]);
  });

  it("ends when the insight leaves the Tribe", async () => {
    await shareOut(cast.clara, to(cast.id.dispatch), call());
    const away = { ids: [lost], tribeId: cast.id.ter, reason: "C'est du terrain" };
    await assignInsights(cast.clara, away, call());
    expect(await teamsOf()).toEqual([]);
  });
});

describe("taking back", () => {
  it("puts insights in the pool again", async () => {
    await shareOut(cast.clara, to(cast.id.dispatch, [lost, slow]), call());
    await unshare(cast.rachel, { insightIds: [lost], quarter }, call());
    expect(await countPool(cast.clara, cast.id.pla, quarter)).toBe(1);
  });

  it("is refused to other Tribes' leads, to PMs and to contributors", async () => {
    await shareOut(cast.clara, to(cast.id.dispatch), call());
    for (const other of [cast.louis, cast.yanis, cast.salome])
      await expect(unshare(other, { insightIds: [lost], quarter }, call())).rejects.toMatchObject({
        key: "not-allowed",
      });
    expect(await teamsOf()).toHaveLength(1);
  });
});

describe("claiming", () => {
  it("takes an insight from the pool into the PM's own team", async () => {
    await claim(cast.louis, to(cast.id.dispatch), call());
    expect(await teamsOf()).toEqual([cast.id.dispatch]);
  });

  it("is refused into another team, and to contributors", async () => {
    for (const other of [cast.aissatou, cast.camille, cast.salome])
      await expect(claim(other, to(cast.id.dispatch), call())).rejects.toMatchObject({
        key: "not-allowed",
      });
  });

  it("is refused once a team has it, for this quarter or carried over", async () => {
    await shareOut(cast.clara, to(cast.id.tournees), call());
    await expect(claim(cast.louis, to(cast.id.dispatch), call())).rejects.toMatchObject({
      key: "insight-not-in-pool",
      params: { team: "Tournées" },
    });
    await expect(
      claim(cast.louis, to(cast.id.dispatch, [lost], "2027-Q1"), call()),
    ).rejects.toMatchObject({ key: "insight-not-in-pool" });
  });

  it("is refused for an insight of another Tribe", async () => {
    await expect(claim(cast.louis, to(cast.id.dispatch, [foreign]), call())).rejects.toMatchObject({
      key: "insight-not-in-tribe",
    });
  });
});

describe("the screen's data", () => {
  it("has no pool for a quarter that is over", async () => {
    const found = await findDistribution(cast.clara, "2026-Q3", "PLA", inParis(now));
    expect(found).toMatchObject({ isOver: true, insights: [] });
  });

  it("counts revenue by customer and names each team's PM", async () => {
    const found = await findDistribution(cast.louis, quarter, undefined, inParis(now));
    expect(found).toMatchObject({
      tribe: { code: "PLA" },
      mayShareOut: false,
      ownTeamId: cast.id.dispatch,
      teams: [{ pm: "Louis Marchetti", capacity: null }, { pm: "Aïssatou Diop" }],
    });
    expect(found?.money).toEqual({ [cast.id.ventadour]: 21_200_000 });
  });

  it("is not for contributors", async () => {
    await expect(
      findDistribution(cast.salome, quarter, undefined, inParis(now)),
    ).rejects.toMatchObject({
      key: "not-allowed",
    });
  });
});
