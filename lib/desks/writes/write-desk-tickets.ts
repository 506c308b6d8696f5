import "server-only";
import { freeMailDomains } from "#lib/customers/free-mail.ts";
import { organisationOfDomain } from "#lib/customers/reads/organisation-names.ts";
import {
  type DeskOrganisation,
  followRenamed,
  keepDeskIds,
} from "#lib/customers/writes/desk-organisations.ts";
import type { JiraTicket } from "#lib/desks/jira/issues/ticket.ts";
import { readForgotten } from "#lib/forgotten/writes/read-forgotten.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import type { Write } from "#lib/operations/write.ts";
import { nameOf } from "#lib/tickets/names.ts";
import { onceEach } from "#lib/tickets/once-each.ts";
import { withoutKnown } from "#lib/tickets/reads/known-tickets.ts";
import { stagedRows } from "#lib/tickets/staged-rows.ts";
import type { Counts } from "#lib/tickets/target.ts";
import type { TicketField } from "#lib/tickets/ticket.ts";
import { haveSourceAlone } from "#lib/tickets/writes/source-lock.ts";
import { writeTickets } from "#lib/tickets/writes/write-tickets.ts";

export type Taking = {
  sourceId: string;
  /** The run that a report is kept of; null for what comes one by one. */
  runId: string | null;
  /** Names of all raw fields that the desk has told of: one that is empty now is emptied here too. */
  rawNames: string[];
  now: Date;
};

/**
 * Tickets as a desk tells them, written as a file's rows are: what is new makes an insight, what is newer changes its
 * ticket, what people decided here stays.
 */
export async function takeTickets(
  w: Write,
  { sourceId, runId, rawNames, now }: Taking,
  told: JiraTicket[],
): Promise<Counts> {
  const counts: Counts = { created: 0, updated: 0, unchanged: 0 };
  await haveSourceAlone(w.tx, sourceId);
  const tickets = await withoutForgotten(w, told);
  const organisations = organisationsOf(tickets);
  await followRenamed(w, sourceId, organisations);
  for (const { present, rows } of byPresence(tickets)) {
    const differing = await withoutKnown(w.tx, sourceId, rows);
    const written = await writeTickets(
      w,
      { sourceId, runId, present, rawNames, now },
      {
        unchanged: rows.length - differing.length,
        groups: onceEach(differing).map((group) => stagedRows(group, now)),
      },
    );
    counts.created += written.created;
    counts.updated += written.updated;
    counts.unchanged += written.unchanged;
  }
  await keepDeskIds(w, sourceId, organisations);
  await keepEmails(w, sourceId, tickets);
  return counts;
}

/** Who asked to be forgotten is nobody's reporter: not by an address that only the desk's own answers tell either. */
async function withoutForgotten(w: Write, tickets: JiraTicket[]): Promise<JiraTicket[]> {
  const forgotten = await readForgotten(w.tx);
  if (!forgotten) return tickets;
  return tickets.map((ticket) => {
    const { row, reporterEmail } = ticket;
    const reporter = { id: row.reporterId, name: row.reporterName, email: reporterEmail };
    return forgotten.holds(reporter)
      ? { ...ticket, reporterEmail: null, row: { ...row, reporterName: null, reporterId: null } }
      : ticket;
  });
}

function organisationsOf(tickets: JiraTicket[]): DeskOrganisation[] {
  return tickets.flatMap(({ organisations }) =>
    organisations.flatMap(({ id, name }) => (id === null ? [] : { id, name: nameOf(name) })),
  );
}

/** A ticket that came without a field must not blank it, so those that tell of the same fields are written together. */
function byPresence(tickets: JiraTicket[]) {
  const groups = new Map<
    string,
    { present: ReadonlySet<TicketField>; rows: JiraTicket["row"][] }
  >();
  for (const { row } of tickets) {
    const name = [...row.present].sort().join();
    const group = groups.get(name) ?? { present: row.present, rows: [] };
    group.rows.push(row);
    groups.set(name, group);
  }
  return groups.values();
}

/** The address of who reported, where the desk tells it: it finds the colleague and the customer. */
async function keepEmails(w: Write, sourceId: string, tickets: JiraTicket[]): Promise<void> {
  const known = tickets.filter(({ reporterEmail }) => reporterEmail !== null);
  if (known.length === 0) return;
  const ids = known.map(({ row }) => row.externalId);
  const emails = known.map(({ reporterEmail }) => (reporterEmail ?? "").toLowerCase());
  await w.tx.$executeRaw`
    UPDATE ticket t SET reporter_email = g.email
    FROM unnest(${ids}::text[], ${emails}::text[]) AS g (external_id, email)
    WHERE t.source_id = ${sourceId}::uuid AND t.external_id = g.external_id
      AND t.reporter_email IS DISTINCT FROM g.email`;
  await w.tx.$executeRaw`
    UPDATE requester r SET email = t.reporter_email, version = r.version + 1,
      person_id = coalesce(r.person_id, t.colleague),
      organisation_id = coalesce(r.organisation_id, CASE WHEN t.colleague IS NULL AND r.person_id IS NULL
        AND t.domain <> ALL (${[...freeMailDomains]}) THEN ${organisationOfDomain(Prisma.sql`t.domain`)} END)
    FROM (
      SELECT *, split_part(reporter_email, '@', 2) AS domain,
        (SELECT id FROM person WHERE email = reporter_email) AS colleague
      FROM ticket
    ) AS t
    WHERE t.source_id = ${sourceId}::uuid AND t.external_id = ANY (${ids}) AND r.external_key = t.reporter_key
      AND r.email IS NULL AND r.erased_at IS NULL AND t.reporter_email IS NOT NULL`;
}
