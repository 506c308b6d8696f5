import "server-only";
import { forgetOldTries } from "#lib/auth/writes/attempts.ts";
import { forgetOldSessions } from "#lib/auth/writes/sessions.ts";
import type { Jobs } from "#lib/frame/job.ts";

export const authJobs: Jobs = {
  rounds: [
    {
      name: "old tries to sign in",
      everyMs: 3_600_000,
      once: ({ now }) => forgetOldTries(now()),
    },
    {
      name: "where old sessions came from",
      everyMs: 3_600_000,
      once: ({ now }) => forgetOldSessions(now()),
    },
  ],
};
