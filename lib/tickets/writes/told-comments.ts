import "server-only";
import { Prisma } from "#lib/generated/prisma/client.ts";
import type { Write } from "#lib/operations/write.ts";
import type { Target } from "#lib/tickets/target.ts";

/** Known by the run that brought it, by which it is taken back, and by what it says, by which it comes once. */
const toldBy = (runId: string) => Prisma.sql`'file:' || ${runId} || ':'`;

/**
 * What a file says was said on the staged tickets. A desk that is asked itself knows its comments by their ids: one of the
 * same minute and words is there already.
 */
export async function keepToldComments(w: Pick<Write, "tx">, { runId }: Target): Promise<void> {
  await w.tx.$executeRaw`
    INSERT INTO ticket_comment (ticket_id, external_id, author_name, author_key, body, is_internal, created_at, updated_at)
    SELECT s.ticket_id, ${toldBy(runId ?? "")} || md5(c.at::text || coalesce(c.author, '') || c.body),
      c.author, NULL, c.body, c."isInternal", c.at, c.at
    FROM staged s, jsonb_to_recordset(s.comments) AS c (at timestamptz, author text, body text, "isInternal" boolean)
    WHERE s.comments IS NOT NULL AND NOT EXISTS (SELECT FROM ticket_comment k WHERE k.ticket_id = s.ticket_id
      AND date_trunc('minute', k.created_at) = date_trunc('minute', c.at) AND k.body = c.body)
    ON CONFLICT (ticket_id, external_id) DO NOTHING`;
}

/** Takes back what that run brought of the staged tickets. */
export async function dropToldComments(w: Pick<Write, "tx">, runId: string): Promise<void> {
  await w.tx.$executeRaw`
    DELETE FROM ticket_comment c USING staged s
    WHERE c.ticket_id = s.ticket_id AND starts_with(c.external_id, ${toldBy(runId)})`;
}
