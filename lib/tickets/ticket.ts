/** What a desk tells of a ticket, by whatever way it tells it. */
export type TicketField =
  | "key"
  | "id"
  | "summary"
  | "description"
  | "issueType"
  | "requestType"
  | "status"
  | "statusCategory"
  | "priority"
  | "severity"
  | "reporter"
  | "reporterId"
  | "created"
  | "updated"
  | "resolved"
  | "labels"
  | "organisations"
  | "customers"
  | "projectKey"
  | "projectType";

export type DateField = "created" | "updated" | "resolved";

/** A comment as a file tells it. `at` is an instant, ISO; `author` a name or an id, as the desk wrote it. */
export type ToldComment = {
  at: string;
  author: string | null;
  body: string;
  /** True unless the file says that the customer sees it. */
  isInternal: boolean;
};

/** A ticket as its desk tells it, in a row of a file or an answer. Instants are UTC; the desk's words are as they were. */
export type TicketRow = {
  /** Counted from 1, refused rows included, header and blank lines not. */
  row: number;
  /** The line of the file on which the row begins; the header is on line 1. */
  line: number;
  /** The desk's id, or "key:" and the key where the file has none. */
  externalId: string;
  key: string | null;
  title: string | null;
  body: string;
  issueType: string | null;
  requestType: string | null;
  status: string | null;
  statusCategory: string | null;
  severity: string | null;
  labels: string[];
  reporterName: string | null;
  reporterId: string | null;
  organisationNames: string[];
  projectKey: string | null;
  projectType: string | null;
  createdAt: Date | null;
  updatedAt: Date | null;
  resolvedAt: Date | null;
  /** What was said on it, where a file tells that. */
  comments?: readonly ToldComment[];
  /** Every other filled column under its header; lists for what Jira repeats. */
  raw: Record<string, string | string[]>;
  /** The same for the same cells under the same columns and reading of dates. */
  hash: string;
  /** The fields that are told at all: what is not among them must blank nothing. */
  present: ReadonlySet<TicketField>;
  /** An earlier row of the file has the same identity. */
  duplicate: boolean;
  /** Another row of the file with the same identity wins over this one. */
  superseded: boolean;
};
