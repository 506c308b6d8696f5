import { now } from "#lib/clock.ts";
import { createDatabase } from "#lib/db.ts";
import { databaseUrl, env } from "#lib/env.ts";
import { stillBell } from "#lib/operations/bell.ts";
import { makeSampleCompany } from "#prisma/seed/sample-company.ts";

// Fills an empty, migrated database (DATABASE_URL) with the sample company, as of TRIBUNE_TODAY (YYYY-MM-DD) or today.

// Nobody waits for any single row of it: the commit of whatever comes after makes all of it last.
const url = new URL(databaseUrl());
url.searchParams.set("options", "-c synchronous_commit=off");
const database = createDatabase(url.href);
globalThis.tribuneDatabase = database;

const { TRIBUNE_TODAY: today } = env();
await makeSampleCompany(today ? new Date(`${today}T12:00:00Z`) : now());
await stillBell();
await database.$disconnect();
