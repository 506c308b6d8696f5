import "server-only";
import { db } from "#lib/db.ts";
import { admissionOf } from "#lib/desks/admission.ts";
import type { Standing } from "#lib/desks/decide-events.ts";
import type { FieldMap } from "#lib/desks/jira/issues/fields.ts";
import { ticketOf } from "#lib/desks/jira/issues/ticket.ts";
import type { ReadEvent } from "#lib/desks/read-event.ts";
import { askAdmission } from "#lib/desks/reads/ask-admission.ts";
import type { Connected } from "#lib/desks/reads/connected.ts";
import type { KnownStatuses } from "#lib/desks/reads/known-statuses.ts";
import { readTicketsHere } from "#lib/desks/reads/tickets-here.ts";
import { richTextOf } from "#lib/rich-text/rich-text-of.ts";

/** What stays the same while a connection's events are taken in. */
export type Round = {
  source: Connected;
  map: FieldMap;
  statuses: KnownStatuses;
  /** Set when the desk didn't answer: it isn't asked again in this round. */
  isSilent: boolean;
};

/** Which new issues come in: what their project says is seen at once, the desk is asked about the rest, all in one. */
export async function admissionFor(
  round: Round,
  events: ReadEvent[],
): Promise<Standing["admission"]> {
  const { source, map } = round;
  const own = ({ event, ticket }: ReadEvent) =>
    event.issue
      ? admissionOf(
          source.admits,
          event.issue,
          ticket ?? ticketOf(event.issue, map, richTextOf, { row: 1 }),
          event.formerKeys,
        )
      : ("ask" as const);
  const known = await readTicketsHere(db(), source.id, events);
  const asked = new Set(
    events.flatMap((one) => {
      const issueId = one.event.siteIssueId;
      return issueId && one.ticket && !known.has(issueId) && own(one) === "ask" ? [issueId] : [];
    }),
  );
  const admitted = round.isSilent ? null : await askAdmission(source, [...asked], map);
  round.isSilent ||= admitted === null;
  return (one) => {
    const said = own(one);
    if (said !== "ask") return said;
    const issueId = one.event.siteIssueId;
    if (admitted === null || issueId === null || !asked.has(issueId)) return "unsure";
    return admitted.has(issueId) ? "in" : "out";
  };
}
