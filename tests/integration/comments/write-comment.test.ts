import { beforeAll, expect, test } from "vitest";
import { listComments } from "#lib/comments/reads.ts";
import { writeComment } from "#lib/comments/writes.ts";
import type { Database } from "#lib/db.ts";
import { historyOf, listAudit } from "#lib/history/reads/history.ts";
import { undoOperation } from "#lib/history/writes.ts";
import { archiveInitiatives, createInitiative } from "#lib/initiatives/writes/initiatives.ts";
import { findInsight } from "#lib/insights/reads/insights.ts";
import { handInInsight } from "#lib/insights/writes/hand-in.ts";
import { mergeInsights, splitInsight } from "#lib/insights/writes/merge.ts";
import { newCall } from "#lib/operations/write.ts";
import { createTheme } from "#lib/themes/writes/themes.ts";
import { castOn, insightOn } from "#tests/support/cast.ts";
import { paris } from "#tests/support/in-paris.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T09:00:00Z");
const later = new Date("2026-11-16T10:00:00Z");
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;
let themeId: string;
let initiativeId: string;

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
  const { pla: tribeId, dispatch: teamId } = cast.id;
  const theme = { title: "Rapports perdus", description: "", tribeId, teamId, insightIds: [] };
  themeId = (await createTheme(cast.louis, theme, newCall(now))).id;
  initiativeId = await initiative("Ne plus perdre un rapport");
});

async function initiative(title: string): Promise<string> {
  const made = await createInitiative(
    cast.louis,
    {
      title,
      problem: "",
      kind: "product",
      origin: "bottom-up",
      teamId: cast.id.dispatch,
      themeIds: [],
    },
    newCall(now),
  );
  return made.id;
}

test("a theme carries what colleagues say about it, and the audit names who said it on what", async () => {
  const input = { on: "theme", id: themeId, body: "Vu aussi chez deux prospects" } as const;
  const call = newCall(later);
  const first = await writeComment(cast.yanis, input, call);
  expect(await writeComment(cast.yanis, input, call)).toEqual(first);
  expect(await listComments(cast.ines, "theme", themeId)).toEqual([
    {
      id: first.id,
      author: "Yanis Ould-Amar",
      body: "Vu aussi chez deux prospects",
      at: later.toISOString(),
    },
  ]);
  const { entries } = await listAudit(
    cast.ines,
    { personId: null, from: null, to: null, timeZone: paris },
    null,
  );
  expect(entries[0]).toMatchObject({
    name: "comment.written",
    actor: "Yanis Ould-Amar",
    facts: { theme: "Rapports perdus", on: "theme" },
  });
  await undoOperation(cast.yanis, { operationId: call.operationId }, newCall(now));
  expect(await listComments(cast.ines, "theme", themeId)).toEqual([]);
});

test("a contributor comments on an initiative, and neither reads nor writes on a theme", async () => {
  const body = "On attend la bêta";
  await writeComment(cast.louis, { on: "initiative", id: initiativeId, body }, newCall(now));
  expect(await listComments(cast.salome, "initiative", initiativeId)).toMatchObject([
    { author: "Louis Marchetti", body },
  ]);
  const asked = newCall(now);
  await writeComment(cast.salome, { on: "initiative", id: initiativeId, body: "Quand ?" }, asked);
  await undoOperation(cast.salome, { operationId: asked.operationId }, newCall(now));
  await expect(
    writeComment(cast.salome, { on: "theme", id: themeId, body: "Et moi ?" }, newCall(now)),
  ).rejects.toMatchObject({ key: "not-allowed" });
  await expect(listComments(cast.salome, "theme", themeId)).rejects.toMatchObject({
    key: "not-allowed",
  });
});

test("nothing is said any more on what is archived or never was", async () => {
  const id = await initiative("Abandonnée");
  await archiveInitiatives(cast.louis, { initiativeIds: [id] }, newCall(now));
  for (const gone of [id, crypto.randomUUID()])
    await expect(
      writeComment(cast.louis, { on: "initiative", id: gone, body: "Dommage" }, newCall(now)),
    ).rejects.toMatchObject({ key: "not-found" });
});

test("a contributor learns nothing of merged and split insights that are not theirs", async () => {
  const mine = await handInInsight(cast.salome, { body: "Deux demandes en une" }, newCall(now));
  const twin = await insightOn(database, cast.id.desk, { title: "Secret de Corvina" });
  const into = await insightOn(database, cast.id.desk, { title: "Le dossier Corvina" });
  await mergeInsights(cast.louis, { ids: [twin], intoId: mine.id }, newCall(now));
  const detail = async (viewer: typeof cast.louis) =>
    (await findInsight(viewer, mine.number))?.detail;
  expect((await detail(cast.louis))?.merged).toMatchObject([{ title: "Secret de Corvina" }]);
  expect((await detail(cast.salome))?.merged).toEqual([]);
  const split = { id: mine.id, parts: [{ body: "La seconde", title: "La seconde" }] };
  const { ids } = await splitInsight(cast.louis, split, newCall(now));
  await database.insightRequester.deleteMany({ where: { insightId: { in: ids } } });
  await database.insight.updateMany({ where: { id: { in: ids } }, data: { handedInById: null } });
  expect((await detail(cast.louis))?.splits).toHaveLength(1);
  expect((await detail(cast.salome))?.splits).toEqual([]);
  await mergeInsights(cast.louis, { ids: [mine.id], intoId: into }, newCall(now));
  expect(JSON.stringify(await historyOf(cast.salome, [mine.id]))).not.toContain("Corvina");
  expect(JSON.stringify(await historyOf(cast.louis, [mine.id]))).toContain("Corvina");
});
