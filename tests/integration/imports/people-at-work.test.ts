import { Client } from "pg";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
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
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(watched.isAnybody()).toBe(false);
  const web = new Client({
    connectionString: process.env.DATABASE_URL,
    application_name: WEB,
  });
  await web.connect();
  try {
    await web.query("SELECT 1");
    await vi.waitFor(() => expect(watched?.isAnybody()).toBe(true), 5000);
  } finally {
    await web.end();
  }
  await vi.waitFor(() => expect(watched?.isAnybody()).toBe(false), 5000);
});
