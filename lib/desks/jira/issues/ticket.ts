import { hash } from "node:crypto";
import { withoutEmptyWord } from "#lib/tables/empty-words.ts";
import { keyPattern } from "#lib/tickets/keys.ts";
import type { TicketField, TicketRow } from "#lib/tickets/ticket.ts";
import type { FieldMap } from "./fields.ts";
import { instantOf } from "./instant.ts";
import { rawFieldsOf } from "./raw-fields.ts";
import { readable, type TextOf } from "./readable.ts";
import { type JiraIssue, type JiraPerson, jiraPerson } from "./shapes.ts";

/** A ticket as every import writes it, and what only Jira's own answers tell. */
export type JiraTicket = {
  row: TicketRow;
  reporterEmail: string | null;
  organisations: { id: string | null; name: string }[];
  participants: JiraPerson[];
  /** 1 to 5, given by the customer. */
  satisfaction: number | null;
  /** Any cycle of any of its clocks was breached. */
  breached: boolean;
  /** "new", "indeterminate" or "done", in every language. */
  statusCategoryKey: string | null;
  epicKey: string | null;
};

/**
 * An issue of Jira Cloud (v3), of Server (v2) or of a webhook. A field that is not in it, or not as
 * it should be, is not among `present`, so that it blanks nothing; one that is null is empty.
 */
export function ticketOf(
  issue: JiraIssue,
  map: FieldMap,
  text: TextOf,
  place: { row: number },
): JiraTicket {
  const fields = issue.fields ?? {};
  const present = new Set<TicketField>(["id"]);

  /** What `read` makes of a field; undefined where it makes nothing of it, which counts as absent. */
  function take<T>(
    field: TicketField,
    id: string | null,
    empty: T,
    read: (value: unknown) => T | undefined,
  ): T {
    if (id === null || !Object.hasOwn(fields, id)) return empty;
    const value = fields[id];
    const taken = value === null ? empty : read(value);
    if (taken === undefined) return empty;
    present.add(field);
    return taken;
  }

  const reporter = take("reporter", "reporter", null, personOf);
  if (present.has("reporter")) present.add("reporterId");
  const organisations = take("organisations", map.organisations, [], organisationsOf);
  const status = fields.status;
  const priority = take("priority", "priority", null, wordOf);
  const severity = take("severity", map.severity, null, wordOf);
  const category = partOf(status, "statusCategory");
  const key = issue.key && keyPattern.test(issue.key) ? issue.key : null;
  if (key !== null) present.add("key");

  const row = {
    ...{ externalId: issue.id, key },
    title: take("summary", "summary", null, titleOf),
    body: take("description", "description", "", (value) => bodyOf(value, text)),
    issueType: take("issueType", "issuetype", null, wordOf),
    requestType: take("requestType", map.requestType, null, wordOf),
    status: take("status", "status", null, wordOf),
    statusCategory: take("statusCategory", "status", null, (value) =>
      wordOf(partOf(value, "statusCategory")),
    ),
    severity: severity ?? priority,
    labels: take("labels", "labels", [], labelsOf),
    reporterName: withoutEmptyWord(reporter?.displayName ?? reporter?.name ?? ""),
    reporterId: reporter?.accountId ?? reporter?.name ?? reporter?.key ?? null,
    organisationNames: [...new Set(organisations.map(({ name }) => name))],
    projectKey: take("projectKey", "project", null, (value) => wordOf(partOf(value, "key"))),
    projectType: take("projectType", "project", null, (value) =>
      wordOf(partOf(value, "projectTypeKey")),
    ),
    createdAt: take("created", "created", null, dateOf),
    updatedAt: take("updated", "updated", null, dateOf),
    resolvedAt: take("resolved", "resolutiondate", null, dateOf),
    raw: rawFieldsOf(fields, map, text),
  };
  const found = { ...row, hash: hashOf(row), present, duplicate: false, superseded: false };
  return {
    row: { row: place.row, line: place.row, ...found },
    reporterEmail: reporter?.emailAddress ?? null,
    organisations,
    participants: peopleOf(map.participants === null ? [] : fields[map.participants]),
    satisfaction: ratingOf(map.satisfaction === null ? null : fields[map.satisfaction]),
    breached: map.slas.some((id) => isBreached(fields[id])),
    statusCategoryKey: stringOf(partOf(category, "key")),
    epicKey: epicOf(fields, map),
  };
}

function partOf(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return Reflect.get(value, key);
}

function stringOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

/** A status, a type, a choice: by its name. Undefined for what has none, which is no such thing. */
function wordOf(value: unknown): string | null | undefined {
  if (Array.isArray(value) || typeof value === "number" || typeof value === "boolean")
    return undefined;
  const word = readable(value, () => "");
  return typeof word === "string" && !word.startsWith("{") ? withoutEmptyWord(word) : undefined;
}

function titleOf(value: unknown): string | null | undefined {
  if (typeof value !== "string") return undefined;
  return value.replace(/\s*[\r\n]+\s*/g, " ").trim() || null;
}

function bodyOf(value: unknown, text: TextOf): string | undefined {
  return typeof value === "string" || partOf(value, "type") === "doc" ? text(value) : undefined;
}

function labelsOf(value: unknown): string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const words = value.flatMap((one) =>
    typeof one === "string" ? (withoutEmptyWord(one) ?? []) : [],
  );
  return [...new Set(words)];
}

function dateOf(value: unknown): Date | undefined {
  return instantOf(value) ?? undefined;
}

function personOf(value: unknown): JiraPerson | undefined {
  const person = jiraPerson.safeParse(value).data;
  return person && (person.accountId ?? person.name ?? person.key ?? person.displayName)
    ? person
    : undefined;
}

function peopleOf(value: unknown): JiraPerson[] {
  return Array.isArray(value) ? value.map(personOf).filter((one) => one !== undefined) : [];
}

function organisationsOf(value: unknown): JiraTicket["organisations"] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.flatMap((one) => {
    const name = withoutEmptyWord(
      typeof one === "string" ? one : (stringOf(partOf(one, "name")) ?? ""),
    );
    const id = partOf(one, "id");
    return name === null ? [] : [{ id: id === undefined || id === null ? null : String(id), name }];
  });
}

function ratingOf(value: unknown): number | null {
  const rating = typeof value === "number" ? value : partOf(value, "rating");
  return typeof rating === "number" && rating >= 1 && rating <= 5 ? rating : null;
}

function isBreached(sla: unknown): boolean {
  const completed = partOf(sla, "completedCycles");
  const cycles = [...(Array.isArray(completed) ? completed : []), partOf(sla, "ongoingCycle")];
  return cycles.some((cycle) => partOf(cycle, "breached") === true);
}

/** The parent where it stands above the issue's own level, else what the old field of epics says. */
function epicOf(
  fields: Record<string, unknown>,
  { epicLink, parentLink }: FieldMap,
): string | null {
  const type = partOf(fields.issuetype, "subtask");
  const parent = type === true ? null : stringOf(partOf(fields.parent, "key"));
  const old = epicLink === null ? null : stringOf(fields[epicLink]);
  const linked =
    parentLink === null ? null : stringOf(partOf(partOf(fields[parentLink], "data"), "key"));
  return parent ?? old ?? linked;
}

function hashOf(
  row: Omit<TicketRow, "row" | "line" | "hash" | "present" | "duplicate" | "superseded">,
) {
  const raw = Object.entries(row.raw).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return hash("sha256", JSON.stringify({ ...row, raw }), "base64url");
}
