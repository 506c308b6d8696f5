import { beforeAll, expect, test } from "vitest";
import type { Database } from "#lib/db.ts";
import { mergeInsights } from "#lib/insights/writes/merge.ts";
import { newCall } from "#lib/operations/write.ts";
import { refuseProposal } from "#lib/proposals/writes/refuse.ts";
import { createTheme } from "#lib/themes/writes/themes.ts";
import { judge } from "#tests/benchmarks/matching/judgement.ts";
import { castOn, insightOn } from "#tests/support/cast.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T09:00:00Z");
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
});

const said = (title: string, days: number, tribeId?: string) => {
  const saidAt = new Date(now.getTime() - days * 24 * 3_600_000);
  const fields = { title, body: "", saidAt, ...(tribeId ? { tribeId } : {}) };
  return insightOn(database, cast.id.desk, fields);
};

test("A company's own history says how often the matcher was right, per Tribe and over time", async () => {
  for (let round = 0; round < 15; round += 1) {
    await said(`Rapport perdu sans réseau en chaufferie ${round + 10}`, 100 - round, cast.id.ter);
    await said(`Tournée à refaire, technicien absent ${round + 10}`, 60 - round, cast.id.pla);
  }
  const [badge, again] = [
    await said("Badge perdu au dépôt", 9),
    await said("Badge perdu au dépôt", 8),
  ];
  await mergeInsights(cast.louis, { ids: [again], intoId: badge }, newCall(now));
  const [first, second] = [
    await said("Photos floues", 7, cast.id.ter),
    await said("Photos floues", 6),
  ];
  const fields = { description: "", tribeId: cast.id.ter, teamId: cast.id.mobile };
  const theme = { ...fields, title: "Les photos", insightIds: [first, second] };
  await createTheme(cast.louis, theme, newCall(now));
  const no = await said("Encore un rapport perdu sans réseau", 1);
  const refused = { insightId: no, kind: "tribe", target: cast.id.ter } as const;
  await refuseProposal(cast.louis, refused, newCall(now));

  const judged = await judge(process.env.DATABASE_URL ?? "", "Europe/Paris");
  expect(judged.now).toMatchObject({ tested: 31, sureness: { state: "not-yet", threshold: null } });
  expect(judged.now.top1).toBeGreaterThan(0.8);
  expect(judged.tribes).toMatchObject([
    { tribe: "Planning", tested: 15 },
    { tribe: "Terrain", tested: 16 },
  ]);
  expect(judged.overTime.map(({ quarter, tribe }) => `${quarter} ${tribe}`)).toEqual([
    "2026-Q3 Planning",
    "2026-Q3 Terrain",
    "2026-Q4 Planning",
    "2026-Q4 Terrain",
  ]);
  expect(judged.themes).toEqual({ tested: 2, first: 0.5, within2: 0.5 });
  expect(judged.duplicates).toEqual({ merged: 1, within3: 1 });
  expect(judged.refusals).toEqual({ tribe: { said: 1, again: 1 } });
});
