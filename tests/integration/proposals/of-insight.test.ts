import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "#lib/db.ts";
import { answerInsights } from "#lib/insights/writes/answer.ts";
import { mergeInsights } from "#lib/insights/writes/merge.ts";
import { assignInsights } from "#lib/insights/writes/triage.ts";
import { newCall } from "#lib/operations/write.ts";
import { proposalsOf } from "#lib/proposals/reads/of-insight.ts";
import { refuseProposal } from "#lib/proposals/writes/refuse.ts";
import { createTheme } from "#lib/themes/writes/themes.ts";
import { castOn, insightOn } from "#tests/support/cast.ts";
import { inParis } from "#tests/support/in-paris.ts";
import { proposeOn } from "#tests/support/propose.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T09:00:00Z");
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;
let insight: string;

const shown = (viewer = cast.louis) => proposalsOf(viewer, insight, inParis(now));
const sureFrom = async (threshold: number | null, state: string) => {
  const data = { threshold, state, right: 381, judged: 400, decided: 900 };
  await database.sureness.upsert({
    where: { id: "tribe" },
    create: { id: "tribe", ...data },
    update: data,
  });
};

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
});

beforeEach(async () => {
  insight = await insightOn(database, cast.id.desk);
  await sureFrom(0.8, "earned");
});

describe("Of a Tribe", () => {
  beforeEach(async () => {
    const kind = "tribe";
    await proposeOn(database, {
      ...{ insightId: insight, kind, tribeId: cast.id.pla, teamId: cast.id.dispatch },
      words: ["rapport", "chaufferie"],
    });
    const given = { insightId: insight, kind, tribeId: cast.id.ter };
    await proposeOn(database, { ...given, place: 2, likelihood: 0.1, alike: 3 });
  });

  const codes = async () => (await shown())?.tribe?.options.map(({ tribe }) => tribe.code);

  test("the sure one alone, with its team and why", async () => {
    expect((await shown())?.tribe).toEqual({
      ...{ isSure: true, withdrawn: null },
      options: [
        {
          tribe: { id: cast.id.pla, code: "PLA", name: "Planning", position: 1 },
          team: { id: cast.id.dispatch, name: "Dispatch" },
          ...{ reason: "alike", alike: 12, of: 15, words: ["rapport", "chaufferie"] },
        },
      ],
    });
  });

  test.each([
    ["none has earned it yet", null, "not-yet"],
    ["it was withdrawn", 0.8, "withdrawn"],
    ["it is less likely than that", 0.95, "earned"],
  ])("two while %s", async (_, threshold, state) => {
    await sureFrom(threshold, state);
    const judged = state === "withdrawn" ? { right: 381, judged: 400 } : null;
    expect((await shown())?.tribe).toMatchObject({ isSure: false, withdrawn: judged });
    expect(await codes()).toEqual(["PLA", "TER"]);
  });

  test("not the one that was refused", async () => {
    const input = { insightId: insight, kind: "tribe", target: cast.id.pla } as const;
    await refuseProposal(cast.louis, input, newCall(now));
    expect(await codes()).toEqual(["TER"]);
  });

  test("nothing once it has one, or its answer", async () => {
    const ids = [insight];
    await assignInsights(cast.louis, { ids, tribeId: cast.id.ter }, newCall(now));
    expect(await shown()).toBeNull();
    await answerInsights(cast.louis, { ids, answer: "exists", note: "Là" }, newCall(now));
    expect(await shown()).toBeNull();
  });

  test("nothing for whoever does not sort, not even of their own insight", async () => {
    await database.insight.update({
      where: { id: insight },
      data: { handedInById: cast.salome.id },
    });
    expect(await shown(cast.salome)).toBeNull();
  });
});

describe("Of duplicates", () => {
  const alike = async (likelihood: number, place: number, fields = {}) => {
    const otherId = await insightOn(database, cast.id.desk, fields);
    await proposeOn(database, {
      ...{ insightId: insight, kind: "duplicate", otherId, likelihood, place },
      words: ["chaufferie"],
    });
    return otherId;
  };

  test("three at most, each with whom it is from and where it stands, and none that is hardly alike", async () => {
    const said = { organisationId: cast.id.ventadour, tribeId: cast.id.pla };
    const first = await alike(1.7, 1, said);
    await alike(1.2, 2);
    await alike(0.2, 3);
    const found = (await shown())?.duplicates ?? [];
    expect(found).toHaveLength(2);
    expect(found[0]).toMatchObject({
      ...{ id: first, level: "looks-same", customer: "Groupe Ventadour Énergies", customers: 1 },
      ...{ words: ["chaufferie"], title: "Rapport perdu en chaufferie" },
      standing: {
        ...{ is: "tribe", tribe: { code: "PLA", name: "Planning", position: 1 } },
        ...{ team: null, quarter: null, answer: null },
      },
    });
    expect(found[1]).toMatchObject({ level: "similar", standing: { is: "inbox" } });
  });

  test("none that was merged since, none of which somebody said that it is another", async () => {
    const merged = await alike(1.7, 1);
    const refused = await alike(1.6, 2);
    const into = await insightOn(database, cast.id.desk);
    await mergeInsights(cast.louis, { ids: [merged], intoId: into }, newCall(now));
    const input = { insightId: refused, kind: "duplicate", target: insight } as const;
    await refuseProposal(cast.louis, input, newCall(now));
    expect((await shown())?.duplicates ?? []).toEqual([]);
  });
});

test("Of themes: my team's first, and none that was archived", async () => {
  const theme = async (title: string, teamId: string, tribeId: string, place: number) => {
    const fields = { title, description: "", tribeId, teamId, insightIds: [] };
    const { id } = await createTheme(cast.louis, fields, newCall(now));
    await proposeOn(database, { insightId: insight, kind: "theme", themeId: id, place });
    return id;
  };
  await theme("Rapports perdus", cast.id.mobile, cast.id.ter, 1);
  await theme("Compte rendu", cast.id.dispatch, cast.id.pla, 2);
  const gone = await theme("Sous-sol", cast.id.dispatch, cast.id.pla, 3);
  await database.theme.update({ where: { id: gone }, data: { archivedAt: now } });
  const titles = async (viewer: typeof cast.louis) =>
    (await shown(viewer))?.themes.map((option) => [option.theme.title, option.isMine]);
  expect(await titles(cast.louis)).toEqual([
    ["Compte rendu", true],
    ["Rapports perdus", false],
  ]);
  expect(await titles(cast.camille)).toEqual([
    ["Rapports perdus", true],
    ["Compte rendu", false],
  ]);
});
