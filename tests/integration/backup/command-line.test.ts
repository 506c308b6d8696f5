import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Client } from "pg";
import { beforeAll, expect, test } from "vitest";
import { root } from "#lib/launcher/paths.mjs";
import { newFolder } from "../export/databases.ts";
import { newDatabase } from "../export/taking.ts";
import { tribune } from "../imports/cli.ts";
import { until } from "../imports/worker.ts";
import { companyKey, fillCompany, wholeOf } from "./backing-up.ts";

let from: string;
beforeAll(async () => {
  process.env.TRIBUNE_BACKUP_KEY = companyKey;
  process.env.NEXTAUTH_SECRET = "the secret of the installation, long enough";
  from = await newDatabase();
  await fillCompany(from);
});

test("what `backup` wrote, `restore` brings back, and both say what they did", async () => {
  const folder = await newFolder();
  process.env.DATABASE_URL = from;
  const made = await tribune("backup", folder);
  expect(made).toMatchObject({ code: 0, error: "" });
  expect(made.out).toContain("TRIBUNE_BACKUP_KEY");
  const to = await newDatabase();
  expect(await tribune("restore", folder)).toMatchObject({ code: 0, error: "" });
  expect(await wholeOf(to)).toEqual(await wholeOf(from));
});

test("under another secret nothing comes back unless that is said", async () => {
  const folder = await newFolder();
  process.env.DATABASE_URL = from;
  expect(await tribune("backup", folder)).toMatchObject({ code: 0 });
  const to = await newDatabase();
  const secret = process.env.NEXTAUTH_SECRET;
  process.env.NEXTAUTH_SECRET = "the secret of another installation, also long";
  const refused = await tribune("restore", folder);
  expect(refused).toMatchObject({ code: 1, out: "" });
  expect(refused.error).toContain("--other-secret");
  expect(await tribune("restore", folder, "--other-secret")).toMatchObject({ code: 0 });
  process.env.NEXTAUTH_SECRET = secret;
  expect(await wholeOf(to)).toEqual(await wholeOf(from));
});

test("one that is killed under way is none", async () => {
  const folder = await newFolder();
  const holder = new Client({ connectionString: from });
  await holder.connect();
  await holder.query("BEGIN; LOCK TABLE insight");
  const child = spawn(
    process.execPath,
    ["--conditions=react-server", join(root, "lib/cli/main.ts"), "backup", folder],
    { env: { ...process.env, DATABASE_URL: from }, stdio: "ignore" },
  );
  await until(async () => (await readdir(dirname(folder))).length > 0);
  child.kill("SIGKILL");
  await once(child, "exit");
  await holder.end();
  const [left = "", ...more] = await readdir(dirname(folder));
  expect([existsSync(folder), left.endsWith(".partial"), more]).toEqual([false, true, []]);
  await newDatabase();
  expect((await tribune("restore", join(dirname(folder), left))).code).toBe(1);
});
