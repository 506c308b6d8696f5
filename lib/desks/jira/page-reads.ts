import { z } from "zod";
import type { Requester } from "#lib/desks/jira/http/request.ts";
import { instantOf } from "#lib/desks/jira/issues/instant.ts";
import {
  cloudPage,
  type JiraIssue,
  jiraIssue,
  serverPage,
  sorted,
} from "#lib/desks/jira/issues/shapes.ts";
import { type IssueQuery, isSteady, jqlOf } from "./jql.ts";

/**
 * Where a pull stands; to be saved after each page and given back to go on. `from`: changes since
 * then are asked for. `reached`: the newest change seen. Both ISO instants.
 */
export const pullCursor = z.strictObject({
  from: z.iso.datetime().nullable(),
  reached: z.iso.datetime().nullable(),
  token: z.string().nullable(),
  startAt: z.number().int().nonnegative(),
});
export type PullCursor = z.infer<typeof pullCursor>;

export type IssuePage = {
  issues: JiraIssue[];
  /** What stood among the issues and is none, as it came. */
  bad: unknown[];
  /** Where the next page begins; after the last one, where the next pull does. */
  cursor: PullCursor;
  last: boolean;
};

export type PageReader = {
  ask: Requester;
  query: IssueQuery;
  /** In which times of a query are read; asked for when there are any. */
  zone: () => Promise<string>;
  fields: string[];
  pageSize: number;
  /** Whether each issue comes with what lately changed in it. */
  history: boolean;
  signal: AbortSignal;
};

/** A cursor that asks for all changes since an instant. */
export function startFrom(since: Date | null): PullCursor {
  return { from: since?.toISOString() ?? null, reached: null, token: null, startAt: 0 };
}

/** The cursor without what Jira may have forgotten: again from the newest change seen. */
export function afresh({ from, reached }: PullCursor): PullCursor {
  return { from: reached ?? from, reached, token: null, startAt: 0 };
}

/** Jira Cloud: a token leads on, and the last page has none. */
export async function readCloudPage(reader: PageReader, cursor: PullCursor): Promise<IssuePage> {
  const { ask, fields, pageSize, signal } = reader;
  const token = cursor.token === null ? {} : { nextPageToken: cursor.token };
  const expand = reader.history ? { expand: "changelog" } : {};
  const jql = await jqlAt(reader, cursor);
  const body = { jql, maxResults: pageSize, fields, ...expand, ...token };
  const answer = await ask(
    { method: "POST", path: "/rest/api/3/search/jql", body, signal },
    cloudPage,
  );
  const { good, bad } = sorted(jiraIssue, answer.issues);
  const reached = newest(good, cursor.reached);
  const next = answer.nextPageToken || null;
  if (next === null) return { issues: good, bad, cursor: ended(cursor, reached), last: true };
  return { issues: good, bad, cursor: { ...cursor, reached, token: next }, last: false };
}

/**
 * Jira Server counts on from `startAt`, and what changes meanwhile leaves its place, so that a count
 * would pass over another. So each page is asked for by the newest change of the one before; only
 * within one minute, which is as fine as the query can say, it counts, and goes back a few.
 */
export async function readServerPage(reader: PageReader, cursor: PullCursor): Promise<IssuePage> {
  const { ask, fields, pageSize, signal, zone } = reader;
  const { startAt } = cursor;
  const expand = reader.history ? { expand: ["changelog"] } : {};
  const jql = await jqlAt(reader, cursor);
  const body = { jql, startAt, maxResults: pageSize, fields, ...expand };
  const answer = await ask(
    { method: "POST", path: "/rest/api/2/search", body, signal },
    serverPage,
  );
  const { good, bad } = sorted(jiraIssue, answer.issues);
  const count = answer.issues.length;
  const reached = newest(good, cursor.reached);
  const after = answer.startAt + count;
  if (
    count === 0 ||
    (answer.total !== null && answer.total !== undefined && after >= answer.total)
  ) {
    return { issues: good, bad, cursor: ended(cursor, reached), last: true };
  }
  const onwards =
    minute(reached) > minute(cursor.from) && reached && isSteady(new Date(reached), await zone());
  const next = onwards
    ? { from: reached, reached, token: null, startAt: 0 }
    : { ...cursor, reached, startAt: after - Math.min(10, count >> 1) };
  return { issues: good, bad, cursor: next, last: false };
}

async function jqlAt({ query, zone }: PageReader, { from }: PullCursor): Promise<string> {
  return from === null ? jqlOf(query, null, "UTC") : jqlOf(query, new Date(from), await zone());
}

function ended({ from }: PullCursor, reached: string | null): PullCursor {
  return { from: reached ?? from, reached, token: null, startAt: 0 };
}

function newest(issues: JiraIssue[], before: string | null): string | null {
  let newestSeen = before === null ? null : new Date(before);
  for (const { fields } of issues) {
    const updated = instantOf(fields?.updated);
    if (updated && (newestSeen === null || updated > newestSeen)) newestSeen = updated;
  }
  return newestSeen?.toISOString() ?? null;
}

function minute(instant: string | null): number {
  return instant === null ? -1 : Math.floor(Date.parse(instant) / 60_000);
}
