import { Client } from "pg";
import { afterEach, beforeAll, expect, test } from "vitest";
import { WEB } from "#lib/db.ts";
import { type PeopleAtWork, watchPeopleAtWork } from "#lib/imports/reads/people-at-work.ts";
import { useDatabase } from "#tests/support/use-database.ts";

let watched: PeopleAtWork | null = null;

beforeAll(async () => {
  await useDatabase();
});
afterEach(() => watched?.stop());

test("somebody is at work while a web server has just asked the database for something", async () => {
  watched = watchPeopleAtWork();
  const isAnybody = () => watched?.isAnybody();
  const web = new Client({
    connectionString: process.env.DATABASE_URL,
    application_name: WEB,
  });
  await web.connect();
  try {
    await web.query("SELECT 1");
    await expect.poll(isAnybody).toBe(true);
  } finally {
    await web.end();
  }
  await expect.poll(isAnybody).toBe(false);
});
