import { beforeAll, expect, test } from "vitest";
import type { Database } from "#lib/db.ts";
import { shareOut, unshare } from "#lib/distribution/writes.ts";
import { historyOf, listAudit } from "#lib/history/reads/history.ts";
import { undoOperation } from "#lib/history/writes.ts";
import { listInsightRowIds } from "#lib/insights/reads/history-rows.ts";
import { assignInsights } from "#lib/insights/writes/triage.ts";
import { newCall } from "#lib/operations/write.ts";
import { createTheme, ungroupInsights } from "#lib/themes/writes/themes.ts";
import { castOn, insightOn } from "#tests/support/cast.ts";
import { sentencesOf } from "#tests/support/messages/sentences.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const day = (date: number) => newCall(new Date(`2026-11-${date}T09:00:00Z`));
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
});

test("an insight's history tells of its themes and teams, also of those it left since", async () => {
  const { pla: tribeId, dispatch: teamId } = cast.id;
  const id = await insightOn(database, cast.id.desk, { tribeId });
  const other = await insightOn(database, cast.id.desk, { tribeId });
  const insightIds = [id];
  const quarter = "2026-Q4";
  const theme = { title: "Les créneaux débordent", description: "", tribeId, teamId, insightIds };
  const { id: themeId } = await createTheme(cast.louis, theme, day(10));
  await shareOut(cast.clara, { insightIds: [id, other], teamId, quarter }, day(11));
  await ungroupInsights(cast.louis, { themeId, insightIds }, day(12));
  await unshare(cast.clara, { insightIds, quarter }, day(13));
  const history = await historyOf(cast.louis, await listInsightRowIds(cast.louis, id));
  expect(history.map(({ name }) => name)).toEqual([
    "insight.unshared",
    "theme.ungrouped",
    "insight.shared-out",
    "theme.created",
  ]);
  expect(history[2]?.facts).toMatchObject({ team: "Dispatch", quarter });
  expect(await listInsightRowIds(cast.salome, id)).toEqual([]);
});

test("what is taken back at once reads as one act, what is taken back later as two", async () => {
  const id = await insightOn(database, cast.id.desk, {});
  const give = newCall(new Date("2026-11-16T09:00:00Z"));
  await assignInsights(cast.louis, { ids: [id], tribeId: cast.id.pla }, give);
  await undoOperation(cast.louis, give, newCall(new Date("2026-11-16T09:02:00Z")));
  const again = newCall(new Date("2026-11-16T10:00:00Z"));
  await assignInsights(cast.louis, { ids: [id], tribeId: cast.id.pla }, again);
  await undoOperation(cast.ines, again, newCall(new Date("2026-11-17T10:00:00Z")));
  const history = await historyOf(cast.louis, [id]);
  const words = history.map((entry) => `${entry.actor} ${sentencesOf(entry)[0]}`);
  const name = "INS-3 (Rapport perdu en chaufferie)";
  expect(words).toEqual([
    `Inès Belkacem took back the assignment of ${name} to Planning`,
    `Louis Marchetti assigned ${name} to Planning (taken back by Inès Belkacem)`,
    `Louis Marchetti assigned ${name} to Planning, then took it back`,
  ]);
  const ofInes = { timeZone: "Europe/Paris", personId: cast.ines.id, from: null, to: null };
  const { entries } = await listAudit(cast.ines, ofInes, null);
  expect(entries.map(({ undid }) => undid)).toEqual(["insight.assigned"]);
});
