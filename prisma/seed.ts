import { now } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { makeSampleCompany } from "#prisma/seed/sample-company.ts";

// Fills an empty, migrated database (DATABASE_URL) with the sample company, as of TRIBUNE_TODAY (YYYY-MM-DD) or today.

const { DATABASE_URL, TRIBUNE_TODAY } = process.env;
if (!DATABASE_URL) throw new Error("DATABASE_URL is not set");

// Nobody waits for any single row of it: the commit of whatever comes after makes all of it last.
const url = new URL(DATABASE_URL);
url.searchParams.set("options", "-c synchronous_commit=off");
process.env.DATABASE_URL = url.href;

await makeSampleCompany(TRIBUNE_TODAY ? new Date(`${TRIBUNE_TODAY}T12:00:00Z`) : now());
await db().$disconnect();
