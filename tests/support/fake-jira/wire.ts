import { fieldIds } from "./fields.ts";
import {
  type FakeComment,
  type FakeTicket,
  organisations,
  people,
  requestTypes,
  statuses,
} from "./tickets.ts";

/** How tickets look on the wire: `rich` is Atlassian's document format (v3), else wiki markup (v2, webhooks). */
export type Dialect = { base: string; server: boolean; rich: boolean };

export function stamp(ms: number): string {
  // Jira writes the offset without a colon, of the profile's or the site's zone.
  return new Date(ms + 2 * 60 * 60 * 1000).toISOString().replace("Z", "+0200");
}

export function issueOnWire(ticket: FakeTicket, dialect: Dialect) {
  const { base, rich } = dialect;
  const version = rich ? 3 : 2;
  const self = `${base}/rest/api/${version}/issue/${ticket.id}`;
  return {
    expand: "names,schema,changelog",
    id: ticket.id,
    self,
    key: ticket.key,
    fields: fieldsOnWire(ticket, dialect),
  };
}

function fieldsOnWire(ticket: FakeTicket, dialect: Dialect): Record<string, unknown> {
  const { base, server } = dialect;
  const desk = ticket.project === "SAV";
  return {
    summary: ticket.title,
    description: richText(ticket.paragraphs, dialect),
    environment: null,
    issuetype: {
      id: "10004",
      name: ticket.type,
      subtask: false,
      hierarchyLevel: ticket.type === "Epic" ? 1 : 0,
    },
    status: statusOnWire(ticket.status),
    priority: {
      id: "3",
      name: ticket.priority,
      iconUrl: `${base}/images/icons/priorities/medium.svg`,
    },
    resolution: ticket.resolved === null ? null : { id: "10000", name: "Terminé" },
    resolutiondate: ticket.resolved === null ? null : stamp(ticket.resolved),
    reporter: personOnWire(ticket.reporter, server),
    creator: personOnWire(ticket.reporter, server),
    assignee: null,
    created: stamp(ticket.created),
    updated: stamp(ticket.updated),
    labels: ticket.labels,
    project: {
      ...{
        id: desk ? "10020" : "10021",
        key: ticket.project,
        name: desk ? "Service client" : "Feuille de route",
      },
      ...(server ? {} : { projectTypeKey: desk ? "service_desk" : "software", simplified: false }),
    },
    ...(ticket.parent === null || server
      ? {}
      : { parent: { id: "1", key: ticket.parent, fields: {} } }),
    comment: commentsOnWire(ticket, dialect, 20),
    worklog: { startAt: 0, maxResults: 20, total: 0, worklogs: [] },
    votes: { votes: 0, hasVoted: false },
    watches: { watchCount: 1, isWatching: false },
    duedate: ticket.type === "Epic" ? "2026-09-30" : null,
    workratio: -1,
    [fieldIds.requestType]: requestTypeOnWire(ticket, base),
    [fieldIds.organisations]:
      ticket.organisation === null ? [] : [organisationOnWire(ticket.organisation, base)],
    [fieldIds.participants]: [],
    [fieldIds.satisfaction]: ticket.satisfaction === null ? null : { rating: ticket.satisfaction },
    [fieldIds.resolutionSla]: desk ? slaOnWire(ticket, "Délai de résolution") : null,
    [fieldIds.epicLink]: ticket.parent,
    [fieldIds.sprint]: null,
    [fieldIds.rank]: `0|i${ticket.id}:`,
    [fieldIds.startDate]: ticket.type === "Epic" ? "2026-07-01" : null,
    [fieldIds.severity]: ticket.severity === null ? null : { id: "10300", value: ticket.severity },
    [fieldIds.module]: {
      id: "10310",
      value: "Planning",
      child: { id: "10311", value: "Tournées" },
    },
    [fieldIds.otherModule]: null,
    [fieldIds.context]: richText(["Sur le terrain."], dialect),
    [fieldIds.development]: "{}",
    ...(ticket.broken ?? {}),
  };
}

export function statusOnWire(status: keyof typeof statuses) {
  const { id, name, category } = statuses[status];
  return { id, name, description: "", statusCategory: { ...category, colorName: "yellow" } };
}

export function personOnWire(index: number, server: boolean) {
  const person = people[index % people.length];
  const name = person?.name ?? "?";
  const login = name.toLowerCase().replaceAll(" ", ".");
  const mail = person?.mail === null || person === undefined ? {} : { emailAddress: person.mail };
  const shown = { displayName: name, active: true, timeZone: "Europe/Paris", ...mail };
  if (server) return { name: login, key: `JIRAUSER${index + 10_100}`, ...shown };
  const accountId = `${person?.portal ? "qm:6d0c9a1e-0000-4000-8000-000000000001:" : "712020:"}user-${index}`;
  return { accountId, accountType: person?.portal ? "customer" : "atlassian", ...shown };
}

export function organisationOnWire(index: number, base: string) {
  return {
    ...{ id: String(index + 1), name: organisations[index] ?? "?" },
    _links: { self: `${base}/rest/servicedeskapi/organization/${index + 1}` },
  };
}

function requestTypeOnWire(ticket: FakeTicket, base: string) {
  if (ticket.requestType === null) return null;
  const id = String(ticket.requestType + 25);
  const name = requestTypes[ticket.requestType] ?? "?";
  return {
    _links: { web: `${base}/servicedesk/customer/portal/10/${ticket.key}` },
    requestType: {
      id,
      name,
      description: "",
      issueTypeId: "10004",
      serviceDeskId: "10",
      portalId: "10",
    },
    currentStatus: { status: statuses[ticket.status].name, statusCategory: "NEW" },
  };
}

export function slaOnWire(ticket: FakeTicket, name: string) {
  const remaining = ticket.breached ? -31_842 * 60_000 : 1337 * 60_000;
  const cycle = {
    startTime: dateOnWire(ticket.created),
    breached: ticket.breached,
    goalDuration: { millis: 172_800_000, friendly: "48h" },
    elapsedTime: { millis: 172_800_000 - remaining, friendly: "" },
    remainingTime: { millis: remaining, friendly: "" },
  };
  const open = { ...cycle, paused: false, withinCalendarHours: true };
  const cycles =
    ticket.resolved === null
      ? { completedCycles: [], ongoingCycle: open }
      : { completedCycles: [{ ...cycle, stopTime: dateOnWire(ticket.resolved) }] };
  return { id: "41", name, ...cycles, slaDisplayFormat: "NEW_SLA_FORMAT" };
}

export function dateOnWire(ms: number) {
  const iso8601 = stamp(ms).replace(/\.\d{3}/, "");
  return { iso8601, jira: stamp(ms), friendly: "", epochMillis: ms };
}

export function commentsOnWire(ticket: FakeTicket, dialect: Dialect, most: number, startAt = 0) {
  const comments = ticket.comments
    .slice(startAt, startAt + most)
    .map((comment) => commentOnWire(comment, ticket, dialect));
  return { comments, maxResults: most, startAt, total: ticket.comments.length };
}

export function commentOnWire(comment: FakeComment, ticket: FakeTicket, dialect: Dialect) {
  const { base, server, rich } = dialect;
  const author = personOnWire(comment.author, server);
  const seen = server
    ? { properties: [{ key: "sd.public.comment", value: { internal: !comment.isPublic } }] }
    : { jsdPublic: comment.isPublic };
  return {
    self: `${base}/rest/api/${rich ? 3 : 2}/issue/${ticket.id}/comment/${comment.id}`,
    ...{ id: comment.id, author, updateAuthor: author, body: richText([comment.body], dialect) },
    ...{ created: stamp(comment.at), updated: stamp(comment.at), ...seen },
  };
}

export function historiesOnWire(ticket: FakeTicket, server: boolean) {
  return ticket.changes.map((change, index) => ({
    id: `${ticket.id}${index}`,
    author: personOnWire(3, server),
    created: stamp(change.at),
    items: [
      ...(change.to === "done"
        ? [
            {
              field: "resolution",
              fieldtype: "jira",
              from: null,
              fromString: null,
              to: "10000",
              toString: "Terminé",
            },
          ]
        : []),
      {
        ...{ field: "status", fieldtype: "jira", ...(server ? {} : { fieldId: "status" }) },
        ...{ from: statuses[change.from].id, fromString: statuses[change.from].name },
        ...{ to: statuses[change.to].id, toString: statuses[change.to].name },
      },
    ],
  }));
}

function richText(paragraphs: string[], { rich }: Dialect): unknown {
  if (!rich) return paragraphs.join("\r\n\r\n");
  const content = paragraphs.map((text) => ({
    type: "paragraph",
    content: [{ type: "text", text }],
  }));
  return { type: "doc", version: 1, content };
}
