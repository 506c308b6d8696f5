import { appendFile, mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, it, test } from "vitest";
import { nameOf } from "#lib/backup/kept.ts";
import { findBackupTrouble, isAiling, readKeptBackups } from "#lib/backup/reads/kept-backups.ts";
import { backUp } from "#lib/backup/writes/back-up.ts";
import { keepBackups } from "#lib/backup/writes/keep-backups.ts";
import { db } from "#lib/db.ts";
import { findToday } from "#lib/today/reads/today.ts";
import { castOn } from "#tests/support/cast.ts";
import { inParis } from "#tests/support/in-paris.ts";
import { useDatabase } from "#tests/support/use-database.ts";
import { newFolder, sql } from "../export/databases.ts";
import { companyKey } from "./backing-up.ts";

let cast: Awaited<ReturnType<typeof castOn>>;
let folder: string;
const HOUR = 3_600_000;
const night = new Date("2026-11-30T00:10:00Z");
const later = (hours: number) => new Date(night.getTime() + hours * HOUR);
const atWork = (now: Date) => keepBackups({ now: () => now, timeZone: "Europe/Paris" });
const kept = (now = night) => readKeptBackups(cast.ines, now);

beforeAll(async () => {
  process.env.TRIBUNE_BACKUP_KEY = companyKey;
  cast = await castOn(await useDatabase());
});

beforeEach(async () => {
  folder = await newFolder();
  process.env.TRIBUNE_BACKUP_FOLDER = folder;
  process.env.TRIBUNE_BACKUP_KEY = companyKey;
  await db().backup.deleteMany();
});

/** One was brought back lately: tonight none is. */
const trust = () =>
  db().backup.create({
    data: {
      ...{ begunAt: later(-30), endedAt: later(-30), name: nameOf(later(-30)), rows: 1, bytes: 1 },
      checkedAt: later(-30),
    },
  });

describe("Each night", () => {
  it("a backup is made, brought back once to see that it can be, and told of", async () => {
    await atWork(night);
    const { backups, problem, isOld } = await kept();
    expect(await readdir(folder)).toEqual([nameOf(night)]);
    expect([problem, isOld]).toEqual([null, false]);
    expect(backups).toEqual([
      expect.objectContaining({ name: nameOf(night), checkedAt: night, checkProblem: null }),
    ]);
    expect(backups[0]?.rows).toBeGreaterThan(10);
    const scratch = await sql(
      process.env.DATABASE_URL ?? "",
      "SELECT 1 FROM pg_database WHERE datname LIKE '%\\_check'",
    );
    expect(scratch).toEqual([]);
  });

  it("there is one, whoever starts how often", async () => {
    await trust();
    await atWork(night);
    await atWork(later(6));
    await atWork(later(24));
    expect(await readdir(folder)).toEqual([nameOf(night), nameOf(later(24))]);
    expect((await kept()).backups.map(({ checkedAt }) => checkedAt)).toEqual([
      ...[null, null, later(-30)],
    ]);
  });

  it("a week later the newest is brought back again", async () => {
    await trust();
    await atWork(later(-30 + 7 * 24));
    expect((await kept()).backups.map(({ checkedAt }) => checkedAt)).toEqual([
      ...[later(-30 + 7 * 24), later(-30)],
    ]);
  });

  it("those that have had their time go, one that was brought along too", async () => {
    await backUp(join(folder, nameOf(later(-40 * 24))), later(-40 * 24));
    await mkdir(join(folder, `${nameOf(later(-24))}.1a2b3c4d.partial`));
    await mkdir(join(folder, "by hand"));
    await trust();
    await db().backup.updateMany({ data: { name: nameOf(later(-40 * 24)) } });
    await atWork(night);
    expect(await readdir(folder)).toEqual(["by hand", nameOf(night)]);
    expect((await kept()).backups.map(({ name }) => name)).toEqual([nameOf(night)]);
  });

  it("nothing is made where no folder is given, or the company makes its own", async () => {
    for (const none of ["", "elsewhere"]) {
      process.env.TRIBUNE_BACKUP_FOLDER = none;
      await atWork(night);
    }
    expect(await db().backup.count()).toBe(0);
  });
});

describe("What keeps one from being made", () => {
  it("is told in words until one is made", async () => {
    delete process.env.TRIBUNE_BACKUP_KEY;
    await expect(atWork(night)).rejects.toMatchObject({ key: "backup-key-missing" });
    await expect(atWork(later(1))).rejects.toMatchObject({ key: "backup-key-missing" });
    expect((await kept()).problem).toEqual({
      at: later(1),
      sentence: { key: "backup-key-missing", params: {} },
    });
    expect(await db().backup.count()).toBe(1);
    expect(await readdir(folder)).toEqual([]);
    process.env.TRIBUNE_BACKUP_KEY = companyKey;
    await trust();
    await atWork(later(2));
    expect((await kept(later(2))).problem).toBeNull();
  });

  it("is a folder that nobody can make", async () => {
    process.env.TRIBUNE_BACKUP_FOLDER = "/dev/null/backups";
    await expect(atWork(night)).rejects.toMatchObject({ key: "backup-folder-unwritable" });
  });
});

test("one damaged byte is found in the night when it is brought back, and each night until one can be", async () => {
  await trust();
  await atWork(night);
  await db().backup.updateMany({ data: { checkedAt: null } });
  await appendFile(join(folder, nameOf(night), "person.copy.zst.sealed"), "x");
  await atWork(later(1));
  const found = await kept(later(1));
  expect(found.backups[0]).toMatchObject({
    checkedAt: later(1),
    checkProblem: { key: "backup-damaged", params: { file: "person.copy.zst.sealed" } },
  });
  expect(isAiling(found)).toBe(true);
  await atWork(later(24));
  expect((await kept(later(24))).backups[0]).toMatchObject({
    ...{ checkedAt: later(24), checkProblem: null },
  });
  expect(isAiling(await kept(later(24)))).toBe(false);
});

test("one whose folder is gone is found as well", async () => {
  await trust();
  await atWork(night);
  await db().backup.updateMany({ data: { checkedAt: null } });
  await rm(join(folder, nameOf(night)), { recursive: true });
  await atWork(later(1));
  expect((await kept(later(1))).backups[0]?.checkProblem?.key).toBe("backup-none");
});

test("rows that break a rule are found in what comes back", async () => {
  const url = process.env.DATABASE_URL ?? "";
  await sql(
    url,
    `BEGIN; SET LOCAL session_replication_role = replica;
     UPDATE tribe SET archived_at = now() WHERE id = '${cast.id.pla}'; COMMIT`,
  );
  await atWork(night);
  expect((await kept()).backups[0]?.checkProblem).toEqual({
    key: "backup-breaks-rule",
    params: { rule: "tribe-of-teams-is-there" },
  });
  await sql(url, "UPDATE tribe SET archived_at = NULL");
});

describe("Whoever answers for the company's data", () => {
  const tasks = async (now: Date) =>
    (await findToday(cast.ines, inParis(now))).tasks
      .filter(({ name }) => name.startsWith("backup"))
      .map(({ name, days }) => [name, days]);

  it("is told that the last one is older than 26 hours, or that there is none", async () => {
    expect(await tasks(night)).toEqual([["backup", 0]]);
    await trust();
    await atWork(night);
    expect(await tasks(later(26))).toEqual([]);
    expect(await tasks(later(27))).toEqual([["backup", 1]]);
    expect(await tasks(later(80))).toEqual([["backup", 3]]);
  });

  it("hears nothing where the company makes its own", async () => {
    process.env.TRIBUNE_BACKUP_FOLDER = "elsewhere";
    expect(await tasks(night)).toEqual([]);
    expect(isAiling(await kept())).toBe(false);
  });

  it("is Product Ops alone", async () => {
    await expect(readKeptBackups(cast.clara, night)).rejects.toMatchObject({ key: "not-allowed" });
    await expect(findBackupTrouble(cast.louis, night)).rejects.toMatchObject({
      key: "not-allowed",
    });
    expect(
      (await findToday(cast.clara, inParis(night))).tasks.map(({ name }) => name),
    ).not.toContain("backup");
  });
});
