import { beforeAll, expect, test, vi } from "vitest";
import type { Database } from "#lib/db.ts";
import { listSources } from "#lib/desks/reads/connections.ts";
import { readSecret } from "#lib/desks/reads/secrets.ts";
import { tryConnection } from "#lib/desks/reads/try-connection.ts";
import { saveSourceInput } from "#lib/desks/schema.ts";
import { disconnectSource, pauseSource, saveSource } from "#lib/desks/writes/commands.ts";
import { formSource } from "#lib/insights/writes/hand-in.ts";
import { newCall } from "#lib/operations/write.ts";
import { seal, unseal } from "#lib/secret-box.ts";
import { castOn } from "#tests/support/cast.ts";
import { paris } from "#tests/support/in-paris.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T09:00:00Z");
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET ??= "a secret of these tests, long enough";
  database = await useDatabase();
  cast = await castOn(database);
});

const given = (fields: object) =>
  saveSourceInput.parse({
    id: null,
    version: null,
    name: "Support",
    kind: "jira-cloud",
    siteUrl: "https://support.atlassian.example",
    account: "ops@soupape.example",
    apiToken: "token-that-nobody-reads",
    webhookSecret: "",
    admits: { projects: ["SUP"] },
    ...fields,
  });

test("a connection keeps its secrets sealed, and shows none of them again", async () => {
  const { id } = await saveSource(cast.ines, given({ webhookSecret: "hook" }), newCall(now));
  expect(await readSecret(id, "api-token")).toBe("token-that-nobody-reads");
  const [view] = (await listSources(cast.ines, now)).filter((source) => source.id === id);
  expect(view?.secrets.map(({ name }) => name).sort()).toEqual(["api-token", "webhook"]);
  expect(JSON.stringify(view)).not.toContain("nobody-reads");
  const sealed = await database.sourceSecret.findMany({ where: { sourceId: id } });
  expect(sealed).toHaveLength(2);
  for (const box of sealed)
    expect(Buffer.from(box.sealed).toString("latin1")).not.toMatch(/nobody-reads|hook/);
  const told = await database.$queryRaw<{ text: string }[]>`
    SELECT to_jsonb(c.*)::text AS text FROM change c UNION ALL SELECT to_jsonb(o.*)::text FROM operation o`;
  expect(told.map(({ text }) => text).join()).not.toContain("nobody-reads");
});

test("an edit without a secret keeps the one there is, and a stale one is refused", async () => {
  const [source] = (await listSources(cast.ines, now)).filter(({ name }) => name === "Support");
  const edit = { id: source?.id, version: source?.version, apiToken: "", name: "Support desk" };
  await saveSource(cast.ines, given(edit), newCall(now));
  expect(await readSecret(source?.id ?? "", "api-token")).toBe("token-that-nobody-reads");
  await expect(saveSource(cast.ines, given(edit), newCall(now))).rejects.toThrow(
    "changed-meanwhile",
  );
});

test("the source that took a site's files becomes its connection", async () => {
  const site = { siteUrl: "https://soupape.atlassian.example/", name: "Service desk, connected" };
  const { id } = await saveSource(cast.ines, given(site), newCall(now));
  expect(id).toBe(cast.id.desk);
  await expect(
    saveSource(cast.ines, given({ ...site, name: "Another" }), newCall(now)),
  ).rejects.toThrow("source-site-taken");
});

test("a connection says what it lets in, and has a password", async () => {
  expect(() => given({ admits: {} })).toThrow("source-admits-nothing");
  const fresh = { name: "New", siteUrl: "https://new.example", apiToken: "" };
  await expect(saveSource(cast.ines, given(fresh), newCall(now))).rejects.toThrow(
    "source-secret-missing",
  );
  expect(await database.source.count({ where: { name: "New" } })).toBe(0);
});

test("a kept token is not sent to another site", async () => {
  const [source] = (await listSources(cast.ines, now)).filter(
    ({ name }) => name === "Support desk",
  );
  const elsewhere = given({
    ...{ id: source?.id, version: source?.version, name: "Support desk", apiToken: "" },
    siteUrl: "https://elsewhere.example",
  });
  await expect(tryConnection(cast.ines, elsewhere)).rejects.toThrow("source-secret-missing");
  await expect(saveSource(cast.ines, elsewhere, newCall(now))).rejects.toThrow(
    "source-secret-missing",
  );
  expect(await readSecret(source?.id ?? "", "api-token")).toBe("token-that-nobody-reads");
});

test("only Product Ops connects, pauses and disconnects", async () => {
  await expect(saveSource(cast.clara, given({}), newCall(now))).rejects.toThrow("not-allowed");
  const pause = { id: cast.id.desk };
  await expect(pauseSource(cast.louis, pause, newCall(now))).rejects.toThrow("not-allowed");
  await pauseSource(cast.ines, pause, newCall(now));
  const [paused] = (await listSources(cast.ines, now)).filter(({ id }) => id === cast.id.desk);
  expect(paused?.health).toBe("paused");
});

test("a source that was disconnected has no secrets left, and takes files as before", async () => {
  const pull = {
    sourceId: cast.id.desk,
    kind: "pull",
    state: "writing",
    fileName: "",
    fileBytes: 0n,
  };
  const { id } = await database.importRun.create({ data: { ...pull, created: 3 } });
  await disconnectSource(cast.ines, { id: cast.id.desk }, newCall(now));
  await expect(readSecret(cast.id.desk, "api-token")).rejects.toThrow("source-secret-missing");
  const desk = await database.source.findUniqueOrThrow({ where: { id: cast.id.desk } });
  expect(desk.kind).toBe("csv");
  const run = await database.importRun.findUniqueOrThrow({ where: { id } });
  expect(run).toMatchObject({ state: "done", rowsTotal: 3 });
});

test("what is let in from now on is asked for from its beginning, and what was so before goes on", async () => {
  const other = { name: "Moving", siteUrl: "https://moving.atlassian.example" };
  const { id } = await saveSource(cast.ines, given(other), newCall(now));
  const cursor = { from: now.toISOString(), reached: null, token: null, startAt: 0 };
  const cursorAfter = async (fields: object) => {
    await database.sourceState.update({ where: { sourceId: id }, data: { cursor } });
    const { version } = await database.source.findUniqueOrThrow({ where: { id } });
    await saveSource(cast.ines, given({ ...other, id, version, ...fields }), newCall(now));
    return (await database.sourceState.findUniqueOrThrow({ where: { sourceId: id } })).cursor;
  };
  expect(await cursorAfter({ account: "other@soupape.example" })).toEqual(cursor);
  expect(await cursorAfter({ admits: { projects: ["SUP", "OPS"] } })).toBeNull();
  const elsewhere = "https://moved.atlassian.example";
  expect(
    await cursorAfter({ siteUrl: elsewhere, admits: { projects: ["SUP", "OPS"] } }),
  ).toBeNull();
});

test("what people hand in here is no desk: it is neither connected, paused nor ended", async () => {
  const { id } = await database.source.create({ data: { name: "Handed in", kind: "form" } });
  const acts = await Promise.allSettled([
    saveSource(cast.ines, given({ id, version: 1, name: "Handed in" }), newCall(now)),
    pauseSource(cast.ines, { id }, newCall(now)),
    disconnectSource(cast.ines, { id }, newCall(now)),
  ]);
  for (const act of acts) expect(act).toMatchObject({ reason: { key: "not-found" } });
  const source = await database.source.findUniqueOrThrow({ where: { id } });
  expect(source).toMatchObject({ kind: "form", pausedAt: null, version: 1 });
  const named = { name: formSource, siteUrl: "https://form.atlassian.example" };
  await expect(saveSource(cast.ines, given(named), newCall(now))).rejects.toThrow(
    "source-name-taken",
  );
});

test("a secret opens in its own place only, and not when a byte of it was changed", () => {
  const box = seal("secret", "here");
  expect(unseal(box, "here")).toBe("secret");
  expect(() => unseal(box, "there")).toThrow("secret-unreadable");
  box[box.length - 1] = (box[box.length - 1] ?? 0) ^ 1;
  expect(() => unseal(box, "here")).toThrow("secret-unreadable");
});

test("after the installation's secret has changed, the sources screen asks for the token again", async () => {
  const { id } = await saveSource(
    cast.ines,
    given({ name: "Sealed", siteUrl: "https://sealed.atlassian.example" }),
    newCall(now),
  );
  vi.resetModules();
  vi.stubEnv("NEXTAUTH_SECRET", "another secret of this installation, long enough");
  const { runPull } = await import("#lib/desks/writes/pulls/pull-connection.ts");
  await runPull(id, { now: () => now, timeZone: paris });
  vi.unstubAllEnvs();
  const shown = (await listSources(cast.ines, now)).find((source) => source.id === id);
  expect(shown).toMatchObject({ health: "failing", failure: { key: "secret-unreadable" } });
});
