import { readJql } from "./jql.ts";
import { type FakeTicket, makeTicket, makeTickets } from "./tickets.ts";

export type Site = ReturnType<typeof makeSite>;

type Found = { jql: string; version: number; tickets: FakeTicket[]; unknownIds: string[] };

/** The tickets of the made-up site and what happens to them. Every change moves `updated` past all others. */
export function makeSite(count: number, timeZone: string) {
  let tickets = makeTickets(count);
  let version = 0;
  let found: Found | null = null;

  function touched(): number {
    version += 1;
    return tickets.reduce((newest, { updated }) => Math.max(newest, updated), 0) + 61_000;
  }

  function find(idOrKey: string): FakeTicket | null {
    return (
      tickets.find(
        ({ id, key, formerKeys }) =>
          id === idOrKey || key === idOrKey || formerKeys.includes(idOrKey),
      ) ?? null
    );
  }

  function get(idOrKey: string): FakeTicket {
    const ticket = find(idOrKey);
    if (ticket === null) throw new Error(`There is no ${idOrKey}`);
    return ticket;
  }

  return {
    find,
    all: () => tickets,
    change(idOrKey: string, patch: Partial<FakeTicket>): FakeTicket {
      const updated = touched();
      return Object.assign(get(idOrKey), { updated, ...patch });
    },
    /** The issue moves to the other project: its key changes, its id does not. */
    move(idOrKey: string): FakeTicket {
      const ticket = get(idOrKey);
      const updated = touched();
      const formerKeys = [...ticket.formerKeys, ticket.key];
      return Object.assign(ticket, {
        updated,
        formerKeys,
        project: "ROAD",
        key: `ROAD-${ticket.id}`,
      });
    },
    setStatus(idOrKey: string, to: FakeTicket["status"]): FakeTicket {
      const ticket = get(idOrKey);
      const at = touched();
      const changes = [...ticket.changes, { at, from: ticket.status, to }];
      return Object.assign(ticket, {
        updated: at,
        status: to,
        changes,
        resolved: to === "done" ? at : null,
      });
    },
    remove(idOrKey: string) {
      const gone = get(idOrKey);
      version += 1;
      tickets = tickets.filter((ticket) => ticket !== gone);
    },
    add(patch: Partial<FakeTicket> = {}): FakeTicket {
      const made = makeTicket(tickets.length);
      const ticket = { ...made, id: String(80_000 + tickets.length), updated: touched(), ...patch };
      tickets.push(ticket);
      return ticket;
    },
    /** Matching tickets, oldest change first. Throws what Jira says of a query it does not take. */
    search(jql: string): Found {
      if (found?.jql === jql && found.version === version) return found;
      const { matches, unknownIds } = readJql(jql, timeZone, tickets);
      const matching = tickets.filter(matches).sort((a, b) => a.updated - b.updated || byKey(a, b));
      found = { jql, version, tickets: matching, unknownIds };
      return found;
    },
  };
}

function byKey(a: FakeTicket, b: FakeTicket): number {
  return Number(a.id) - Number(b.id);
}

/** Where a page after `last` begins, the list being in order. */
export function placeAfter(tickets: FakeTicket[], last: { updated: number; id: string }): number {
  let from = 0;
  let to = tickets.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const { updated, id } = tickets[middle] ?? last;
    const after =
      updated > last.updated || (updated === last.updated && Number(id) > Number(last.id));
    if (after) to = middle;
    else from = middle + 1;
  }
  return from;
}
