import "server-only";
import { planDuty } from "#lib/duty/writes.ts";
import type { Jobs } from "#lib/frame/job.ts";
import { momentOf } from "#lib/quarter.ts";

export const dutyJobs: Jobs = {
  nightly: [
    {
      name: "triage-duty",
      at: "10 0 * * *",
      options: { retryLimit: 20, retryBackoff: true },
      once: (working) => planDuty(momentOf(working)),
    },
  ],
};
