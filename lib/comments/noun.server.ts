import "server-only";
import { commentOps } from "#lib/comments/noun.ts";
import { commentsTables } from "#lib/comments/tables.ts";
import { nounServer } from "#lib/frame/noun-server.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";

export const commentsServer = nounServer({
  tables: commentsTables,
  hearings: {
    [commentOps.written.name]: {
      kind: "mentioned",
      who: (changes) => Prisma.sql`
        SELECT unnest(k.mentions) AS person_id, k.subject_kind, k.subject_id
        FROM ${changes} AS c JOIN comment k ON k.id = c.row_id::uuid WHERE c.table_name = 'comment'`,
    },
  },
});
