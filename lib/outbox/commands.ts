import "server-only";
import { command } from "#lib/frame/command.ts";
import { messageOps } from "#lib/outbox/noun.ts";
import { allowInput, retryInput, silenceInput } from "#lib/outbox/schema.ts";
import { retryMessages } from "#lib/outbox/writes/retry.ts";
import { allowMessages, silenceMessages } from "#lib/outbox/writes/silences.ts";

/** One silences whatever the nouns declare: `lib/commands.ts` lists these beside theirs. */
export const outboxCommands = {
  "message.retry": command({
    input: retryInput,
    permissions: ["settings:manage"],
    operations: [messageOps.retried],
    run: retryMessages,
  }),
  "message.silence": command({
    input: silenceInput,
    permissions: ["own-settings:edit"],
    operations: [messageOps.silenced],
    run: silenceMessages,
  }),
  "message.allow": command({
    input: allowInput,
    permissions: ["own-settings:edit"],
    operations: [messageOps.allowed],
    run: allowMessages,
  }),
};
