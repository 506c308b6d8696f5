import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "#lib/db.ts";
import { answerInsights } from "#lib/insights/writes/answer.ts";
import { addReason } from "#lib/insights/writes/reasons.ts";
import { newCall } from "#lib/operations/write.ts";
import { answeringOf } from "#lib/proposals/reads/answering.ts";
import { createTheme } from "#lib/themes/writes/themes.ts";
import { castOn, insightOn } from "#tests/support/cast.ts";
import { inParis } from "#tests/support/in-paris.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T09:00:00Z");
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;

const about = (insightId: string, viewer = cast.louis, q = "") =>
  answeringOf(viewer, { about: { insightId }, q }, inParis(now));

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
});

describe("What an answer could say", () => {
  test("the initiatives of its themes, the next to come first", async () => {
    const insightId = await insightOn(database, cast.id.desk);
    const theme = { title: "Rapports", description: "", tribeId: cast.id.pla };
    const given = { ...theme, insightIds: [insightId] };
    const { id: themeId } = await createTheme(cast.louis, given, newCall(now));
    const made = async (title: string, quarters: string[]) => {
      const { id, number } = await database.initiative.create({
        data: {
          ...{ title, kind: "product", origin: "bottom-up", teamId: cast.id.dispatch },
          themes: { create: { themeId } },
        },
        select: { id: true, number: true },
      });
      for (const quarter of quarters)
        await database.roadmapItem.create({
          data: {
            initiativeId: id,
            teamId: cast.id.dispatch,
            quarter,
            effortHalfMonths: 1,
            position: 1,
          },
        });
      return number;
    };
    const someday = await made("Someday", ["2026-Q3"]);
    const next = await made("Next", ["2027-Q1", "2027-Q2"]);
    expect((await about(insightId))?.planned).toEqual([
      { id: expect.any(String), number: next, title: "Next", quarter: "2027-Q1" },
      { id: expect.any(String), number: someday, title: "Someday", quarter: null },
    ]);
    const theirs = await answeringOf(cast.louis, { about: { themeId }, q: "" }, inParis(now));
    expect(theirs?.planned).toHaveLength(2);
    expect((await about(insightId, cast.louis, "some"))?.planned).toMatchObject([
      { title: "Someday" },
    ]);
  });

  test("the reasons that are kept, and those that one's team gives, the usual one first, and nobody else's", async () => {
    const decline = async (actor: typeof cast.louis, note: string) => {
      const ids = [await insightOn(database, cast.id.desk)];
      await answerInsights(actor, { ids, answer: "declined", note }, newCall(now));
    };
    await decline(cast.louis, "Trop rare.");
    await decline(cast.louis, "Hors de notre vision.");
    await decline(cast.louis, "Hors de notre vision.");
    await decline(cast.louis, `Longue ${"histoire ".repeat(30)}`);
    await decline(cast.camille, "Pas maintenant.");
    const insightId = await insightOn(database, cast.id.desk);
    expect((await about(insightId))?.reasons).toEqual({
      kept: [],
      usual: ["Hors de notre vision.", "Trop rare."],
    });
    const kept = { id: crypto.randomUUID(), words: "trop rare." };
    await addReason(cast.camille, kept, newCall(now));
    expect((await about(insightId))?.reasons).toEqual({
      kept: [{ ...kept, version: 1 }],
      usual: ["Hors de notre vision."],
    });
  });

  test("nothing to who may not see the insights", async () => {
    const insightId = await insightOn(database, cast.id.desk);
    expect(await about(insightId, cast.salome)).toBeNull();
  });
});
