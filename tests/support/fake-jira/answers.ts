import { fieldList } from "./fields.ts";
import { placeAfter, type Site } from "./site.ts";
import { type FakeTicket, organisations, requestTypes } from "./tickets.ts";
import {
  commentsOnWire,
  type Dialect,
  dateOnWire,
  historiesOnWire,
  issueOnWire,
  organisationOnWire,
  personOnWire,
  slaOnWire,
  statusOnWire,
} from "./wire.ts";

export type Asked = { path: string; query: URLSearchParams; body: Record<string, unknown> };
export type Said = { status: number; json: unknown };
export type Context = { site: Site; dialect: Dialect; timeZone: string };

const ok = (json: unknown): Said => ({ status: 200, json });
const refused = (status: number, message: string): Said => ({
  status,
  json: { errorMessages: [message], errors: {} },
});
const hidden = refused(404, "Issue does not exist or you do not have permission to see it.");

export function searchCloud({ site, dialect }: Context, asked: Asked): Said {
  const jql = read(asked, "jql");
  const most = Math.min(Number(read(asked, "maxResults") || 50), 5000);
  try {
    const { tickets, unknownIds } = site.search(jql);
    if (unknownIds.length > 0)
      return refused(400, `An issue with key '${unknownIds[0]}' does not exist for field 'id'.`);
    const token = read(asked, "nextPageToken");
    const last = token === "" ? null : JSON.parse(Buffer.from(token, "base64url").toString());
    if (last !== null && last.jql !== jql)
      return refused(400, "The nextPageToken is invalid or expired.");
    const from = last === null ? 0 : placeAfter(tickets, last);
    const page = tickets.slice(from, from + most);
    const end = page.at(-1);
    const more = end !== undefined && from + page.length < tickets.length;
    const next = JSON.stringify({ jql, updated: end?.updated, id: end?.id });
    const onwards = more ? { nextPageToken: Buffer.from(next).toString("base64url") } : {};
    return ok({
      issues: page.map((ticket) => ({
        ...chosen(ticket, dialect, asked, ["id"]),
        ...expanded(ticket, dialect, asked),
      })),
      ...onwards,
      isLast: !more,
    });
  } catch (error) {
    return refused(400, error instanceof Error ? error.message : String(error));
  }
}

export function searchServer({ site, dialect }: Context, asked: Asked): Said {
  const startAt = Number(read(asked, "startAt") || 0);
  const most = Math.min(Number(read(asked, "maxResults") || 50), 1000);
  try {
    const { tickets } = site.search(read(asked, "jql"));
    const issues = tickets.slice(startAt, startAt + most).map((ticket) => ({
      ...chosen(ticket, dialect, asked, ["*all"]),
      ...expanded(ticket, dialect, asked),
    }));
    return ok({ expand: "names,schema", startAt, maxResults: most, total: tickets.length, issues });
  } catch (error) {
    return refused(400, error instanceof Error ? error.message : String(error));
  }
}

export function count({ site }: Context, asked: Asked): Said {
  try {
    return ok({ count: site.search(read(asked, "jql")).tickets.length });
  } catch (error) {
    return refused(400, error instanceof Error ? error.message : String(error));
  }
}

export function myself({ dialect, timeZone }: Context): Said {
  return ok({ ...personOnWire(4, dialect.server), timeZone });
}

export function fields(): Said {
  return ok(fieldList);
}

export function issue({ site, dialect }: Context, asked: Asked, idOrKey: string): Said {
  const ticket = site.find(idOrKey);
  if (ticket === null) return hidden;
  return ok({
    ...chosen(ticket, dialect, asked, ["*all"]),
    ...expanded(ticket, dialect, asked),
  });
}

/** Inside an issue Jira tells of the latest changes only. */
function expanded(ticket: FakeTicket, { server }: Dialect, asked: Asked) {
  if (!String(asked.body.expand ?? asked.query.get("expand") ?? "").includes("changelog"))
    return {};
  const all = historiesOnWire(ticket, server);
  return { changelog: { startAt: 0, total: all.length, histories: all.slice(-20) } };
}

export function comments({ site, dialect }: Context, asked: Asked, idOrKey: string): Said {
  const ticket = site.find(idOrKey);
  if (ticket === null) return hidden;
  const startAt = Number(asked.query.get("startAt") ?? 0);
  return ok(commentsOnWire(ticket, dialect, Number(asked.query.get("maxResults") ?? 50), startAt));
}

export function changelog({ site, dialect }: Context, asked: Asked, idOrKey: string): Said {
  const ticket = site.find(idOrKey);
  if (ticket === null) return hidden;
  const startAt = Number(asked.query.get("startAt") ?? 0);
  const all = historiesOnWire(ticket, dialect.server);
  const values = all.slice(startAt, startAt + Number(asked.query.get("maxResults") ?? 100));
  return ok({
    startAt,
    maxResults: 100,
    total: all.length,
    isLast: startAt + values.length >= all.length,
    values,
  });
}

/** The service desk's own addresses. */
export function desk(context: Context, asked: Asked, rest: string): Said {
  const { base } = context.dialect;
  const pages = (values: unknown[]) => ok(deskPage(values, asked.query));
  if (rest === "servicedesk") {
    return pages([
      { id: "10", projectId: "10020", projectName: "Service client", projectKey: "SAV" },
    ]);
  }
  if (/^servicedesk\/10\/requesttype$/.test(rest)) {
    return pages(
      requestTypes.map((name, index) => ({ id: String(index + 25), name, issueTypeId: "10004" })),
    );
  }
  if (/^(servicedesk\/10\/)?organization$/.test(rest)) {
    return pages(organisations.map((_, index) => organisationOnWire(index, base)));
  }
  const [, idOrKey = "", part] = /^request\/([^/]+)(?:\/(\w+))?$/.exec(rest) ?? [];
  const ticket = context.site.find(idOrKey);
  if (ticket === null || ticket.project !== "SAV")
    return { status: 404, json: { errorMessage: "Not found" } };
  if (part === "participant")
    return pages([personOnWire(ticket.reporter + 1, context.dialect.server)]);
  if (part === "sla") return pages([slaOnWire(ticket, "Délai de résolution")]);
  if (part === "feedback") {
    if (ticket.satisfaction === null) return { status: 404, json: { errorMessage: "No feedback" } };
    return ok({ type: "csat", rating: ticket.satisfaction, comment: { body: "Merci" } });
  }
  return ok(requestOf(ticket, context));
}

function requestOf(ticket: FakeTicket, { dialect }: Context) {
  const status = statusOnWire(ticket.status);
  return {
    ...{ issueId: ticket.id, issueKey: ticket.key, requestTypeId: "25", serviceDeskId: "10" },
    createdDate: dateOnWire(ticket.created),
    reporter: personOnWire(ticket.reporter, dialect.server),
    requestFieldValues: [{ fieldId: "summary", label: "Objet", value: ticket.title }],
    currentStatus: {
      status: status.name,
      statusCategory: "NEW",
      statusDate: dateOnWire(ticket.updated),
    },
  };
}

/** Two at a time whatever is asked for: a page may hold fewer. */
function deskPage(values: unknown[], query: URLSearchParams) {
  const start = Number(query.get("start") ?? 0);
  const page = values.slice(start, start + 2);
  return {
    size: page.length,
    start,
    limit: 50,
    isLastPage: start + page.length >= values.length,
    values: page,
    _links: {},
  };
}

function read({ query, body }: Asked, name: string): string {
  const value = body[name] ?? query.get(name) ?? "";
  return typeof value === "string" ? value : String(value);
}

function chosen(ticket: FakeTicket, dialect: Dialect, { query, body }: Asked, usual: string[]) {
  const given = Array.isArray(body.fields)
    ? body.fields.map(String)
    : query.get("fields")?.split(",");
  const wanted = new Set(given ?? usual);
  const { fields: all, ...rest } = issueOnWire(ticket, dialect);
  const every = wanted.has("*all") || wanted.has("*navigable");
  const kept = Object.entries(all).filter(
    ([id]) => !wanted.has(`-${id}`) && (every || wanted.has(id)),
  );
  return kept.length === 0 ? rest : { ...rest, fields: Object.fromEntries(kept) };
}
