import "server-only";
import type { Jobs } from "#lib/frame/job.ts";
import { deliverer } from "#lib/outbox/writes/deliver.ts";

export const outboxJobs: Jobs = {
  rounds: [{ name: "messages", everyMs: 1000, once: deliverer() }],
};
