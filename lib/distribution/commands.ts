import "server-only";
import { sharingOps } from "#lib/distribution/noun.ts";
import * as input from "#lib/distribution/schema.ts";
import { claim, shareOut, unshare } from "#lib/distribution/writes.ts";
import { command } from "#lib/frame/command.ts";

export const distributionCommands = {
  "insight.share-out": command({
    input: input.shareOutInput,
    permissions: ["insight:share-out"],
    operations: [sharingOps.sharedOut],
    run: shareOut,
  }),
  "insight.unshare": command({
    input: input.unshareInput,
    permissions: ["insight:share-out"],
    operations: [sharingOps.unshared],
    run: unshare,
  }),
  "insight.claim": command({
    input: input.claimInput,
    permissions: ["insight:claim"],
    operations: [sharingOps.claimed],
    run: claim,
  }),
};
