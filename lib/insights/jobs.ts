import "server-only";
import type { Jobs } from "#lib/frame/job.ts";
import { makeRestSearchable } from "#lib/insights/writes/searchable.ts";

export const insightsJobs: Jobs = {
  rounds: [
    {
      name: "words of insights",
      everyMs: 1000,
      once: ({ signal }) => makeRestSearchable(signal),
    },
  ],
};
