import { beforeAll, expect, test } from "vitest";
import { runCommand } from "#lib/commands.ts";
import { writeComment } from "#lib/comments/writes.ts";
import type { Database } from "#lib/db.ts";
import { undoOperation } from "#lib/history/writes.ts";
import { findInsight, listOwnInsights } from "#lib/insights/reads/insights.ts";
import { answerInsights, reopenInsights } from "#lib/insights/writes/answer.ts";
import { handInInsight } from "#lib/insights/writes/hand-in.ts";
import { mergeInsights, partInsights, splitInsight } from "#lib/insights/writes/merge.ts";
import { addReason } from "#lib/insights/writes/reasons.ts";
import { newCall } from "#lib/operations/write.ts";
import { createTheme } from "#lib/themes/writes/themes.ts";
import { castOn, insightOn } from "#tests/support/cast.ts";
import { initiativeOn } from "#tests/support/roadmap.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T09:00:00Z");
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;
const fresh = (fields = {}) => insightOn(database, cast.id.desk, fields);
const read = (id: string) => database.insight.findUniqueOrThrow({ where: { id } });

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
});

test("an answer says who gave it and when, and can be taken away again", async () => {
  const id = await fresh();
  await answerInsights(
    cast.louis,
    { ids: [id], answer: "exists", note: "Depuis la 8.2" },
    newCall(now),
  );
  expect(await read(id)).toMatchObject({
    answer: "exists",
    answerNote: "Depuis la 8.2",
    answeredAt: now,
    answeredById: cast.louis.id,
  });
  await reopenInsights(cast.louis, { ids: [id] }, newCall(now));
  expect(await read(id)).toMatchObject({ answer: null, answerNote: null, answeredAt: null });
});

test("nothing is declined without a reason", async () => {
  const ids = [await fresh()];
  await expect(
    answerInsights(cast.louis, { ids, answer: "declined" }, newCall(now)),
  ).rejects.toMatchObject({ key: "reason-needed-to-decline" });
  await expect(
    answerInsights(cast.salome, { ids, answer: "exists", note: "Là" }, newCall(now)),
  ).rejects.toMatchObject({ key: "not-allowed" });
});

const answer = (ids: string[], given: Omit<Parameters<typeof answerInsights>[1], "ids">) =>
  answerInsights(cast.louis, { ids, ...given }, newCall(now));

test("planned names its initiative, exists its place, declined a reason that is kept", async () => {
  const ids = [await fresh()];
  await expect(answer(ids, { answer: "planned" })).rejects.toMatchObject({
    key: "planned-names-initiative",
  });
  await expect(answer(ids, { answer: "exists" })).rejects.toMatchObject({
    key: "exists-names-place",
  });
  await expect(answer(ids, { answer: "duplicate" })).rejects.toMatchObject({
    key: "duplicate-names-other",
  });
  const title = "Ne plus perdre un rapport";
  const initiativeId = await initiativeOn(database, { title, teamId: cast.id.dispatch });
  await answer(ids, { answer: "planned", initiativeId });
  expect(await read(ids[0] ?? "")).toMatchObject({ answerInitiativeId: initiativeId });
  const { id: reasonId } = await addReason(
    cast.louis,
    { id: crypto.randomUUID(), words: "Trop peu de clients" },
    newCall(now),
  );
  await answer(ids, { answer: "declined", reasonId, initiativeId });
  expect(await read(ids[0] ?? "")).toMatchObject({
    answerReasonId: reasonId,
    answerInitiativeId: null,
  });
});

test("nothing new is answered with what is archived", async () => {
  const title = "Abandonné";
  const initiativeId = await initiativeOn(database, { title, teamId: cast.id.dispatch });
  await database.initiative.update({ where: { id: initiativeId }, data: { archivedAt: now } });
  await expect(answer([await fresh()], { answer: "planned", initiativeId })).rejects.toMatchObject({
    key: "archived-meanwhile",
    params: { name: title },
  });
});

test("what was answered before answers named what they mean stays, and comes back by an undo", async () => {
  const old = await fresh({ answer: "planned", answeredAt: now, answerIsBare: true });
  const call = newCall(now);
  await answerInsights(cast.louis, { ids: [old], answer: "exists", note: "Là" }, call);
  await undoOperation(cast.louis, { operationId: call.operationId }, newCall(now));
  expect(await read(old)).toMatchObject({ answer: "planned", answerInitiativeId: null });
  const data = { answer: "planned", answeredAt: now };
  const bare = database.insight.update({ where: { id: await fresh() }, data });
  await expect(bare).rejects.toThrow("insight_answer_names_what_it_means");
});

test("a theme is answered in one act: what has another answer is left, each who asked hears once", async () => {
  const theirs = { handedInById: cast.yanis.id };
  const [one, other, told] = [await fresh(theirs), await fresh(theirs), await fresh()];
  await answer([told], { answer: "exists", note: "Là" });
  const { id: themeId } = await createTheme(
    cast.louis,
    { title: "Rapports", description: "", tribeId: cast.id.pla, insightIds: [one, other, told] },
    newCall(now),
  );
  const call = newCall(now);
  const given = { themeId, answer: "out-of-scope", note: "Le réseau du client." } as const;
  expect(await runCommand("theme.answer", cast.louis, given, call)).toMatchObject({
    answered: 2,
    left: 1,
  });
  expect(await read(told)).toMatchObject({ answer: "exists" });
  expect(await database.notice.count({ where: { personId: cast.yanis.id } })).toBe(1);
  await expect(runCommand("theme.answer", cast.louis, given, newCall(now))).rejects.toMatchObject({
    key: "theme-all-answered",
  });
  await undoOperation(cast.louis, { operationId: call.operationId }, newCall(now));
  for (const id of [one, other]) expect(await read(id)).toMatchObject({ answer: null });
});

test("merged insights keep their text and customers, and part exactly as they were", async () => {
  const into = await fresh();
  const twin = await fresh({ tribeId: cast.id.pla, organisationId: cast.id.pennerley });
  await mergeInsights(cast.louis, { ids: [twin], intoId: into }, newCall(now));
  expect(await read(twin)).toMatchObject({ mergedIntoId: into, tribeId: cast.id.pla });
  for (const act of [
    mergeInsights(cast.louis, { ids: [into], intoId: twin }, newCall(now)),
    answerInsights(cast.louis, { ids: [twin], answer: "exists", note: "Là" }, newCall(now)),
  ])
    await expect(act).rejects.toMatchObject({ key: "insight-is-merged" });
  await expect(
    mergeInsights(cast.louis, { ids: [into], intoId: into }, newCall(now)),
  ).rejects.toMatchObject({ key: "merge-into-itself" });
  await partInsights(cast.louis, { ids: [twin] }, newCall(now));
  expect(await read(twin)).toMatchObject({ mergedIntoId: null, tribeId: cast.id.pla });
  await expect(partInsights(cast.louis, { ids: [twin] }, newCall(now))).rejects.toMatchObject({
    key: "insight-not-merged",
  });
});

test("an ask taken out of an insight has its customers, source and day; the first keeps its text", async () => {
  const id = await fresh({ organisationId: cast.id.ventadour, tribeId: cast.id.ter });
  const { ids } = await splitInsight(
    cast.camille,
    { id, parts: [{ body: "Peut-on agrandir les boutons ?" }] },
    newCall(now),
  );
  const before = await read(id);
  const part = await database.insight.findUniqueOrThrow({
    where: { id: ids[0] ?? "" },
    include: { organisations: true },
  });
  expect(part).toMatchObject({
    splitFromId: id,
    kind: "question",
    sourceId: before.sourceId,
    saidAt: before.saidAt,
    tribeId: cast.id.ter,
    organisations: [{ organisationId: cast.id.ventadour }],
  });
});

test("a contributor hands in what a new customer said, and is its requester", async () => {
  const call = newCall(now);
  const input = {
    body: "Le technicien perd son rapport au sous-sol.",
    organisationName: "Frigo Méridien",
  };
  const first = await handInInsight(cast.salome, input, call);
  expect(await handInInsight(cast.salome, input, call)).toEqual(first);
  expect(await findInsight(cast.salome, first.number)).toMatchObject({
    row: { kind: "problem", title: null },
    detail: {
      source: "Tribune form",
      language: "fr",
      handedInBy: "Salomé Arnaud",
      requesters: ["Salomé Arnaud"],
      customers: [{ name: "Frigo Méridien", state: "customer" }],
    },
  });
  expect((await listOwnInsights(cast.salome)).map((row) => row.number)).toEqual([first.number]);
  expect(await listOwnInsights(cast.louis)).toEqual([]);
});

test("a name written in other letters is the same customer", async () => {
  const count = () => database.organisation.count();
  const before = await count();
  const input = { body: "Merci à l’équipe", organisationName: "pennerley BOILERS" };
  await Promise.all([
    handInInsight(cast.salome, input, newCall(now)),
    handInInsight(cast.yanis, input, newCall(now)),
  ]);
  expect(await count()).toBe(before);
  await expect(
    handInInsight(cast.salome, { body: "x", organisationId: crypto.randomUUID() }, newCall(now)),
  ).rejects.toMatchObject({ key: "organisation-not-found" });
});

test("a contributor sees and comments only what they handed in or asked for", async () => {
  const { id, number } = await handInInsight(
    cast.salome,
    { body: "Un avoir en double" },
    newCall(now),
  );
  const other = await fresh();
  const { number: otherNumber } = await read(other);
  await writeComment(cast.salome, { on: "insight", id, body: "Le client relance" }, newCall(now));
  expect(await findInsight(cast.salome, number)).toMatchObject({
    detail: { comments: [{ author: "Salomé Arnaud", body: "Le client relance" }] },
  });
  expect(await findInsight(cast.salome, otherNumber)).toBeNull();
  expect(await findInsight(cast.louis, otherNumber)).not.toBeNull();
  await expect(
    writeComment(cast.salome, { on: "insight", id: other, body: "Et moi ?" }, newCall(now)),
  ).rejects.toMatchObject({ key: "insights-not-found" });
});
