import "server-only";
import { system } from "#lib/auth/actor.ts";
import type { Jobs } from "#lib/frame/job.ts";
import { momentOf } from "#lib/quarter.ts";
import { keepWeekTwoPictures } from "#lib/roadmap/writes/week-two-pictures.ts";

export const roadmapJobs: Jobs = {
  nightly: [
    {
      // Taken when week two is over, and at once when that was while no worker ran.
      name: "week-two-pictures",
      // Shortly after midnight: a night that was missed is made up for by the next.
      at: "5 0 * * *",
      options: { retryLimit: 20, retryBackoff: true },
      once: (working) => keepWeekTwoPictures(system, momentOf(working)),
    },
  ],
};
