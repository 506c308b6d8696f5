import { beforeAll, expect, test } from "vitest";
import type { Database } from "#lib/db.ts";
import { undoOperation } from "#lib/history/writes.ts";
import { newCall } from "#lib/operations/write.ts";
import { currentQuarter } from "#lib/quarter.ts";
import { listTribes } from "#lib/tribes/reads.ts";
import { saveTeamInput, saveTribeInput } from "#lib/tribes/schema.ts";
import { archiveTribe, saveDepartment, saveTeam, saveTribe } from "#lib/tribes/writes/tribes.ts";
import { castOn, insightOn } from "#tests/support/cast.ts";
import { inParis } from "#tests/support/in-paris.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T09:00:00Z");
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
});

test("a new Tribe comes last in the company's order, under letters of its own", async () => {
  const { id } = await saveTribe(
    cast.ines,
    saveTribeInput.parse({ code: "éco", name: "Écoute" }),
    newCall(now),
  );
  expect(await database.tribe.findUnique({ where: { id } })).toMatchObject({
    code: "ÉCO",
    position: 3,
  });
  const twin = saveTribeInput.parse({ code: "ÉCO", name: "Économie" });
  await expect(saveTribe(cast.ines, twin, newCall(now))).rejects.toThrow("tribe-code-taken");
  await expect(saveTribe(cast.clara, twin, newCall(now))).rejects.toThrow("not-allowed");
});

test("a team that changes name and Tribe keeps what it was until then", async () => {
  const moved = saveTeamInput.parse({
    id: cast.id.tournees,
    version: 1,
    name: "Secteurs",
    tribeId: cast.id.ter,
  });
  await saveTeam(cast.ines, moved, newCall(now));
  await expect(saveTeam(cast.ines, { ...moved, name: "Trop tard" }, newCall(now))).rejects.toThrow(
    "changed-meanwhile",
  );
  const periods = await database.teamPeriod.findMany({
    where: { teamId: cast.id.tournees },
    orderBy: { startsOn: "asc" },
  });
  expect(periods).toMatchObject([
    { name: "Tournées", tribeId: cast.id.pla, endsOn: new Date("2026-11-16") },
    { name: "Secteurs", tribeId: cast.id.ter, startsOn: new Date("2026-11-16"), endsOn: null },
  ]);
  await saveTeam(cast.ines, { ...moved, version: 2, name: "Secteurs et tournées" }, newCall(now));
  expect(await database.teamPeriod.count({ where: { teamId: cast.id.tournees } })).toBe(2);
});

test("a team that changes Tribe takes its themes along and gives its insights back", async () => {
  const { mobile: teamId, ter: tribeId, pla } = cast.id;
  const insightId = await insightOn(database, cast.id.desk, { tribeId });
  const quarter = currentQuarter({ now: new Date(), timeZone: "Europe/Paris" });
  await database.sharing.create({ data: { insightId, teamId, quarter } });
  await database.sharing.create({ data: { insightId, teamId, quarter: "2025-Q1" } });
  const theme = await database.theme.create({ data: { title: "Offline", tribeId, teamId } });
  const call = newCall(new Date());
  const moved = saveTeamInput.parse({ id: teamId, version: 1, name: "Mobile", tribeId: pla });
  await saveTeam(cast.ines, moved, call);
  const there = async () => ({
    theme: await database.theme.findUniqueOrThrow({ where: { id: theme.id } }),
    sharings: (await database.sharing.findMany({ where: { insightId } })).map((one) => one.quarter),
  });
  expect(await there()).toMatchObject({ theme: { tribeId: pla }, sharings: ["2025-Q1"] });
  await undoOperation(cast.ines, { operationId: call.operationId }, newCall(new Date()));
  const back = await there();
  expect(back).toMatchObject({ theme: { tribeId } });
  expect(new Set(back.sharings)).toEqual(new Set(["2025-Q1", quarter]));
});

test("a Tribe with teams is not archived", async () => {
  const before = await database.tribe.findUniqueOrThrow({ where: { id: cast.id.pla } });
  await expect(
    archiveTribe(cast.ines, { id: cast.id.pla, version: before.version }, newCall(now)),
  ).rejects.toThrow("tribe-has-teams");
});

test("a department's name is its own", async () => {
  await saveDepartment(cast.ines, { id: null, version: null, name: "Sales" }, newCall(now));
  await expect(
    saveDepartment(cast.ines, { id: null, version: null, name: "Sales" }, newCall(now)),
  ).rejects.toThrow("name-taken");
});

test("the org chart says what each team lacks", async () => {
  const tribes = await listTribes(cast.salome, inParis(now));
  const dispatch = tribes.flatMap(({ teams }) => teams).find(({ name }) => name === "Dispatch");
  expect(dispatch?.shortfalls).toEqual(["developers", "lead-developer"]);
  expect(dispatch?.people).toMatchObject([{ name: "Louis Marchetti", roles: ["pm"] }]);
});
