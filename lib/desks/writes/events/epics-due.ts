import "server-only";
import type { ReadEvent } from "#lib/desks/read-event.ts";
import type { Write } from "#lib/operations/write.ts";

/** So that several events of one epic are one reading of it. */
export const readWithinMs = 30_000;

/** Events of an epic, or of what is under it, have it read again soon, whichever project it lies in. */
export async function noteEpicsDue(
  { tx }: Pick<Write, "tx">,
  sourceId: string,
  events: ReadEvent[],
  now: Date,
): Promise<void> {
  const ids = events.flatMap(({ event }) => event.siteIssueId ?? []);
  const keys = events.flatMap(({ event, ticket }) =>
    [event.key, ticket?.epicKey, ...event.formerKeys].filter((key) => typeof key === "string"),
  );
  const due = await tx.$executeRaw`
    UPDATE epic SET due_at = ${now}
    WHERE source_id = ${sourceId}::uuid AND (external_id = ANY (${ids}) OR key = ANY (${keys}))`;
  if (due === 0) return;
  const soon = new Date(now.getTime() + readWithinMs);
  await tx.$executeRaw`
    UPDATE source_state SET next_pull_at = least(next_pull_at, ${soon})
    WHERE source_id = ${sourceId}::uuid AND failed_at IS NULL`;
}
