import "server-only";
import { commentsTables } from "#lib/comments/tables.ts";
import { nounServer } from "#lib/frame/noun-server.ts";

export const commentsServer = nounServer({
  tables: commentsTables,
});
