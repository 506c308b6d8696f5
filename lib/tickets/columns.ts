import { languageOf } from "#lib/insights/language.ts";
import { searchVector, searchVersion } from "#lib/search/vector.ts";
import { kindOf } from "#lib/tickets/kind.ts";
import { nameOf, reporterKeyOf } from "#lib/tickets/names.ts";
import type { TicketField, TicketRow } from "#lib/tickets/ticket.ts";

// What becomes of a ticket's row, column by column. Staging, creating, updating, comparing and undoing are made from this
// table: whoever adds a column adds a line here, and its migration.

type SqlType =
  | "text"
  | "text[]"
  | "jsonb"
  | "timestamptz"
  | "int"
  | "smallint"
  | "boolean"
  | "tsvector";

export type TicketColumn = {
  /** In the staging table, and in what is kept of a ticket as it was before an import changed it. */
  name: string;
  type: SqlType;
  /** `place`: where the row stands among those it is staged with, and when they came. */
  of: (row: TicketRow, place: Place) => unknown;
  /** The column of `ticket` that it is written to. */
  ticket?: string;
  /** A text that `ticket` keeps as bytes. */
  isBytes?: true;
  /**
   * The fields of the file it comes from: an update writes it where one of them is told, and compares it. None, for a
   * column that updates never write by itself.
   */
  fields?: readonly TicketField[];
  /**
   * How an update writes it; left out, what is told stands in place of what was. `by-name-where-no-id`: who reported is
   * known by the desk's id, and a file that has names only keeps it while the name is the same. `raw-fields-told`: those
   * whose column the file has are written, so that an emptied one is emptied here too; the others stay.
   */
  updated?: "by-name-where-no-id" | "raw-fields-told";
  /** Shown in the history of a ticket: its change keeps what was before and after. */
  inHistory?: true;
  /** The column of `insight` that a new ticket's insight begins with. */
  insight?: string;
};

type Place = { position: number; arrivedAt: Date };

export const ticketColumns: readonly TicketColumn[] = [
  column("external_id", "text", (row) => row.externalId, { ticket: "external_id" }),
  column("title", "text", (row) => row.title, {
    ticket: "title",
    fields: ["summary"],
    inHistory: true,
    insight: "title",
  }),
  column("body", "text", (row) => row.body, {
    ticket: "body",
    fields: ["description"],
    inHistory: true,
    insight: "body",
  }),
  column("issue_type", "text", (row) => row.issueType, {
    ticket: "issue_type",
    fields: ["issueType"],
  }),
  column("request_type", "text", (row) => row.requestType, {
    ticket: "request_type",
    fields: ["requestType"],
  }),
  column("status", "text", (row) => row.status, {
    ticket: "status",
    fields: ["status"],
    inHistory: true,
  }),
  column("status_category", "text", (row) => row.statusCategory, {
    ticket: "status_category",
    fields: ["statusCategory"],
  }),
  column("severity", "text", (row) => row.severity, {
    ticket: "severity",
    fields: ["priority", "severity"],
    inHistory: true,
    insight: "severity",
  }),
  column("labels", "text[]", (row) => row.labels, { ticket: "labels", fields: ["labels"] }),
  column("reporter_name", "text", (row) => row.reporterName && nameOf(row.reporterName), {
    ticket: "reporter_name",
    fields: ["reporter"],
  }),
  column("reporter_key", "text", reporterKeyOf, {
    ticket: "reporter_key",
    fields: ["reporter", "reporterId"],
    updated: "by-name-where-no-id",
  }),
  column("organisation_names", "text[]", (row) => row.organisationNames.map(nameOf), {
    ticket: "organisation_names",
    fields: ["organisations", "customers"],
  }),
  column("created_at", "timestamptz", (row) => row.createdAt, {
    ticket: "desk_created_at",
    fields: ["created"],
  }),
  column("updated_at", "timestamptz", (row) => row.updatedAt, {
    ticket: "desk_updated_at",
    fields: ["updated"],
  }),
  column("resolved_at", "timestamptz", (row) => row.resolvedAt, {
    ticket: "desk_resolved_at",
    fields: ["resolved"],
  }),
  column("key", "text", (row) => row.key, { ticket: "key", fields: ["key"] }),
  column("raw", "jsonb", (row) => row.raw, { ticket: "raw", updated: "raw-fields-told" }),
  // By which a row that was seen before is known again without looking at it.
  column("row_hash", "text", (row) => row.hash, { ticket: "row_hash", isBytes: true }),
  column("said_at", "timestamptz", saidAt, { insight: "said_at" }),
  column("changed_at", "timestamptz", (row, place) => row.updatedAt ?? saidAt(row, place), {
    insight: "updated_at",
  }),
  column("kind", "text", kindOf, { insight: "kind" }),
  column("language", "text", ({ title, body }) => languageOf(`${title ?? ""}\n${body}`), {
    insight: "language",
  }),
  column("search", "tsvector", ({ title, body }) => searchVector(title, body), {
    insight: "search",
  }),
  column("search_by", "smallint", () => searchVersion, { insight: "search_by" }),
  column("position", "int", (_, { position }) => position, {}),
  // They go to a table of their own.
  column("comments", "jsonb", ({ comments }) => (comments?.length ? comments : null), {}),
  column("superseded", "boolean", (row) => row.superseded, {}),
];

/** When a ticket tells no date, the moment it came stands in for it. */
function saidAt({ createdAt, updatedAt }: TicketRow, { arrivedAt }: Place): Date {
  return createdAt ?? updatedAt ?? arrivedAt;
}

/** Every field that some column comes from. */
export const writtenFields: ReadonlySet<TicketField> = new Set(
  ticketColumns.flatMap(({ fields = [] }) => fields),
);

function column(
  name: string,
  type: SqlType,
  of: TicketColumn["of"],
  uses: Omit<TicketColumn, "name" | "type" | "of">,
): TicketColumn {
  return { name, type, of, ...uses };
}
