import { beforeAll, expect, test } from "vitest";
import { answerQuestion } from "#lib/catalogue/reads/ask.ts";
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
