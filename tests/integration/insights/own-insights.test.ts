import { beforeAll, expect, it } from "vitest";
import { countOwnInsights, listOwnInsights } from "#lib/insights/reads/insights.ts";
import { answerInsights } from "#lib/insights/writes/answer.ts";
import { handInInsight } from "#lib/insights/writes/hand-in.ts";
import { mergeInsights } from "#lib/insights/writes/merge.ts";
import { newCall } from "#lib/operations/write.ts";
import { castOn } from "#tests/support/cast.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T09:00:00Z");
let cast: Awaited<ReturnType<typeof castOn>>;

beforeAll(async () => {
  cast = await castOn(await useDatabase());
});

it("whoever hands something in sees what became of it, with the reason when it is declined", async () => {
  const handIn = (body: string) => handInInsight(cast.salome, { body }, newCall(now));
  const [declined, merged, kept] = [
    await handIn("Un fax à chaque intervention"),
    await handIn("Le planning s'écrase"),
    await handIn("Deux planificateurs s'écrasent"),
  ];
  const note = "Les clients concernés passent à l'e-mail.";
  await answerInsights(cast.louis, { ids: [declined.id], answer: "declined", note }, newCall(now));
  await mergeInsights(cast.louis, { ids: [merged.id], intoId: kept.id }, newCall(now));
  const own = await listOwnInsights(cast.salome);
  expect(own.find((row) => row.id === declined.id)).toMatchObject({
    answer: "declined",
    answerNote: note,
  });
  expect(own.find((row) => row.id === merged.id)).toMatchObject({ mergedInto: kept.number });
  expect(await countOwnInsights(cast.salome)).toEqual({ count: 3, answered: 1 });
  expect(await countOwnInsights(cast.louis)).toEqual({ count: 0, answered: 0 });
});
