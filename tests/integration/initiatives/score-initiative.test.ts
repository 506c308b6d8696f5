import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "#lib/db.ts";
import { undoOperation } from "#lib/history/writes.ts";
import { findInitiative, listFactorVersions } from "#lib/initiatives/reads/initiative.ts";
import { listInitiatives } from "#lib/initiatives/reads/initiatives.ts";
import { findEvidence } from "#lib/initiatives/reads/insights-behind.ts";
import { writtenScore } from "#lib/initiatives/rice.ts";
import {
  createInitiative,
  editInitiative,
  scoreInitiative,
} from "#lib/initiatives/writes/initiatives.ts";
import { newCall } from "#lib/operations/write.ts";
import { castOn, insightOn } from "#tests/support/cast.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T09:00:00Z");
const later = new Date("2026-11-17T09:00:00Z");
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;
let themeId: string;

const fields = () => ({
  title: "Ne plus jamais perdre un rapport",
  problem: "",
  kind: "product" as const,
  origin: "bottom-up" as const,
  teamId: cast.id.dispatch,
  themeIds: [themeId],
});

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
  const theme = await database.theme.create({
    data: { title: "Rapports perdus", tribeId: cast.id.pla },
  });
  themeId = theme.id;
  const first = await insightOn(database, cast.id.desk, { organisationId: cast.id.ventadour });
  const second = await insightOn(database, cast.id.desk, { organisationId: cast.id.ventadour });
  const merged = await insightOn(database, cast.id.desk, { organisationId: cast.id.pennerley });
  await database.insight.update({ where: { id: merged }, data: { mergedIntoId: first } });
  await database.themeInsight.createMany({
    data: [first, second].map((insightId) => ({ themeId, insightId })),
  });
});

describe("an initiative made of a theme", () => {
  it("shows the customers behind it, each once, those of merged insights too", async () => {
    const { id } = await createInitiative(cast.louis, fields(), newCall(now));
    const evidence = await findEvidence(cast.louis, id);
    expect(evidence.totals).toEqual({
      insights: 2,
      customers: 2,
      revenueCents: 27_600_000,
      atStakeCents: 0,
    });
    expect(evidence.voices.ofCustomers.map((voice) => voice.organisation)).toEqual([
      "Groupe Ventadour Énergies",
      "Pennerley Boilers",
    ]);
  });

  it("is made once when asked twice", async () => {
    const call = newCall(now);
    const made = await createInitiative(cast.louis, fields(), call);
    expect(await createInitiative(cast.louis, fields(), call)).toEqual(made);
  });

  it("is not a contributor's to make", async () => {
    await expect(createInitiative(cast.salome, fields(), newCall(now))).rejects.toMatchObject({
      key: "not-allowed",
    });
  });
});

describe("scoring an initiative", () => {
  it("gives a score with the fourth factor, and keeps who, when and why for each", async () => {
    const { id, number } = await createInitiative(cast.louis, fields(), newCall(now));
    const given = [
      ["reach", 420],
      ["impact", 300],
      ["confidence", 80],
    ] as const;
    for (const [factor, value] of given)
      await scoreInitiative(cast.louis, { initiativeId: id, factor, value }, newCall(now));
    const unscored = await findInitiative(cast.louis, number);
    expect(unscored && writtenScore(unscored)).toBeNull();

    const effort = {
      initiativeId: id,
      factor: "effort",
      value: 12,
      reason: "Chiffré à trois",
    } as const;
    await scoreInitiative(cast.rachel, effort, newCall(later));
    const scored = await findInitiative(cast.ines, number);
    expect(scored && writtenScore(scored)).toBe(168);
    const versions = await listFactorVersions(cast.ines, id);
    expect(versions.at(-1)).toMatchObject({
      factor: "effort",
      value: 12,
      before: null,
      score: 168,
      setBy: "Rachel Oduya",
      setAt: later,
      reason: "Chiffré à trois",
    });
    const [best] = await listInitiatives(cast.ines, { sort: "score" });
    expect(best).toMatchObject({ number, score: 168, customers: 2, quarters: [] });
  });

  it("is not a contributor's", async () => {
    const { id } = await createInitiative(cast.louis, fields(), newCall(now));
    const reach = { initiativeId: id, factor: "reach", value: 1 } as const;
    await expect(scoreInitiative(cast.salome, reach, newCall(now))).rejects.toMatchObject({
      key: "not-allowed",
    });
    expect(await listFactorVersions(cast.louis, id)).toEqual([]);
  });

  it("tells the later of two people, and keeps nothing of theirs", async () => {
    const { id } = await createInitiative(cast.louis, fields(), newCall(now));
    const reach = (value: number) =>
      ({ initiativeId: id, factor: "reach", value, version: 1 }) as const;
    await scoreInitiative(cast.louis, reach(10), newCall(now));
    await expect(scoreInitiative(cast.rachel, reach(20), newCall(now))).rejects.toMatchObject({
      key: "changed-meanwhile",
    });
    expect(await listFactorVersions(cast.louis, id)).toHaveLength(1);
  });

  it("can be taken back, and the history says so", async () => {
    const { id, number } = await createInitiative(cast.louis, fields(), newCall(now));
    const call = newCall(now);
    await scoreInitiative(cast.louis, { initiativeId: id, factor: "reach", value: 10 }, call);
    await undoOperation(cast.louis, { operationId: call.operationId }, newCall(later));
    expect(await findInitiative(cast.louis, number)).toMatchObject({ reach: null });
    expect((await listFactorVersions(cast.louis, id)).map((step) => step.value)).toEqual([
      10,
      null,
    ]);
  });
});

describe("editing an initiative", () => {
  it("is refused to the later of two people", async () => {
    const { id } = await createInitiative(cast.louis, fields(), newCall(now));
    const rename = (title: string) => ({ initiativeId: id, title, version: 1 });
    await editInitiative(cast.louis, rename("Le rapport survit au sous-sol"), newCall(now));
    await expect(
      editInitiative(cast.clara, rename("Autre chose"), newCall(now)),
    ).rejects.toMatchObject({ key: "changed-meanwhile" });
  });
});
