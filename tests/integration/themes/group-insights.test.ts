import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "#lib/db.ts";
import { undoOperation } from "#lib/history/writes.ts";
import { listFilterOf } from "#lib/insights/list/filter.ts";
import { listInsights } from "#lib/insights/reads/list.ts";
import { mergeInsights } from "#lib/insights/writes/merge.ts";
import { newCall } from "#lib/operations/write.ts";
import {
  findTheme,
  findThemeId,
  findWhoAskedForTheme,
  listThemeInsights,
} from "#lib/themes/reads/theme.ts";
import { findThemeRow, listThemeChoices, listThemes } from "#lib/themes/reads/themes.ts";
import {
  archiveTheme,
  createTheme,
  editTheme,
  groupInsights,
  ungroupInsights,
} from "#lib/themes/writes/themes.ts";
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

function themeOf(
  insightIds: string[],
  title = "On perd nos saisies dès qu'il n'y a plus de réseau",
) {
  const { pla: tribeId, dispatch: teamId } = cast.id;
  const input = { title, description: "", tribeId, teamId, insightIds };
  return createTheme(cast.louis, input, newCall(now));
}

const said = (organisationId?: string, saidAt = now) =>
  insightOn(database, cast.id.desk, { ...(organisationId ? { organisationId } : {}), saidAt });

describe("a theme", () => {
  it("is made with the insights that say so, which the list of insights then shows", async () => {
    const ids = [await said(cast.id.ventadour), await said()];
    const theme = await themeOf(ids);
    expect(theme.count).toBe(2);
    const page = await listInsights(
      cast.louis,
      listFilterOf({ state: "all", theme: theme.id }),
      inParis(now),
    );
    expect(page.rows.map((row) => row.id).toSorted()).toEqual(ids.toSorted());
  });

  it("counts each customer once, with what they are worth and when they said it", async () => {
    const { ventadour, pennerley } = cast.id;
    const before = new Date("2026-08-02T09:00:00Z");
    const { id } = await themeOf([
      await said(ventadour),
      await said(ventadour, before),
      await said(pennerley),
      await said(),
    ]);
    const row = await findThemeRow(cast.louis, id, inParis(now));
    expect(row).toMatchObject({ insights: 4, customers: 2, revenueCents: 27_600_000 });
    expect(row?.trend.slice(-2)).toEqual([
      { quarter: "2026-Q3", count: 1 },
      { quarter: "2026-Q4", count: 3 },
    ]);
    expect((await findWhoAskedForTheme(cast.louis, id)).customers).toMatchObject([
      { name: "Groupe Ventadour Énergies", insights: 2 },
      { name: "Pennerley Boilers", insights: 1 },
    ]);
  });

  it("lets every customer be heard once, the largest first", async () => {
    const { ventadour, pennerley } = cast.id;
    const { id } = await themeOf([await said(pennerley), await said(ventadour), await said()]);
    const { voices } = await findWhoAskedForTheme(cast.louis, id);
    expect(voices.ofCustomers.map((voice) => voice.organisation)).toEqual([
      "Groupe Ventadour Énergies",
      "Pennerley Boilers",
    ]);
    expect(voices).toMatchObject({ customers: 2, nobodys: 1, ofNobody: [{ organisation: null }] });
  });

  it("still counts the customer of an insight that was merged into one of its own", async () => {
    const [kept, merged] = [await said(cast.id.ventadour), await said(cast.id.pennerley)];
    const { id } = await themeOf([kept]);
    await mergeInsights(cast.louis, { ids: [merged], intoId: kept }, newCall(now));
    expect(await findThemeRow(cast.louis, id, inParis(now))).toMatchObject({
      insights: 1,
      customers: 2,
    });
  });

  it("counts every customer of what was merged in two steps, also where a theme is chosen", async () => {
    const { ventadour, pennerley } = cast.id;
    const [kept, between, first] = [await said(), await said(ventadour), await said(pennerley)];
    const { id } = await themeOf([kept, between], "Fusionnés en deux fois");
    await mergeInsights(cast.louis, { ids: [first], intoId: between }, newCall(now));
    await mergeInsights(cast.louis, { ids: [between], intoId: kept }, newCall(now));
    expect(await findThemeRow(cast.louis, id, inParis(now))).toMatchObject({
      insights: 1,
      customers: 2,
    });
    expect(await listThemeChoices(cast.louis, "fusionnés en deux")).toMatchObject([
      { id, insights: 1 },
    ]);
  });

  it("is found by words of its title, accents and case aside", async () => {
    const { id } = await themeOf([], "Les créneaux à 100 % débordent");
    expect(await listThemeChoices(cast.louis, "CRENEAUX 100 %")).toMatchObject([{ id }]);
  });

  it("opens by its key, its number and its id, and by nothing else", async () => {
    const { id } = await themeOf([], "Ce qui porte un numéro");
    const { number } = (await findTheme(cast.louis, id)) ?? { number: 0 };
    const opened = (address: string) => findThemeId(cast.louis, address);
    for (const address of [`THE-${number}`, `the-${number}`, `${number}`, id])
      expect(await opened(address)).toBe(id);
    for (const address of [`INI-${number}`, "THE-2147483647", "THE-", "Ce qui"])
      expect(await opened(address)).toBeNull();
  });

  it("belongs to a team of its Tribe", async () => {
    const { pla: tribeId, mobile: teamId } = cast.id;
    const input = { title: "Ailleurs", description: "", tribeId, teamId, insightIds: [] };
    await expect(createTheme(cast.louis, input, newCall(now))).rejects.toMatchObject({
      key: "not-found",
    });
  });

  it("leaves its team when it changes Tribe", async () => {
    const { id } = await themeOf([], "Un sujet de terrain");
    await editTheme(cast.clara, { themeId: id, version: 1, tribeId: cast.id.ter }, newCall(now));
    expect(await findTheme(cast.clara, id)).toMatchObject({ tribeId: cast.id.ter, teamId: null });
  });

  it("is not overwritten by somebody who read an older one", async () => {
    const { id } = await themeOf([], "Avant");
    await editTheme(cast.louis, { themeId: id, version: 1, title: "Pendant" }, newCall(now));
    await expect(
      editTheme(cast.clara, { themeId: id, version: 1, title: "Après" }, newCall(now)),
    ).rejects.toMatchObject({ key: "changed-meanwhile" });
    expect(await findTheme(cast.clara, id)).toMatchObject({ title: "Pendant", version: 2 });
  });

  it("leaves every list once archived, and takes no more insights", async () => {
    const { id } = await themeOf([], "Réglé depuis");
    await archiveTheme(cast.louis, { themeId: id }, newCall(now));
    const listed = await listThemes(cast.louis, {}, inParis(now));
    expect(listed.map((theme) => theme.id)).not.toContain(id);
    const late = { themeId: id, insightIds: [await said()] };
    await expect(groupInsights(cast.louis, late, newCall(now))).rejects.toMatchObject({
      key: "not-found",
    });
  });

  it("is listed under its Tribe and its team", async () => {
    const { id } = await themeOf([], "Du dispatch");
    const of = async (filters: { tribe?: string; team?: string }) =>
      (await listThemes(cast.louis, filters, inParis(now))).some((theme) => theme.id === id);
    expect(await of({ tribe: "PLA", team: cast.id.dispatch })).toBe(true);
    expect(await of({ tribe: "TER" })).toBe(false);
    expect(await of({ team: cast.id.tournees })).toBe(false);
  });
});

describe("insights", () => {
  it("are put under a theme once, even when two people do it at the same time", async () => {
    const { id: themeId } = await themeOf([]);
    const insightIds = [await said(), await said()];
    const counts = await Promise.all(
      [cast.louis, cast.clara].map((person) =>
        groupInsights(person, { themeId, insightIds }, newCall(now)),
      ),
    );
    expect(counts.map((one) => one.count).toSorted()).toEqual([0, 2]);
    expect(await listThemeInsights(cast.louis, themeId)).toHaveLength(2);
  });

  it("are taken out again, and put back by an undo", async () => {
    const insightId = await said();
    const { id: themeId } = await themeOf([insightId]);
    const call = newCall(now);
    await ungroupInsights(cast.louis, { themeId, insightIds: [insightId] }, call);
    expect(await listThemeInsights(cast.louis, themeId)).toEqual([]);
    await undoOperation(cast.louis, { operationId: call.operationId }, newCall(now));
    expect(await listThemeInsights(cast.louis, themeId)).toMatchObject([{ id: insightId }]);
  });

  it("that were merged into another are grouped through that one", async () => {
    const [kept, merged] = [await said(), await said()];
    await mergeInsights(cast.louis, { ids: [merged], intoId: kept }, newCall(now));
    const { id: themeId } = await themeOf([]);
    await expect(
      groupInsights(cast.louis, { themeId, insightIds: [merged] }, newCall(now)),
    ).rejects.toMatchObject({ key: "insight-is-merged" });
  });
});

describe("a contributor", () => {
  it("neither makes a theme nor reads one", async () => {
    const input = { title: "Le mien", description: "", tribeId: cast.id.pla, insightIds: [] };
    await expect(createTheme(cast.salome, input, newCall(now))).rejects.toMatchObject({
      key: "not-allowed",
    });
    await expect(listThemes(cast.salome, {}, inParis(now))).rejects.toMatchObject({
      key: "not-allowed",
    });
  });
});

describe("with its Tribe", () => {
  const stand = async (ids: string[]) => {
    const rows = await database.insight.findMany({
      where: { id: { in: ids } },
      select: { id: true, tribeId: true, themes: { select: { themeId: true } } },
    });
    return ids.map((id) => {
      const row = rows.find((one) => one.id === id);
      return [row?.tribeId ?? null, row?.themes.length];
    });
  };

  it("those go to it that wait for one, in one act that is taken back by one", async () => {
    const theme = await themeOf([]);
    const waiting = await said();
    const elsewhere = await insightOn(database, cast.id.desk, { tribeId: cast.id.ter });
    const insightIds = [waiting, elsewhere];
    const call = newCall(now);
    await groupInsights(cast.louis, { themeId: theme.id, insightIds, andTribe: true }, call);
    expect(await stand(insightIds)).toEqual([
      [cast.id.pla, 1],
      [cast.id.ter, 1],
    ]);
    await undoOperation(cast.louis, { operationId: call.operationId }, newCall(now));
    expect(await stand(insightIds)).toEqual([
      [null, 0],
      [cast.id.ter, 0],
    ]);
  });

  it("only where that was asked", async () => {
    const theme = await themeOf([]);
    const id = await said();
    await groupInsights(cast.louis, { themeId: theme.id, insightIds: [id] }, newCall(now));
    expect(await stand([id])).toEqual([[null, 1]]);
  });
});
