import "server-only";
import { commentOps } from "#lib/comments/noun.ts";
import { commentInput } from "#lib/comments/schema.ts";
import { writeComment } from "#lib/comments/writes.ts";
import { command } from "#lib/frame/command.ts";

/** Comments hang on whatever the nouns declare: `lib/commands.ts` lists this beside theirs. */
export const commentsCommands = {
  "comment.write": command({
    input: commentInput,
    permissions: ["insight:comment", "theme:comment", "initiative:comment"],
    operations: [commentOps.written],
    run: writeComment,
  }),
};
