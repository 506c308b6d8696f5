import "server-only";
import { db } from "#lib/db.ts";
import { carryOutErasures } from "#lib/erasure/writes/carry-out.ts";
import { sealErasureKey } from "#lib/forgotten/writes/erasure-key.ts";
import type { Jobs } from "#lib/frame/job.ts";

export const erasureJobs: Jobs = {
  first: () => sealErasureKey(db()),
  rounds: [{ name: "erasures", everyMs: 1000, once: (working) => carryOutErasures(working) }],
};
