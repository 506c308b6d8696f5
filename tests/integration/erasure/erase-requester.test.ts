import { beforeAll, expect, test } from "vitest";
import type { Database } from "#lib/db.ts";
import { keepComments } from "#lib/desks/writes/comments.ts";
import { erasureOps } from "#lib/erasure/noun.ts";
import { findErasure } from "#lib/erasure/reads/erasures.ts";
import { carryOutErasure, type ErasureSettings } from "#lib/erasure/writes/carry-out.ts";
import { eraseRequester } from "#lib/erasure/writes/erase.ts";
import { insightOps } from "#lib/insights/noun.ts";
import { newCall, write } from "#lib/operations/write.ts";
import { castOn } from "#tests/support/cast.ts";
import { paris } from "#tests/support/in-paris.ts";
import { useDatabase } from "#tests/support/use-database.ts";
import { fileOf, importFile, monday } from "../imports/importing.ts";
import { rowsThatSay as rowsIn } from "./rows-that-say.ts";

const now = monday;
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET ??= "a secret of these tests, long enough";
  database = await useDatabase();
  cast = await castOn(database);
});

/** Erases, and does what the worker does afterwards. */
async function erase(requesterId: string, more: Partial<ErasureSettings> = {}) {
  const { id } = await eraseRequester(cast.ines, { requesterId }, newCall(now));
  await carryOutErasure(id, { now: () => now, timeZone: paris, ...more });
  return findErasure(cast.ines, id);
}

const rowsThatSay = (...words: string[]) => rowsIn(database, ...words);

const header =
  "Issue key,Issue id,Summary,Description,Reporter,Reporter Id,Creator,Request participants,Organizations,Updated";
const julie = (updated: string, body = "") => [
  `SD-1,70001,"Julie Maréchal: le rapport se perd","Bonjour, ici Julie Maréchal (julie.marechal@ventadour.example). ${body}Merci pour le rapport",Julie Maréchal,5b10ac8d82e05b22cc7d4ef5,Julie Maréchal,Julie Maréchal,Ventadour,${updated}`,
  `SD-2,70002,Demande,"Demandez à JULIE MARÉCHAL, ou à Mailer, pour la suite. ${body}",Marc Petit,5b10ac8d82e05b22cc7d4000,Marc Petit,,Ventadour,${updated}`,
];

test("who is erased is nowhere any more, and stays nowhere however the desk sends them again", async () => {
  await importFile(await fileOf(header, ...julie("01/11/2026 10:00")), "Ventadour desk", {
    dates: "dmy",
  });
  await importFile(
    await fileOf("Issue key,Summary,Reporter", "WEB-1,By name only,Julie Maréchal"),
    "Web desk",
  );
  const requester = await database.requester.findFirstOrThrow({
    where: { externalKey: "desk:5b10ac8d82e05b22cc7d4ef5" },
  });
  await database.requester.update({
    where: { id: requester.id },
    data: { email: "julie.marechal@ventadour.example" },
  });
  const insights = await database.insight.findMany({ include: { ticket: true } });
  const own = insights.find(({ ticket }) => ticket?.key === "SD-1");
  // What people did with it stands in the record: an edit, a split, a comment of ours.
  await write(
    cast.clara,
    newCall(now),
    { operation: insightOps.edited, params: { title: "Julie Maréchal" } },
    async (w) => {
      await w.update("insight", [own?.id ?? ""], { title: "Julie Maréchal perd ses rapports" });
      await w.insert("comment", [
        {
          subjectKind: "insight",
          subjectId: own?.id ?? "",
          authorId: cast.clara.id,
          body: "Appelé Julie Maréchal hier",
          createdAt: now,
        },
      ]);
      return null;
    },
  );
  const ticket = own?.ticket;
  const source = await database.source.findFirstOrThrow({ where: { name: "Ventadour desk" } });
  const comment = (body: string, at: Date) => ({
    issueId: ticket?.externalId ?? "",
    externalId: "c1",
    author: {
      accountId: "5b10ac8d82e05b22cc7d4ef5",
      displayName: "Julie Maréchal",
      emailAddress: "julie.marechal@ventadour.example",
    },
    createdAt: now,
    updatedAt: at,
    body,
    internal: false,
  });
  await database.$transaction((tx) =>
    keepComments({ tx }, source.id, [comment("C'est encore Julie Maréchal.", now)]),
  );
  const event = (name: string) =>
    JSON.stringify({
      issue: { fields: { reporter: { accountId: "5b10ac8d82e05b22cc7d4ef5", displayName: name } } },
      text: "mailto:julie.marechal@ventadour.example and [~accountid:5b10ac8d82e05b22cc7d4ef5]",
    });
  await database.webhookEvent.create({
    data: {
      sourceId: source.id,
      identifier: "1",
      body: new Uint8Array(Buffer.from(event("Julie Maréchal"))),
    },
  });
  expect(await rowsThatSay("Julie Mar", "julie.marechal")).not.toHaveLength(0);

  const answer = await erase(requester.id);
  expect(answer).toMatchObject({ requesters: 2, tickets: 2, events: 1 });
  expect(await rowsThatSay("Julie Mar", "julie.marechal", "5b10ac8d82e05b22cc7d4ef5")).toEqual([]);
  const after = await database.insight.findUniqueOrThrow({ where: { id: own?.id ?? "" } });
  expect(after.body).toBe("Bonjour, ici [effacé] ([effacé]). Merci pour le rapport");
  expect(after.title).toBe("[effacé] perd ses rapports");

  // The same file, a newer state of it, the name alone, a comment that was edited.
  await importFile(await fileOf(header, ...julie("01/11/2026 10:00")), "Ventadour desk", {
    dates: "dmy",
  });
  await importFile(
    await fileOf(header, ...julie("03/11/2026 10:00", "Plus urgent. ")),
    "Ventadour desk",
    { dates: "dmy" },
  );
  await importFile(
    await fileOf("Issue key,Summary,Reporter", "WEB-2,Again,julie maréchal"),
    "Web desk",
  );
  await importFile(
    await fileOf(
      "Issue key,Summary,Reporter,Reporter Id",
      "NEW-1,New,Mme J.,julie.marechal@ventadour.example",
    ),
    "Third desk",
  );
  await database.$transaction((tx) =>
    keepComments({ tx }, source.id, [
      comment("Signé : Julie Maréchal's", new Date(now.getTime() + 1000)),
    ]),
  );
  expect(await rowsThatSay("Julie Mar", "julie.marechal", "5b10ac8d82e05b22cc7d4ef5")).toEqual([]);
  const again = await database.ticket.findFirstOrThrow({ where: { key: "SD-1" } });
  expect(again.body).toContain("Plus urgent.");
  const names = await database.requester.findMany({
    where: { erasedAt: null },
    select: { name: true },
  });
  expect(names.map(({ name }) => name)).toContain("Marc Petit");
  await expect(
    eraseRequester(cast.ines, { requesterId: requester.id }, newCall(now)),
  ).rejects.toThrow("requester-erased-before");
});

test("what an import changed keeps, each of its own, what it was before, without who is erased", async () => {
  const rows = (updated: string, status: string) => [
    `BF-1,80001,"Chaudière en panne, dit Odile Garance",${status},Odile Garance,9c20ac8d82e05b22cc7d4ef7,${updated}`,
    `BF-2,80002,"Rappeler Odile Garance",${status},Odile Garance,9c20ac8d82e05b22cc7d4ef7,${updated}`,
  ];
  const columns = "Issue key,Issue id,Summary,Status,Reporter,Reporter Id,Updated";
  for (const [updated, status] of [
    ["01/11/2026 10:00", "Open"],
    ["02/11/2026 10:00", "Done"],
  ] as const)
    await importFile(await fileOf(columns, ...rows(updated, status)), "Before desk", {
      dates: "dmy",
    });
  const requester = await database.requester.findFirstOrThrow({ where: { name: "Odile Garance" } });
  await erase(requester.id);
  expect(await rowsThatSay("Odile Gar", "9c20ac8d82e05b22cc7d4ef7")).toEqual([]);
  const kept = await database.$queryRaw<{ key: string; title: string; status: string }[]>`
    SELECT before ->> 'key' AS key, before ->> 'title' AS title, before ->> 'status' AS status
    FROM import_before WHERE before ->> 'key' LIKE 'BF-%' ORDER BY 1`;
  expect(kept).toEqual([
    { key: "BF-1", title: "Chaudière en panne, dit [erased]", status: "Open" },
    { key: "BF-2", title: "Rappeler [erased]", status: "Open" },
  ]);
});

test("the record stays a record: nobody else rewrites it, and not one row goes", async () => {
  const forbidden = "append-only";
  await expect(database.$executeRaw`UPDATE change SET after = '{}'`).rejects.toThrow(forbidden);
  await expect(database.$executeRaw`DELETE FROM change`).rejects.toThrow(forbidden);
  const [erased] = await database.operation.findMany({ where: { name: "requester.erased" } });
  await expect(
    database.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT set_config('tribune.erasing', ${erased?.id ?? ""}, true)`;
      await tx.$executeRaw`UPDATE change SET after = '{}'`;
    }),
  ).rejects.toThrow(forbidden);
  // A table of the same name that somebody makes for themselves is no licence.
  await expect(
    database.$transaction(async (tx) => {
      const own = "01a22bd3-54f0-7449-ae4e-a56f8863a1c5";
      await tx.$executeRaw`
        CREATE TEMP TABLE operation ON COMMIT DROP AS SELECT ${own}::uuid AS id, 'requester.erased' AS name`;
      await tx.$executeRaw`SELECT set_config('tribune.erasing', ${own}, true)`;
      await tx.$executeRaw`UPDATE change SET after = '{}'`;
    }),
  ).rejects.toThrow(forbidden);
  const rewrite = (work: string) =>
    write(cast.ines, newCall(now), { operation: erasureOps.erased }, async (w) => {
      await w.tx.$executeRaw`SELECT set_config('tribune.erasing', ${w.operationId}, true)`;
      await w.tx.$executeRawUnsafe(work);
      return null;
    });
  await expect(rewrite("DELETE FROM change")).rejects.toThrow(forbidden);
  await expect(rewrite("UPDATE change SET row_id = 'x'")).rejects.toThrow(forbidden);
  await expect(
    rewrite("UPDATE operation SET actor_id = NULL, actor_kind = 'system'"),
  ).rejects.toThrow(forbidden);
});

test("an erasure while the same person is being imported leaves nothing behind", async () => {
  const rows = Array.from(
    { length: 3000 },
    (_, n) =>
      `PAR-${n},${900000 + n},Sujet ${n},"Texte de Odile Brancourt",Odile Brancourt,odile-7c41f2aa,,,Ventadour,01/11/2026 10:00`,
  );
  const path = await fileOf(header, ...rows);
  await importFile(await fileOf(header, ...rows.slice(0, 1)), "Parallel desk", { dates: "dmy" });
  const requester = await database.requester.findFirstOrThrow({
    where: { externalKey: "desk:odile-7c41f2aa" },
  });
  await Promise.all([importFile(path, "Parallel desk", { dates: "dmy" }), erase(requester.id)]);
  expect(await rowsThatSay("Odile Brancourt", "odile-7c41f2aa")).toEqual([]);
  const [{ count } = { count: 0 }] = await database.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM ticket WHERE key LIKE 'PAR-%'`;
  expect(count).toBe(3000);
});

test("somebody else of the same name, with an address of their own, stays who they are", async () => {
  const row = (key: string, address: string, body: string) =>
    `${key},8${key.slice(4)},Sujet,${body},Aurélie Renaudin,${address},Aurélie Renaudin,,Ventadour,01/11/2026 10:00`;
  const [mine, other] = ["aurelie.renaudin@montferrande.example", "a.renaudin@rhone.example"];
  const file = await fileOf(
    header,
    row("AUR-1", mine, "Aurélie Renaudin de Montferrande"),
    row("AUR-2", other, "Aurélie Renaudin du Rhône"),
  );
  await importFile(file, "Namesakes", { dates: "dmy" });
  const requester = await database.requester.findFirstOrThrow({ where: { email: mine } });
  expect(await erase(requester.id)).toMatchObject({ requesters: 1, tickets: 1 });
  expect(await rowsThatSay(mine, "Renaudin de Montferrande")).toEqual([]);
  const newer = await fileOf(
    header,
    row("AUR-1", mine, "Encore Aurélie Renaudin de Montferrande"),
    row("AUR-2", other, "Encore Aurélie Renaudin du Rhône"),
  );
  await importFile(newer, "Namesakes", { dates: "dmy" });
  expect(await rowsThatSay(mine, "Renaudin de Montferrande")).toEqual([]);
  const ticket = await database.ticket.findFirstOrThrow({ where: { key: "AUR-2" } });
  expect(ticket).toMatchObject({
    reporterName: "Aurélie Renaudin",
    body: "Encore Aurélie Renaudin du Rhône",
    raw: { Creator: "Aurélie Renaudin" },
  });
});
