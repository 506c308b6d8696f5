import "server-only";
import { queryOf } from "#lib/desks/connection.ts";
import { isJiraError } from "#lib/desks/jira/http/errors.ts";
import type { FieldMap } from "#lib/desks/jira/issues/fields.ts";
import { ticketOf } from "#lib/desks/jira/issues/ticket.ts";
import { startFrom } from "#lib/desks/jira/page-reads.ts";
import { type Connected, openSource } from "#lib/desks/reads/connected.ts";
import { richTextOf } from "#lib/rich-text/rich-text-of.ts";
import { isWanted } from "#lib/tickets/filter.ts";

const atOnce = 50;
/** Events don't wait longer than this for a desk that is slow. */
const patienceMs = 30_000;

/** Which of these issues the source lets in, as the desk itself says; null when it can't be asked. */
export async function askAdmission(
  source: Connected,
  ids: string[],
  map: FieldMap,
): Promise<ReadonlySet<string> | null> {
  const admitted = new Set<string>();
  if (ids.length === 0) return admitted;
  try {
    const jira = await openSource(source, AbortSignal.timeout(patienceMs));
    const { requestTypes } = source.admits;
    const filter = requestTypes.length > 0 ? { requestType: requestTypes } : undefined;
    const fields = ["updated", ...(map.requestType === null ? [] : [map.requestType])];
    const ask = async (some: string[]) => {
      const query = { ...queryOf(source.admits), ids: some };
      for await (const page of jira.pages(query, startFrom(null), { fields })) {
        for (const issue of page.issues)
          if (isWanted(ticketOf(issue, map, richTextOf, { row: 1 }).row, filter))
            admitted.add(issue.id);
      }
    };
    for (let at = 0; at < ids.length; at += atOnce) await together(ask, ids.slice(at, at + atOnce));
    return admitted;
  } catch {
    // The next pull says in words what is wrong with the connection, and brings what is let in.
    return null;
  }
}

/** A question that names an issue that is gone is refused as a whole: then each is asked for by itself. */
async function together(ask: (ids: string[]) => Promise<void>, ids: string[]): Promise<void> {
  try {
    await ask(ids);
  } catch (error) {
    if (!isJiraError(error, "bad-query")) throw error;
    if (ids.length === 1) return;
    for (const id of ids) await together(ask, [id]);
  }
}
