import { beforeAll, expect, it } from "vitest";
import { countOwnInsights, findInsight, listOwnInsights } from "#lib/insights/reads/insights.ts";
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

  await answerInsights(cast.louis, { ids: [kept.id], answer: "exists", note: "Oui" }, newCall(now));
  const [told] = (await listOwnInsights(cast.salome)).filter(({ id }) => id === merged.id);
  expect(told).toMatchObject({ answer: "exists", answerNote: "Oui", mergedInto: kept.number });
  expect(await countOwnInsights(cast.salome)).toEqual({ count: 3, answered: 3 });
});

it("what was merged into somebody else's says the answer to both, and nothing else of the other", async () => {
  const own = await handInInsight(cast.salome, { body: "Un bon signé" }, newCall(now));
  const other = await handInInsight(cast.camille, { body: "Signer sur place" }, newCall(now));
  await mergeInsights(cast.louis, { ids: [own.id], intoId: other.id }, newCall(now));
  await answerInsights(
    cast.louis,
    { ids: [other.id], answer: "exists", note: "Oui" },
    newCall(now),
  );
  expect(await findInsight(cast.salome, own.number)).toMatchObject({
    row: { id: own.id, answer: "exists" },
    detail: { body: "Un bon signé", answerNote: "Oui", answeredBy: cast.louis.name },
  });
  expect(await findInsight(cast.salome, other.number)).toBeNull();
});
