import "server-only";
import { authJobs } from "#lib/auth/jobs.ts";
import { backupJobs } from "#lib/backup/jobs.ts";
import { desksJobs } from "#lib/desks/jobs.ts";
import { dutyJobs } from "#lib/duty/jobs.ts";
import { erasureJobs } from "#lib/erasure/jobs.ts";
import type { Jobs } from "#lib/frame/job.ts";
import { importsJobs } from "#lib/imports/jobs.ts";
import { insightsJobs } from "#lib/insights/jobs.ts";
import { outboxJobs } from "#lib/outbox/jobs.ts";
import { roadmapJobs } from "#lib/roadmap/jobs.ts";

/** What the nouns do by themselves. Not in lib/nouns.server.ts: pages would load what only the worker needs. */
export const declared: readonly Jobs[] = [
  authJobs,
  erasureJobs,
  insightsJobs,
  dutyJobs,
  importsJobs,
  roadmapJobs,
  desksJobs,
  backupJobs,
  outboxJobs,
];
