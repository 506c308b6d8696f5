import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runChecks } from "#lib/doctor/checks.ts";
import { invariants, listBroken } from "#lib/doctor/invariants.ts";
import { root } from "#lib/launcher/paths.mjs";
import { tribune } from "../imports/cli.ts";
import { seededDatabase } from "../seed/seeded.ts";
import { bent } from "./bent.ts";

let client: Client;

beforeAll(async () => {
  process.env.DATABASE_URL = await seededDatabase("2026-11-20");
  client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
});

afterAll(() => client.end());

/** Breaks a rule as no command could, looks, and takes it back. */
async function whileBroken<T>(rule: string, look: () => Promise<T>): Promise<T> {
  await client.query("BEGIN; SET LOCAL session_replication_role = replica");
  try {
    for (const statement of bent[rule] ?? []) await client.query(statement);
    return await look();
  } finally {
    await client.query("ROLLBACK");
  }
}

const rulesSaid = async () =>
  (await runChecks()).filter(({ name }) => name === "rules").map(({ problem }) => problem);

test("the sample company keeps every rule", async () => {
  expect(await listBroken(client)).toEqual([]);
  expect(await rulesSaid()).toEqual([null]);
});

test("the list of rules names those that the doctor looks for", async () => {
  const list = await readFile(join(root, "prisma/INVARIANTS.md"), "utf8");
  const rows = list.slice(list.indexOf("## Rows"), list.indexOf("## Acts")).split("\n");
  const named = rows
    .flatMap((row) => [...(row.split("|")[3] ?? "").matchAll(/`([^`]+)`/g)])
    .map(([, name]) => name);
  expect(named.sort()).toEqual(Object.keys(invariants).sort());
});

test.each(Object.keys(invariants))("rows that break it are found: %s", async (rule) => {
  const broken = await whileBroken(rule, () => listBroken(client));
  expect(broken.map(({ rule }) => rule)).toContain(rule);
  for (const { count, ids } of broken) expect(ids).toHaveLength(Math.min(count, 3));
});

test("the doctor says in words what is broken, and by which row", async () => {
  await client.query("SET session_replication_role = replica");
  const { rows } = await client.query(`${bent["factors-as-last-given"]} RETURNING id`);
  await client.query("RESET session_replication_role");
  const said = {
    en: "RICE factors are not those last given",
    fr: "ne sont pas les derniers donnés",
  };
  for (const [lang, words] of Object.entries(said)) {
    const { out, code } = await tribune("doctor", "--lang", lang);
    expect(code).toBe(1);
    expect(out).toContain(words);
    expect(out).toContain(rows[0]?.id);
  }
});
