import { createHmac } from "node:crypto";
import type { FakeComment, FakeTicket } from "./tickets.ts";
import { statuses } from "./tickets.ts";
import { commentOnWire, issueOnWire, personOnWire } from "./wire.ts";

export type Delivery = { identifier: string; body: string; retry?: number };

type Flavour = { base: string; server: boolean };

/** An event as Jira would send it now; texts are wiki markup, on the Cloud too. */
export function issueEvent(
  event: "created" | "updated" | "deleted",
  ticket: FakeTicket,
  { base, server }: Flavour,
): string {
  const dialect = { base, server, rich: false };
  const last = event === "updated" ? ticket.changes.at(-1) : undefined;
  const items = last
    ? [
        {
          field: "status",
          fieldId: "status",
          from: statuses[last.from].id,
          fromString: statuses[last.from].name,
          to: statuses[last.to].id,
          toString: statuses[last.to].name,
        },
      ]
    : [];
  return JSON.stringify({
    timestamp: ticket.updated + 40,
    webhookEvent: `jira:issue_${event}`,
    issue_event_type_name: event === "created" ? "issue_created" : "issue_generic",
    user: personOnWire(3, server),
    issue: issueOnWire(ticket, dialect),
    ...(items.length === 0 ? {} : { changelog: { id: `${ticket.id}9`, items } }),
  });
}

/** On the Cloud with the little it says of the issue; on a Server without any. */
export function commentEvent(
  event: "created" | "updated" | "deleted",
  ticket: FakeTicket,
  comment: FakeComment,
  { base, server }: Flavour,
): string {
  const dialect = { base, server, rich: false };
  const { fields, ...issue } = issueOnWire(ticket, dialect);
  const few = ["summary", "issuetype", "project", "assignee", "priority", "status"];
  const told = Object.fromEntries(Object.entries(fields).filter(([id]) => few.includes(id)));
  return JSON.stringify({
    timestamp: comment.at + 40,
    webhookEvent: `comment_${event}`,
    comment: commentOnWire(comment, ticket, dialect),
    ...(server ? {} : { issue: { ...issue, fields: told } }),
  });
}

/** What a Server sends of the same comment beside it. */
export function commentedIssueEvent(
  ticket: FakeTicket,
  comment: FakeComment,
  base: string,
): string {
  const dialect = { base, server: true, rich: false };
  return JSON.stringify({
    timestamp: comment.at + 41,
    webhookEvent: "jira:issue_updated",
    issue_event_type_name: "issue_commented",
    user: personOnWire(comment.author, true),
    issue: issueOnWire(ticket, dialect),
    comment: commentOnWire(comment, ticket, dialect),
  });
}

export function signatureOf(body: string, secret: string): string {
  return `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
}

/** One delivery to an address, signed when there is a secret. @returns the status and how long it took (ms). */
export async function deliver(
  to: string,
  { identifier, body, retry }: Delivery,
  secret: string | null,
) {
  const began = performance.now();
  const answer = await fetch(to, {
    method: "POST",
    body,
    headers: {
      "content-type": "application/json; charset=UTF-8",
      "x-atlassian-webhook-identifier": identifier,
      "x-atlassian-webhook-flow": "Primary",
      ...(retry ? { "x-atlassian-webhook-retry": String(retry) } : {}),
      ...(secret === null ? {} : { "x-hub-signature": signatureOf(body, secret) }),
    },
  });
  await answer.arrayBuffer();
  return { status: answer.status, ms: performance.now() - began };
}

/** Every delivery `repeats` times with its own identifier, in an order that is the same for the same seed. */
export function storm(bodies: string[], repeats: number, seed = 1): Delivery[] {
  const all = bodies.flatMap((body, index) =>
    Array.from({ length: repeats }, (_, retry) => ({ identifier: `fake-${index}`, body, retry })),
  );
  const random = numbers(seed);
  for (let at = all.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const [a, b] = [all[at], all[other]];
    if (a && b) [all[at], all[other]] = [b, a];
  }
  return all;
}

/** Numbers from 0 to 1 that look random (a linear congruential generator). */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
