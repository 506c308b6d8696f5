import "server-only";
import type { PersonActor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { noticeOps } from "#lib/notices/noun.ts";
import type { NoticesInput } from "#lib/notices/schema.ts";
import type { Operation } from "#lib/operations/operation.ts";
import { type Call, type Write, write } from "#lib/operations/write.ts";
import { onlyId } from "#lib/sql/columns.ts";
import { listRows } from "#lib/sql/rows.ts";

/** What is read before stays as it is, and what is somebody else's too. @returns how many were unread */
export async function readNotices(actor: PersonActor, input: NoticesInput, call: Call) {
  authorise(actor, "own-settings:edit");
  return onOwn(actor, input, call, noticeOps.read, async (w, open) => {
    await w.update("notice", open.unread, { readAt: call.now });
    return { count: open.unread.length };
  });
}

/** Puts them out of sight, read. @returns how many were in sight */
export async function clearNotices(actor: PersonActor, input: NoticesInput, call: Call) {
  authorise(actor, "own-settings:edit");
  return onOwn(actor, input, call, noticeOps.cleared, async (w, open) => {
    await w.update("notice", open.unread, { readAt: call.now, clearedAt: call.now });
    await w.update("notice", open.read, { clearedAt: call.now });
    return { count: open.unread.length + open.read.length };
  });
}

type Open = { unread: string[]; read: string[] };

function onOwn(
  actor: PersonActor,
  { ids }: NoticesInput,
  call: Call,
  operation: Operation,
  work: (w: Write, open: Open) => Promise<{ count: number }>,
) {
  return write(actor, call, { operation, visibility: actor.id }, async (w) => {
    const own = (isRead: boolean) => listRows(w.tx, onlyId)`
      SELECT id::text AS id FROM notice
      WHERE id = ANY (${ids}::uuid[]) AND person_id = ${actor.id}::uuid AND cleared_at IS NULL
        AND (read_at IS NOT NULL) = ${isRead} ORDER BY id FOR UPDATE`;
    const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);
    return work(w, { unread: idsOf(await own(false)), read: idsOf(await own(true)) });
  });
}
