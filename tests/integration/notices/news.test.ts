import { beforeAll, expect, test } from "vitest";
import type { PersonActor } from "#lib/auth/actor.ts";
import { type CommandName, type InputOf, runCommand } from "#lib/commands.ts";
import type { Database } from "#lib/db.ts";
import { listNews } from "#lib/notices/reads/news.ts";
import { newCall } from "#lib/operations/write.ts";
import { castOn, insightOn } from "#tests/support/cast.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T09:00:00Z");
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;
let number = 0;

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET ??= "a secret of these tests, long enough";
  database = await useDatabase();
  cast = await castOn(database);
});

async function ask<Name extends CommandName>(name: Name, actor: PersonActor, input: InputOf<Name>) {
  const call = newCall(now);
  return { result: await runCommand(name, actor, input, call), ...call };
}

async function theme(actor: PersonActor = cast.louis): Promise<string> {
  number += 1;
  const made = await ask("theme.create", actor, {
    title: `Rapports ${number}`,
    tribeId: cast.id.pla,
  });
  return made.result.id;
}

/** Those about one thing, newest first. */
async function newsOf(viewer: PersonActor, path: string) {
  const news = await listNews(viewer);
  return news.filter((one) => one.path.includes(path));
}

test("who made a thing hears what others do to it, once however often they do, and not what they do themselves", async () => {
  const id = await theme();
  await ask("comment.write", cast.camille, { on: "theme", id, body: "Vu chez deux prospects" });
  await ask("comment.write", cast.yanis, { on: "theme", id, body: "Ici aussi" });
  await ask("comment.write", cast.louis, { on: "theme", id, body: "Merci" });
  expect(await newsOf(cast.louis, id)).toMatchObject([
    {
      kind: "changed",
      path: `/themes/${id}`,
      times: 2,
      isRead: false,
      entry: { name: "comment.written", actor: "Yanis Ould-Amar" },
    },
  ]);
  // Each of the two took part, and hears what came after.
  expect(await newsOf(cast.camille, id)).toMatchObject([{ times: 2 }]);
});

test("who is mentioned is told so, whether they follow or not, and hears it once", async () => {
  const id = await theme();
  const mentions = [cast.louis.id, cast.bastien.id, cast.camille.id];
  await ask("comment.write", cast.camille, {
    on: "theme",
    id,
    body: "@Louis Marchetti @Bastien Queyroy @Camille Roussel ?",
    mentions,
  });
  expect(await newsOf(cast.louis, id)).toMatchObject([{ kind: "mentioned", times: 1 }]);
  expect(await newsOf(cast.bastien, id)).toMatchObject([{ kind: "mentioned", times: 1 }]);
  expect(await newsOf(cast.camille, id)).toEqual([]);
});

test("whose name does not stand in the comment is not told, whatever was sent", async () => {
  const id = await theme();
  const mentions = [cast.bastien.id, cast.yanis.id];
  await ask("comment.write", cast.camille, {
    on: "theme",
    id,
    body: "@Bastien Queyroyan ?",
    mentions,
  });
  expect(await newsOf(cast.bastien, id)).toEqual([]);
  expect(await newsOf(cast.yanis, id)).toEqual([]);
});

test("whoever stopped hears nothing more, even after saying something again", async () => {
  const id = await theme();
  await ask("follow.end", cast.louis, { on: "theme", id });
  await ask("comment.write", cast.camille, { on: "theme", id, body: "Et maintenant ?" });
  await ask("comment.write", cast.louis, { on: "theme", id, body: "Plus tard" });
  await ask("comment.write", cast.camille, { on: "theme", id, body: "Bien" });
  expect(await newsOf(cast.louis, id)).toEqual([]);
});

test("a quarter's share is one line for the team's PM, and its insights open from it", async () => {
  const { pla, dispatch, desk } = cast.id;
  const ids = [
    await insightOn(database, desk, { title: "Un", tribeId: pla }),
    await insightOn(database, desk, { title: "Deux", tribeId: pla }),
  ];
  await ask("insight.share-out", cast.clara, {
    insightIds: ids,
    teamId: dispatch,
    quarter: "2026-Q4",
  });
  expect(await newsOf(cast.louis, dispatch)).toMatchObject([
    { kind: "given", times: 1, entry: { name: "insight.shared-out", count: 2 } },
  ]);
  expect(await newsOf(cast.aissatou, dispatch)).toEqual([]);
});

test("whoever handed an insight in hears its answer", async () => {
  const { result } = await ask("insight.hand-in", cast.salome, {
    title: "Export",
    body: "Un export PDF",
    kind: "request",
  });
  const { id } = result;
  await ask("insight.answer", cast.louis, {
    ids: [id],
    answer: "exists",
    note: "Dans le menu",
  });
  const [first] = await listNews(cast.salome);
  expect(first).toMatchObject({ kind: "answered", entry: { name: "insight.answered" } });
});

test("whoever handed in or follows what was merged hears the answer to the one that stands, once", async () => {
  const handIn = async (title: string) =>
    (await ask("insight.hand-in", cast.salome, { title, body: title, kind: "request" })).result;
  const [merged, also] = [await handIn("Un PDF"), await handIn("Une page")];
  const kept = await insightOn(database, cast.id.desk, { title: "Exporter" });
  await ask("follow.start", cast.camille, { on: "insight", id: merged.id });
  await ask("follow.start", cast.aissatou, { on: "insight", id: merged.id });
  await ask("follow.start", cast.aissatou, { on: "insight", id: kept });
  await ask("follow.end", cast.aissatou, { on: "insight", id: kept });
  await ask("insight.merge", cast.louis, { ids: [merged.id, also.id], intoId: kept });
  for (const person of [cast.salome, cast.camille, cast.aissatou]) {
    const ids = (await listNews(person)).map(({ id }) => id);
    if (ids.length > 0) await ask("notice.clear", person, { ids });
  }
  await ask("insight.answer", cast.louis, { ids: [kept], answer: "exists", note: "Là" });
  const answered = { entry: { name: "insight.answered" } };
  expect(await listNews(cast.salome)).toMatchObject([{ kind: "answered", ...answered }]);
  expect(await listNews(cast.camille)).toMatchObject([{ kind: "changed", ...answered }]);
  expect(await listNews(cast.aissatou)).toEqual([]);
});

test("who made the link that opens an account is what its owner reads first", async () => {
  const person = { name: "Nadia Ferreira", email: "nadia.ferreira@soupape.example" };
  const { result } = await ask("person.add", cast.ines, person);
  await ask("person.invite", cast.ines, { personId: result.id });
  const nadia = { ...cast.salome, id: result.id, name: person.name, hats: [] };
  expect(await listNews(nadia)).toMatchObject([
    { kind: "yours", entry: { name: "person.invited", actor: cast.ines.name } },
  ]);
  expect(await listNews(cast.salome)).not.toMatchObject([{ kind: "yours" }]);
});

test("what is taken back is told to nobody", async () => {
  const id = await theme();
  const { operationId } = await ask("comment.write", cast.camille, {
    on: "theme",
    id,
    body: "Pardon",
  });
  await ask("undo", cast.camille, { operationId });
  expect(await newsOf(cast.louis, id)).toEqual([]);
});

test("of two acts in one line the one that stands is told, whichever was taken back", async () => {
  for (const [back, stands] of [
    [1, 0],
    [0, 1],
  ] as const) {
    const id = await theme();
    const write = (body: string) => ask("comment.write", cast.camille, { on: "theme", id, body });
    const acts = [await write("Un"), await write("Deux")];
    await ask("undo", cast.camille, { operationId: acts[back]?.operationId ?? "" });
    const [line, ...others] = await newsOf(cast.louis, id);
    expect([line?.times, line?.entry.id, others]).toEqual([1, acts[stands]?.operationId, []]);
    await ask("undo", cast.camille, { operationId: acts[stands]?.operationId ?? "" });
    expect(await newsOf(cast.louis, id)).toEqual([]);
  }
});

test("what its reader may no longer see is not shown", async () => {
  const id = await theme();
  await ask("follow.start", cast.camille, { on: "theme", id });
  await ask("comment.write", cast.louis, { on: "theme", id, body: "Prêt" });
  expect(await newsOf(cast.camille, id)).toHaveLength(1);
  expect(await newsOf({ ...cast.camille, hats: [] }, id)).toEqual([]);
});

test("read, it stays in sight and the next begins a line of its own; cleared, it is gone, and comes back by undo", async () => {
  const id = await theme();
  await ask("comment.write", cast.camille, { on: "theme", id, body: "Un" });
  const [first] = await newsOf(cast.louis, id);
  await ask("notice.read", cast.louis, { ids: [first?.id ?? ""] });
  await ask("comment.write", cast.camille, { on: "theme", id, body: "Deux" });
  expect(await newsOf(cast.louis, id)).toMatchObject([{ isRead: false }, { isRead: true }]);
  const ids = (await newsOf(cast.louis, id)).map((one) => one.id);
  const { operationId } = await ask("notice.clear", cast.louis, { ids });
  expect(await newsOf(cast.louis, id)).toEqual([]);
  await ask("undo", cast.louis, { operationId });
  expect(await newsOf(cast.louis, id)).toMatchObject([{ isRead: false }, { isRead: true }]);
});

test("what was cleared comes back read when there is newer news of it unread", async () => {
  const id = await theme();
  await ask("comment.write", cast.camille, { on: "theme", id, body: "Un" });
  const ids = (await newsOf(cast.louis, id)).map((one) => one.id);
  const { operationId } = await ask("notice.clear", cast.louis, { ids });
  await ask("comment.write", cast.camille, { on: "theme", id, body: "Deux" });
  await ask("undo", cast.louis, { operationId });
  expect(await newsOf(cast.louis, id)).toMatchObject([
    { isRead: false, times: 1 },
    { isRead: true, times: 1 },
  ]);
});

test("nobody reads somebody else's news away", async () => {
  const id = await theme();
  await ask("comment.write", cast.camille, { on: "theme", id, body: "Un" });
  const [first] = await newsOf(cast.louis, id);
  await ask("notice.clear", cast.camille, { ids: [first?.id ?? ""] });
  expect(await newsOf(cast.louis, id)).toMatchObject([{ isRead: false }]);
});

test("follows go with what they were about", async () => {
  const { result, operationId } = await ask("theme.create", cast.louis, {
    title: "Bref",
    tribeId: cast.id.pla,
  });
  await ask("follow.start", cast.camille, { on: "theme", id: result.id });
  await ask("undo", cast.louis, { operationId });
  expect(await database.follow.count({ where: { subjectId: result.id } })).toBe(0);
});
