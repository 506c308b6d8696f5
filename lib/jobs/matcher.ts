import { setPriority } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { keepDoing } from "#lib/jobs/rounds.ts";
import { keepHeapSmall } from "#lib/jobs/small-heap.ts";
import { learnCompany, type Matcher, matcherOf } from "#lib/proposals/jobs.ts";
import { holdMatcher } from "#lib/proposals/writes/held-matcher.ts";

// The process that proposes: it keeps a company's words in memory and thinks for long, so it stands beside the worker and
// gives way to pages. It may be killed at any moment: what it said is in the database, and it learns the rest again.

keepHeapSmall();
// Most of what it holds it holds for good.
setFlagsFromString("--heap-growing-percent=15");
setPriority(10);
const everyMs = 300;
const patienceMs = 3_000;
const ending = new AbortController();
let held: Awaited<ReturnType<typeof holdMatcher>> = null;
let matcher: Matcher | null = null;

/** Where several instances share a database, one of them proposes; the others wait for its end. */
async function once(): Promise<void> {
  if (held && !held.isHeld()) held = matcher = null;
  held ??= await holdMatcher();
  if (!held) return sleep(patienceMs, undefined, { signal: ending.signal }).catch(() => {});
  if (!matcher) {
    matcher = matcherOf(await learnCompany(ending.signal), { now });
    await matcher.begin();
  }
  await matcher.once(ending.signal);
}

const rounds = keepDoing("proposals", everyMs, once);

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, async () => {
    ending.abort();
    await rounds.stop();
    await held?.leave();
    await db().$disconnect();
    process.exit(0);
  });
}
