import "server-only";
import { carryOutErasures } from "#lib/customers/writes/carry-out-erasure.ts";
import { sealErasureKey } from "#lib/customers/writes/erasure-key.ts";
import { db } from "#lib/db.ts";
import type { Jobs } from "#lib/frame/job.ts";

export const customersJobs: Jobs = {
  first: () => sealErasureKey(db()),
  rounds: [{ name: "erasures", everyMs: 1000, once: (working) => carryOutErasures(working) }],
};
