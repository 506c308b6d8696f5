import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "#lib/auth/actor.ts";
import { runNamed } from "#lib/commands.ts";
import { findCustomer } from "#lib/customers/reads/customer.ts";
import type { Database } from "#lib/db.ts";
import { findEvidence } from "#lib/initiatives/reads/insights-behind.ts";
import { createInitiative } from "#lib/initiatives/writes/initiatives.ts";
import { newCall } from "#lib/operations/write.ts";
import { createTheme } from "#lib/themes/writes/themes.ts";
import { castOn, insightOn } from "#tests/support/cast.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T09:00:00Z");
const quarter = "2026-Q4";
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;
let insight: string;
let shared: { themeId: string; initiativeId: string; itemId: string };

const run = (actor: PersonActor, name: string, input: unknown) =>
  runNamed(name, actor, input, newCall(now));

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
  const own = { handedInById: cast.salome.id };
  insight = await insightOn(database, cast.id.desk, { title: "Rapport perdu" });
  await database.insight.update({ where: { id: insight }, data: own });
  const theme = { title: "Rapports", description: "", tribeId: cast.id.pla, insightIds: [insight] };
  const { id: themeId } = await createTheme(cast.louis, theme, newCall(now));
  const { id: initiativeId } = await createInitiative(
    cast.louis,
    {
      title: "Rapport hors ligne",
      kind: "product",
      origin: "bottom-up",
      teamId: cast.id.dispatch,
      themeIds: [themeId],
    },
    newCall(now),
  );
  const itemId = randomUUID();
  const lane = { teamId: cast.id.dispatch, quarter };
  await run(cast.louis, "roadmap.place", { itemId, initiativeId, ...lane });
  shared = { themeId, initiativeId, itemId };
});

/** Every command that keys and drags may ask for, each with an input that would do something. */
function commands(): [name: string, input: object][] {
  const ids = [insight];
  const { pla, dispatch } = cast.id;
  const { themeId, initiativeId, itemId } = shared;
  const insightIds = ids;
  const lane = { teamId: dispatch, quarter };
  return [
    ["insight.assign", { ids, tribeId: pla }],
    ["insight.return", { ids, was: {} }],
    ["insight.snooze", { ids, until: "2026-12-01" }],
    ["insight.edit-title", { id: insight, version: 1, title: "x" }],
    ["insight.edit-kind", { ids, kind: "bug", was: {} }],
    ["insight.answer", { ids, answer: "shipped" }],
    ["insight.reopen", { ids, was: {} }],
    ["insight.merge", { ids, intoId: randomUUID() }],
    ["insight.part", { ids }],
    ["insight.split", { id: insight, parts: [{ body: "x" }] }],
    ["theme.create", { title: "x", tribeId: pla }],
    ["theme.group", { themeId, insightIds }],
    ["theme.ungroup", { themeId, insightIds }],
    ["insight.share-out", { insightIds, ...lane }],
    ["insight.unshare", { insightIds, quarter, was: {} }],
    ["insight.claim", { insightIds, ...lane }],
    ["initiative.score", { initiativeId, factor: "reach", value: 3, version: 1 }],
    ["roadmap.place", { initiativeId, ...lane }],
    ["roadmap.move", { itemId, teamId: dispatch, version: 1 }],
    ["roadmap.resize", { itemId, effortHalfMonths: 4, version: 1 }],
    ["roadmap.take-out", { itemIds: [itemId] }],
    ["roadmap.commit", { tribeId: pla, quarter }],
    ["roadmap.withdraw", { tribeId: pla, quarter }],
    ["roadmap.close", { tribeId: pla, quarter }],
    ["roadmap.reopen", { tribeId: pla, quarter }],
    ["capacity.set", { ...lane, version: 0, halfMonths: 10, reserveHalfMonths: 0 }],
    ["band.set", { perimeter: "tribe", tribeId: pla, band: { low: 22, high: 40 }, version: 1 }],
  ];
}

const leadsOnly = [
  "roadmap.commit",
  "roadmap.withdraw",
  "roadmap.close",
  "roadmap.reopen",
  "capacity.set",
  "band.set",
];

describe("the server refuses", () => {
  it("a contributor everything but what is theirs, even on what they handed in", async () => {
    for (const [name, input] of commands())
      await expect(run(cast.salome, name, input), name).rejects.toThrow("not-allowed");
  });

  it("somebody whose hats are gone as much as a contributor", async () => {
    for (const [name, input] of commands())
      await expect(run({ ...cast.clara, hats: [] }, name, input), name).rejects.toThrow(
        "not-allowed",
      );
  });

  it("Product Ops the product work, so that keeping the tool is not deciding with it", async () => {
    for (const [name, input] of commands().filter(([name]) => name !== "band.set"))
      await expect(run(cast.ines, name, input), name).rejects.toThrow("not-allowed");
  });

  it("a PM and the leads of another Tribe what only this Tribe's leads may", async () => {
    const wanted = [...leadsOnly, "insight.share-out"];
    for (const [name, input] of commands().filter(([name]) => wanted.includes(name)))
      for (const actor of [cast.louis, cast.yanis, cast.camille])
        await expect(run(actor, name, input), `${name} ${actor.name}`).rejects.toThrow(
          "not-allowed",
        );
    const claim = { insightIds: [insight], teamId: cast.id.dispatch, quarter };
    for (const actor of [cast.camille, cast.aissatou, cast.yanis])
      await expect(run(actor, "insight.claim", claim)).rejects.toThrow("not-allowed");
  });

  it("what it has no name for, whatever its name", async () => {
    for (const name of ["__proto__", "constructor", "toString", "person.promote", ""])
      await expect(run(cast.bastien, name, {})).rejects.toThrow("unknown-command");
  });

  it("fields that nobody asked for, and numbers beyond any row", async () => {
    const edit = { id: insight, version: 1, title: "x" };
    await expect(run(cast.louis, "insight.edit-title", { ...edit, tribeId: null })).rejects.toThrow(
      "invalid",
    );
    await expect(
      run(cast.louis, "insight.edit-title", { ...edit, version: 2 ** 53 - 1 }),
    ).rejects.toThrow("changed-meanwhile");
    const absent = { ids: [randomUUID()], tribeId: cast.id.pla };
    await expect(run(cast.louis, "insight.assign", absent)).rejects.toThrow("insights-not-found");
  });
});

describe("revenue kept to product", () => {
  it("is in no figure and no order that a contributor gets", async () => {
    const [small, large] = [cast.id.pennerley, cast.id.ventadour];
    const other = await insightOn(database, cast.id.desk, { title: "Autre" });
    await database.themeInsight.create({
      data: { themeId: shared.themeId, insightId: other },
    });
    await database.insightOrganisation.createMany({
      data: [
        { insightId: insight, organisationId: large },
        { insightId: other, organisationId: small },
      ],
    });
    const days = (id: string, day: string) =>
      database.insight.update({ where: { id }, data: { saidAt: new Date(day) } });
    await days(insight, "2026-01-01");
    await days(other, "2026-06-01");
    const order = async (viewer: PersonActor) =>
      (await findEvidence(viewer, shared.initiativeId)).voices.ofCustomers.map(
        (voice) => voice.organisation,
      );
    expect(await order(cast.salome)).toEqual(["Groupe Ventadour Énergies", "Pennerley Boilers"]);
    await database.setting.create({ data: { id: "revenue-visibility", value: "product" } });
    expect(await order(cast.salome)).toEqual(["Pennerley Boilers", "Groupe Ventadour Énergies"]);
    expect(await order(cast.louis)).toEqual(["Groupe Ventadour Énergies", "Pennerley Boilers"]);
    const seen = JSON.stringify([
      await findEvidence(cast.salome, shared.initiativeId),
      await findCustomer(cast.salome, large),
    ]);
    expect(seen).not.toMatch(/212000|21200000|6400000|64000/);
  });
});
