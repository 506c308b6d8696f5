import type { TicketRow } from "#lib/tickets/ticket.ts";

/** What a row's ticket may be found by: two rows that share none of it are of two tickets. */
export function identitiesOf({ externalId, key }: Pick<TicketRow, "externalId" | "key">): string[] {
  return key === null || externalId === `key:${key}` ? [externalId] : [externalId, `key:${key}`];
}

/**
 * Rows in groups that hold each ticket once: first the first mention of each, then the second of those that stand twice,
 * and so on. Rows of one key count as one ticket here, since a row without an id may be the ticket of one with an id.
 */
export function onceEach<Row extends Pick<TicketRow, "externalId" | "key">>(rows: Row[]): Row[][] {
  const mentions = new Map<string, number>();
  const groups: Row[][] = [];
  for (const row of rows) {
    const identities = identitiesOf(row);
    const before = Math.max(...identities.map((identity) => mentions.get(identity) ?? 0));
    for (const identity of identities) mentions.set(identity, before + 1);
    const group = groups[before] ?? [];
    group.push(row);
    groups[before] = group;
  }
  return groups;
}
