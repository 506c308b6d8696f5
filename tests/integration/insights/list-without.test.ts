import { beforeAll, expect, test } from "vitest";
import type { Database } from "#lib/db.ts";
import { listFilterOf } from "#lib/insights/list/filter.ts";
import { countMatching, listInsights } from "#lib/insights/reads/list.ts";
import { mergeInsights } from "#lib/insights/writes/merge.ts";
import { newCall } from "#lib/operations/write.ts";
import { castOn, insightOn } from "#tests/support/cast.ts";
import { inParis } from "#tests/support/in-paris.ts";
import { useDatabase } from "#tests/support/use-database.ts";

// What has no team, no theme, no customer opens as a list, as what has one does; what was merged counts with the one
// that stands.

const now = new Date("2026-11-16T09:00:00Z");
const at = inParis(now);
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;
let departments: Record<"SALES" | "SUPPORT", string>;

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
  const { pla, dispatch, desk, ventadour } = cast.id;
  const [sales, support] = await Promise.all(
    ["Ventes", "Support"].map((name) => database.department.create({ data: { name } })),
  );
  departments = { SALES: sales?.id ?? "", SUPPORT: support?.id ?? "" };
  await database.person.update({
    where: { id: cast.salome.id },
    data: { departmentId: departments.SALES },
  });
  await database.person.update({
    where: { id: cast.louis.id },
    data: { departmentId: departments.SUPPORT },
  });
  const on = (title: string, fields = {}) => insightOn(database, desk, { title, ...fields });
  await on("nothing at all");
  const shared = await on("with a team", { tribeId: pla });
  await database.sharing.create({
    data: { insightId: shared, teamId: dispatch, quarter: "2026-Q4" },
  });
  await on("for a customer", { organisationId: ventadour });
  const themed = await on("under a theme", { tribeId: pla });
  await database.theme.create({
    data: { title: "Exports", tribeId: pla, insights: { create: { insightId: themed } } },
  });
  const asked = await on("asked by sales");
  await database.requester.create({
    data: {
      ...{ name: "Salomé", externalKey: "salome", personId: cast.salome.id },
      insights: { create: { insightId: asked } },
    },
  });
  const handedIn = await on("handed in by support");
  await database.insight.update({
    where: { id: handedIn },
    data: { handedInById: cast.louis.id },
  });
  const root = await on("stands for another");
  const merged = await on("merged away", { organisationId: ventadour });
  await mergeInsights(cast.louis, { ids: [merged], intoId: root }, newCall(now));
});

const all = [
  "asked by sales",
  "for a customer",
  "handed in by support",
  "nothing at all",
  "stands for another",
  "under a theme",
  "with a team",
];
const without = (...titles: string[]) => all.filter((title) => !titles.includes(title));

test.each([
  ["tribe=none", without("under a theme", "with a team")],
  ["tribe=PLA,none", all],
  ["team=none", without("with a team")],
  ["team=none&quarter=2026-Q4", without("with a team")],
  ["team=none&quarter=2026-Q3", all],
  ["theme=none", without("under a theme")],
  ["organisation=none", without("for a customer", "stands for another")],
  ["department=SALES", ["asked by sales"]],
  ["department=SUPPORT", ["handed in by support"]],
  ["department=none", without("asked by sales", "handed in by support")],
  ["tribe=PLA&team=none&theme=none", []],
])("the list %s holds %j", async (address, expected) => {
  const query = address.replace(/SALES|SUPPORT/, (name) =>
    name === "SALES" ? departments.SALES : departments.SUPPORT,
  );
  const given = Object.fromEntries(new URLSearchParams(`state=all&${query}`));
  const filter = listFilterOf(given);
  const { rows } = await listInsights(cast.louis, filter, at);
  expect(rows.map(({ title }) => title).toSorted()).toEqual(expected);
  expect(await countMatching(cast.louis, filter, at)).toBe(expected.length);
});
