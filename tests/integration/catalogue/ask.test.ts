import { beforeAll, expect, test } from "vitest";
import { answerQuestion, listPlacesLike } from "#lib/catalogue/reads/ask.ts";
import { createEntryInput } from "#lib/catalogue/schema.ts";
import { createEntry } from "#lib/catalogue/writes/entries.ts";
import type { Database } from "#lib/db.ts";
import { newCall } from "#lib/operations/write.ts";
import { castOn } from "#tests/support/cast.ts";
import { inParis } from "#tests/support/in-paris.ts";
import { initiativeOn } from "#tests/support/roadmap.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T09:00:00Z");
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
});

test("a question is answered by the entry that says it, as soon as there is one", async () => {
  const ask = (question: string) => answerQuestion(cast.salome, question, inParis(now));
  expect(await ask("deux taux de TVA")).toEqual({ direct: null, near: [], initiatives: [] });
  const content = { title: "Deux taux de TVA sur un devis", answer: "no", words: ["mixed VAT"] };
  const entry = createEntryInput.parse(content);
  const { id } = await createEntry(cast.louis, entry, newCall(now));
  await initiativeOn(database, { title: "TVA mixte", teamId: cast.id.dispatch });
  expect(await ask("mixed VAT?")).toMatchObject({ direct: { id, answer: "no" } });
  expect(await ask("TVA mixte")).toMatchObject({ initiatives: [{ title: "TVA mixte" }] });
  expect(await ask("notes de frais")).toMatchObject({ direct: null });
});

test("a quarter that an initiative is planned for is told to whoever may see the plan", async () => {
  const title = "Badgeuse pour les intervenants";
  const initiativeId = await initiativeOn(database, { title, teamId: cast.id.dispatch });
  await database.roadmapItem.create({
    data: {
      ...{ initiativeId, teamId: cast.id.dispatch, quarter: "2027-Q1" },
      ...{ effortHalfMonths: 2, position: 1, placedAt: now },
    },
  });
  const asked = async (who: "louis" | "salome") =>
    (await answerQuestion(cast[who], "badgeuse intervenants", inParis(now))).initiatives;
  expect(await asked("louis")).toMatchObject([{ title, planned: "2027-Q1" }]);
  expect(await asked("salome")).toEqual([{ number: expect.any(Number), title }]);
});

test("what was sure and is gone meanwhile is no answer, and neither is what comes next", async () => {
  const of = (title: string) =>
    createEntry(cast.louis, createEntryInput.parse({ title, answer: "yes" }), newCall(now));
  const { id } = await of("Signature manuscrite sur tablette");
  await of("Signature sur tablette tactile");
  const ask = () => answerQuestion(cast.salome, "signature manuscrite sur tablette", inParis(now));
  expect((await ask()).direct?.id).toBe(id);
  // Past the versions by which the index knows that something was written.
  await database.catalogueEntry.update({ where: { id }, data: { archivedAt: now } });
  expect((await ask()).direct).toBeNull();
});

test("an answer is offered the entries that say it exists, and no others", async () => {
  const of = (title: string, answer: string) =>
    createEntry(cast.louis, createEntryInput.parse({ title, answer }), newCall(now));
  const { id } = await of("Export du planning au format iCal", "yes");
  const other = await of("Export du planning sur papier", "no");
  const offered = async (text: string) =>
    (await listPlacesLike(cast.louis, text)).map((one) => one.id);
  expect(await offered("export du planning au format iCal")).toContain(id);
  expect(await offered("export du planning sur papier")).not.toContain(other.id);
});
