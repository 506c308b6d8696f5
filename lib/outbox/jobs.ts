import "server-only";
import type { Jobs } from "#lib/frame/job.ts";
import { deliverer } from "#lib/outbox/writes/deliver.ts";
import { makeDigests } from "#lib/outbox/writes/digests.ts";
import { forgetOldMessages } from "#lib/outbox/writes/forget.ts";
import { momentOf } from "#lib/quarter.ts";

export const outboxJobs: Jobs = {
  rounds: [
    { name: "messages", everyMs: 1000, once: deliverer() },
    { name: "digests", everyMs: 60_000, once: (working) => makeDigests(momentOf(working)) },
    { name: "old messages", everyMs: 3_600_000, once: ({ now }) => forgetOldMessages(now()) },
  ],
};
