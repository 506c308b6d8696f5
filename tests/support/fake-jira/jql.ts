import { type FakeTicket, statuses } from "./tickets.ts";

export type Matcher = { matches: (ticket: FakeTicket) => boolean; unknownIds: string[] };

/**
 * The part of Jira's language that the tests speak: clauses joined by AND, in brackets too, of
 * project, issuetype, status, labels, key, id, parent and updated. Throws an Error whose message is Jira's
 * answer for anything else, an unbounded query among it. Times are minutes in `timeZone`.
 */
export function readJql(jql: string, timeZone: string, tickets: FakeTicket[]): Matcher {
  const [where = "", order = ""] = jql.split(/\s*\border\s+by\b\s*/i);
  if (where.trim() === "") throw new Error("Unbounded JQL queries are not allowed here.");
  if (order !== "" && !/^updated asc, key asc$/i.test(order.trim()))
    throw new Error(`Cannot order by ${order}`);
  const tests = splitAnd(where.trim()).map((clause) => clauseOf(clause, timeZone));
  const ids = /\bid in \(([\d, ]+)\)/i.exec(where)?.[1]?.split(/,\s*/) ?? [];
  const known = new Set(tickets.map(({ id }) => id));
  return {
    matches: (ticket) => tests.every((test) => test(ticket)),
    unknownIds: ids.filter((id) => !known.has(id)),
  };
}

function splitAnd(where: string): string[] {
  let depth = 0;
  let quoted = false;
  let from = 0;
  const parts: string[] = [];
  for (let at = 0; at < where.length; at += 1) {
    const letter = where[at];
    if (letter === '"') quoted = !quoted;
    if (!quoted && letter === "(") depth += 1;
    if (!quoted && letter === ")") depth -= 1;
    if (!quoted && depth === 0 && /^\sand\s/i.test(where.slice(at, at + 5))) {
      parts.push(where.slice(from, at));
      from = at + 5;
    }
  }
  return [...parts, where.slice(from)].map((part) => part.trim());
}

type Test = (ticket: FakeTicket) => boolean;

function clauseOf(clause: string, timeZone: string): Test {
  const inner = /^\((.*)\)$/s.exec(clause)?.[1];
  if (inner !== undefined) {
    const tests = splitAnd(inner).map((part) => clauseOf(part, timeZone));
    return (ticket) => tests.every((test) => test(ticket));
  }
  const [, field = "", operator = "", rest = ""] =
    /^("[^"]+"|[\w[\]]+)\s*(not in|in|!=|>=|<=|=|>|<)\s*(.*)$/is.exec(clause) ?? [];
  const values = [...rest.matchAll(/"((?:[^"\\]|\\.)*)"|([^\s,()]+)/g)].map(([, a, b]) =>
    (a ?? b ?? "").replace(/\\(.)/g, "$1"),
  );
  if (field.toLowerCase() === "updated") return updatedTest(operator, values[0] ?? "", timeZone);
  const read = readers[field.toLowerCase().replace(/^cf\[\d+\]$/, "parent")];
  if (read === undefined)
    throw new Error(`Field '${field}' does not exist or you do not have permission to view it.`);
  const wanted = new Set(values.map((value) => value.toLowerCase()));
  const has: Test = (ticket) => read(ticket).some((value) => wanted.has(value.toLowerCase()));
  if (operator === "=" || operator.toLowerCase() === "in") return has;
  if (operator === "!=" || operator.toLowerCase() === "not in") return (ticket) => !has(ticket);
  throw new Error(`Error in the JQL Query: operator '${operator}'`);
}

const readers: Record<string, (ticket: FakeTicket) => string[]> = {
  project: (ticket) => [ticket.project],
  issuetype: (ticket) => [ticket.type],
  status: (ticket) => [statuses[ticket.status].name],
  labels: (ticket) => ticket.labels,
  key: (ticket) => [ticket.key],
  id: (ticket) => [ticket.id],
  parent: (ticket) => (ticket.parent === null ? [] : [ticket.parent]),
};

function updatedTest(operator: string, value: string, timeZone: string): Test {
  if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/.test(value))
    throw new Error(`Date value '${value}' is invalid.`);
  const bound = instantOf(value, timeZone);
  if (operator === ">=") return ({ updated }) => updated >= bound;
  if (operator === "<") return ({ updated }) => updated < bound;
  throw new Error(`Error in the JQL Query: operator '${operator}'`);
}

function instantOf(wall: string, timeZone: string): number {
  const asUtc = Date.parse(`${wall.replace(" ", "T")}:00Z`);
  const shown = (at: number) => {
    const text = new Date(at).toLocaleString("sv-SE", { timeZone });
    return Date.parse(`${text.replace(" ", "T")}Z`);
  };
  const guess = asUtc - (shown(asUtc) - asUtc);
  return guess - (shown(guess) - asUtc);
}
