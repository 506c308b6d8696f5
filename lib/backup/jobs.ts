import "server-only";
import { keepBackups } from "#lib/backup/writes/keep-backups.ts";
import type { Jobs } from "#lib/frame/job.ts";

export const backupJobs: Jobs = {
  nightly: [
    {
      name: "backup",
      at: "10 1 * * *",
      // Large ones take their time; one whose worker was killed is begun again by another.
      options: {
        ...{ retryLimit: 5, retryDelay: 60, retryBackoff: true },
        ...{ expireInSeconds: 6 * 3600, heartbeatSeconds: 30 },
      },
      once: keepBackups,
    },
  ],
};
