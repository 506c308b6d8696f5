import { companyTimeZone, now } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { databaseUrl } from "#lib/env.ts";
import { carryOut } from "#lib/jobs/carry-out.ts";
import { declared } from "#lib/jobs/declared.ts";
import { openQueue } from "#lib/jobs/queue.ts";
import { keepHeapSmall } from "#lib/jobs/small-heap.ts";
import { stillBell } from "#lib/operations/bell.ts";

// The process for what would stall a page. It may be killed at any moment: what it did is in the database, what it
// did not is taken up again.

keepHeapSmall();
const ending = new AbortController();
const boss = await openQueue(databaseUrl());
const working = { now, timeZone: companyTimeZone(), signal: ending.signal, boss };
const stop = await carryOut(declared, working);

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, async () => {
    ending.abort();
    await stop();
    await boss.stop({ graceful: false });
    await stillBell();
    await db().$disconnect();
    process.exit(0);
  });
}
