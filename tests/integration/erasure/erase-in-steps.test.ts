import { beforeAll, expect, test, vi } from "vitest";
import type { Database } from "#lib/db.ts";
import { findErasure, listErasures } from "#lib/erasure/reads/erasures.ts";
import { carryOutErasure, carryOutErasures } from "#lib/erasure/writes/carry-out.ts";
import { eraseRequester } from "#lib/erasure/writes/erase.ts";
import { nameKeyOf } from "#lib/forgotten/person-keys.ts";
import { readForgotten } from "#lib/forgotten/writes/read-forgotten.ts";
import { insightOps } from "#lib/insights/noun.ts";
import { texts } from "#lib/nouns.server.ts";
import { newCall, write } from "#lib/operations/write.ts";
import { keyedHash } from "#lib/secret-box.ts";
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

const rowsThatSay = (...words: string[]) => rowsIn(database, ...words);

const header =
  "Issue key,Issue id,Summary,Description,Reporter,Reporter Id,Creator,Request participants,Organizations,Updated";
test("an erasure that was cut goes on; who is erased is so from the first moment", async () => {
  const rows = (from: number, updated: string) =>
    Array.from(
      { length: 40 },
      (_, n) =>
        `CUT-${from + n},${950000 + from + n},Sujet ${n} de Maud Vercel,"Texte de Maud Vercel",Maud Vercel,maud-19d2c3ee,,,Ventadour,${updated}`,
    );
  await importFile(await fileOf(header, ...rows(0, "01/11/2026 10:00")), "Cut desk", {
    dates: "dmy",
  });
  const { id: requesterId } = await database.requester.findFirstOrThrow({
    where: { externalKey: "desk:maud-19d2c3ee" },
  });
  const insight = await database.insight.findFirstOrThrow({ where: { ticket: { key: "CUT-39" } } });
  const ending = new AbortController();
  let pages = 0;
  const { id } = await eraseRequester(cast.ines, { requesterId }, newCall(now));
  await carryOutErasure(id, {
    ...{ timeZone: paris, pageSize: 20, signal: ending.signal },
    now: () => {
      pages += 1;
      if (pages > 4) ending.abort();
      return now;
    },
  });
  expect(await listErasures(cast.ines)).toContainEqual(
    expect.objectContaining({ id, finishedAt: null, by: cast.ines.name, requesters: 1 }),
  );
  expect((await findErasure(cast.ines, id))?.tickets).toBeGreaterThan(0);
  expect(await rowsThatSay("Maud Vercel")).not.toEqual([]);
  // Meanwhile the desk sends more of them, and somebody changes what is not looked through yet.
  await importFile(await fileOf(header, ...rows(40, "02/11/2026 10:00")), "Cut desk", {
    dates: "dmy",
  });
  await write(cast.clara, newCall(now), { operation: insightOps.edited }, async (w) => {
    await w.update("insight", [insight.id], { title: "Autre titre" });
    return null;
  });
  await carryOutErasures({ now: () => now, timeZone: paris, pageSize: 20 });
  expect(await rowsThatSay("Maud Vercel", "maud-19d2c3ee")).toEqual([]);
  expect(await findErasure(cast.ines, id)).toMatchObject({ finishedAt: now, tickets: 40 });
  expect(await database.ticket.count({ where: { key: { startsWith: "CUT-" } } })).toBe(80);
  expect(
    await database.operation.count({ where: { name: "requester.erased-further" } }),
  ).toBeGreaterThan(2);
});

test("two workers at once on one erasure do it once", async () => {
  const rows = Array.from(
    { length: 30 },
    (_, n) =>
      `TWO-${n},${970000 + n},Sujet,"Texte de Ivo Klarn",Ivo Klarn,ivo-77e1aa02,,,,01/11/2026 10:00`,
  );
  await importFile(await fileOf(header, ...rows), "Two desk", { dates: "dmy" });
  const { id: requesterId } = await database.requester.findFirstOrThrow({
    where: { externalKey: "desk:ivo-77e1aa02" },
  });
  const { id } = await eraseRequester(cast.ines, { requesterId }, newCall(now));
  const settings = { now: () => now, timeZone: paris, pageSize: 15 };
  await Promise.all([carryOutErasure(id, settings), carryOutErasure(id, settings)]);
  expect(await rowsThatSay("Ivo Klarn", "ivo-77e1aa02")).toEqual([]);
  expect(await findErasure(cast.ines, id)).toMatchObject({ finishedAt: now, tickets: 30 });
});

test("those erased are known again though the installation's secret has changed", async () => {
  const known = () =>
    database.$transaction(async (tx) => {
      const forgotten = await readForgotten(tx);
      return forgotten?.holds({ id: null, name: "Ivo Klarn" });
    });
  expect(await known()).toBe(true);
  vi.resetModules();
  vi.stubEnv("NEXTAUTH_SECRET", "another secret of this installation, long enough");
  const { readForgotten: readAnew } = await import("#lib/forgotten/writes/read-forgotten.ts");
  const anew = await database.$transaction((tx) => readAnew(tx));
  expect(anew?.holds({ id: null, name: "Ivo Klarn" })).toBe(true);
  expect(anew?.holds({ id: null, name: "Ivo Klarm" })).toBe(false);
  vi.unstubAllEnvs();
});

test("the key that an export takes along is sealed, and opens where the secret is the same", async () => {
  const [before] = await database.erasureKey.findMany();
  expect(Buffer.from(before?.sealed ?? []).includes(Buffer.from(before?.value ?? []))).toBe(false);
  await database.erasureKey.updateMany({ data: { value: null } });
  vi.resetModules();
  vi.stubEnv("NEXTAUTH_SECRET", "another secret of this installation, long enough");
  const other = await import("#lib/forgotten/writes/read-forgotten.ts");
  const shut = await database.$transaction((tx) => other.readForgotten(tx));
  expect(shut?.holds({ id: null, name: "Ivo Klarn" })).toBe(false);
  vi.unstubAllEnvs();
  const open = await database.$transaction((tx) => readForgotten(tx));
  expect(open?.holds({ id: null, name: "Ivo Klarn" })).toBe(true);
  expect(await database.erasureKey.findMany()).toEqual([before]);
});

test("those erased before erasures had a key of their own are known while the secret is the same", async () => {
  await database.erasure.create({
    data: { keyHash: keyedHash(nameKeyOf("Zoé Ancienne")), words: 2, madeWith: "secret" },
  });
  const forgotten = await database.$transaction((tx) => readForgotten(tx));
  expect(forgotten?.holds({ id: null, name: "zoé ancienne" })).toBe(true);
  expect(forgotten?.text("Vu avec Zoé Ancienne hier", { language: "fr" })).toBe(
    "Vu avec [effacé] hier",
  );
});

test("only Product Ops erases, and never a colleague", async () => {
  const requester = await database.requester.create({
    data: {
      name: "Salomé Arnaud",
      externalKey: `person:${cast.salome.id}`,
      personId: cast.salome.id,
    },
  });
  const asks = (actor = cast.ines) =>
    eraseRequester(actor, { requesterId: requester.id }, newCall(now));
  await expect(asks(cast.louis)).rejects.toThrow("not-allowed");
  await expect(asks()).rejects.toThrow("requester-is-colleague");
});

test("every column that holds text is said to be personal, erased apart, or nobody's", async () => {
  const found = await database.$queryRaw<{ name: string }[]>`
    SELECT table_name || '.' || column_name AS name FROM information_schema.columns
    JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> '_prisma_migrations'
      AND is_generated = 'NEVER' AND (data_type IN ('text', 'jsonb') OR udt_name = '_text') ORDER BY 1`;
  const said = texts.flatMap(({ name, personal, apart, impersonal }) =>
    [...personal, ...apart, ...impersonal].map((column) => `${name}.${column}`),
  );
  expect(said.sort()).toEqual(found.map(({ name }) => name).sort());
});
