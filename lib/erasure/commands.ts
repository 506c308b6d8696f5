import "server-only";
import { erasureOps } from "#lib/erasure/noun.ts";
import { eraseInput } from "#lib/erasure/schema.ts";
import { eraseRequester } from "#lib/erasure/writes/erase.ts";
import { command } from "#lib/frame/command.ts";

/** An erasure goes through what all nouns hold: `lib/commands.ts` lists this beside theirs. */
export const erasureCommands = {
  "requester.erase": command({
    input: eraseInput,
    permissions: ["source:manage"],
    operations: [erasureOps.erased],
    run: eraseRequester,
  }),
};
