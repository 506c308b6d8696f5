import { beforeAll, expect, test } from "vitest";
import type { Database } from "#lib/db.ts";
import { newCall } from "#lib/operations/write.ts";
import { seal, unseal } from "#lib/secret-box.ts";
import { connectSource, disconnectSource, pauseSource } from "#lib/sources/commands.ts";
import { listSources } from "#lib/sources/queries.ts";
import { connectInput } from "#lib/sources/schema.ts";
import { readSecret } from "#lib/sources/secrets.ts";
import { tryConnection } from "#lib/sources/try-connection.ts";
import { castOn } from "#tests/support/cast.ts";
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
  connectInput.parse({
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
  const { id } = await connectSource(cast.ines, given({ webhookSecret: "hook" }), newCall(now));
  expect(await readSecret(id, "api-token")).toBe("token-that-nobody-reads");
  const [view] = (await listSources(cast.ines, now)).filter((source) => source.id === id);
  expect(view?.secrets.map(({ name }) => name).sort()).toEqual(["api-token", "webhook"]);
  expect(JSON.stringify(view)).not.toContain("nobody-reads");
  const kept = await database.$queryRaw<{ text: string }[]>`
    SELECT to_jsonb(s.*)::text AS text FROM source_secret s UNION ALL SELECT to_jsonb(c.*)::text FROM change c
    UNION ALL SELECT to_jsonb(o.*)::text FROM operation o`;
  expect(kept.map(({ text }) => text).join()).not.toContain("nobody-reads");
});

test("an edit without a secret keeps the one there is, and a stale one is refused", async () => {
  const [source] = (await listSources(cast.ines, now)).filter(({ name }) => name === "Support");
  const edit = { id: source?.id, version: source?.version, apiToken: "", name: "Support desk" };
  await connectSource(cast.ines, given(edit), newCall(now));
  expect(await readSecret(source?.id ?? "", "api-token")).toBe("token-that-nobody-reads");
  await expect(connectSource(cast.ines, given(edit), newCall(now))).rejects.toThrow(
    "changed-meanwhile",
  );
});

test("the source that took a site's files becomes its connection", async () => {
  const site = { siteUrl: "https://soupape.atlassian.example/", name: "Service desk, connected" };
  const { id } = await connectSource(cast.ines, given(site), newCall(now));
  expect(id).toBe(cast.id.desk);
  await expect(
    connectSource(cast.ines, given({ ...site, name: "Another" }), newCall(now)),
  ).rejects.toThrow("source-site-taken");
});

test("a connection says what it lets in, and has a password", async () => {
  expect(() => given({ admits: {} })).toThrow("source-admits-nothing");
  const fresh = { name: "New", siteUrl: "https://new.example", apiToken: "" };
  await expect(connectSource(cast.ines, given(fresh), newCall(now))).rejects.toThrow(
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
  await expect(connectSource(cast.ines, elsewhere, newCall(now))).rejects.toThrow(
    "source-secret-missing",
  );
  expect(await readSecret(source?.id ?? "", "api-token")).toBe("token-that-nobody-reads");
});

test("only Product Ops connects, pauses and disconnects", async () => {
  await expect(connectSource(cast.clara, given({}), newCall(now))).rejects.toThrow("not-allowed");
  const pause = { id: cast.id.desk, paused: true };
  await expect(pauseSource(cast.louis, pause, newCall(now))).rejects.toThrow("not-allowed");
  await pauseSource(cast.ines, pause, newCall(now));
  const [paused] = (await listSources(cast.ines, now)).filter(({ id }) => id === cast.id.desk);
  expect(paused?.health).toBe("paused");
});

test("a source that was disconnected has no secrets left, and takes files as before", async () => {
  await disconnectSource(cast.ines, { id: cast.id.desk }, newCall(now));
  await expect(readSecret(cast.id.desk, "api-token")).rejects.toThrow("source-secret-missing");
  const desk = await database.source.findUniqueOrThrow({ where: { id: cast.id.desk } });
  expect(desk.kind).toBe("csv");
});

test("a secret opens in its own place only, and not when a byte of it was changed", () => {
  const box = seal("secret", "here");
  expect(unseal(box, "here")).toBe("secret");
  expect(() => unseal(box, "there")).toThrow("secret-unreadable");
  box[box.length - 1] = (box[box.length - 1] ?? 0) ^ 1;
  expect(() => unseal(box, "here")).toThrow("secret-unreadable");
});
