import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { now as clockNow } from "#lib/clock.ts";
import { isJiraError, jiraError } from "#lib/desks/jira/http/errors.ts";
import { type Fetch, guardedFetch } from "#lib/desks/jira/http/guarded-fetch.ts";
import { jiraRequester } from "#lib/desks/jira/http/request.ts";
import { childrenQuery } from "#lib/desks/jira/issues/delivery.ts";
import { type FieldMap, fieldMapOf } from "#lib/desks/jira/issues/fields.ts";
import {
  type JiraComment,
  type JiraHistory,
  type JiraIssue,
  jiraComment,
  jiraHistory,
  jiraIssue,
  jiraPerson,
  sorted,
} from "#lib/desks/jira/issues/shapes.ts";
import { issuesByIds } from "./issues-by-ids.ts";
import { countingJqlOf, type IssueQuery } from "./jql.ts";
import { type IssuePage, type PullCursor, startFrom } from "./page-reads.ts";
import { readPages } from "./paging.ts";
import { serviceDesk } from "./service-desk.ts";
import { pagedFromStartAt } from "./start-at.ts";

export type JiraAuth =
  | { kind: "basic"; user: string; token: string }
  | { kind: "bearer"; token: string };

export type JiraOptions = {
  /** With the context path where a Server has one: "https://desk.example.com/jira". */
  siteUrl: string;
  kind: "cloud" | "server";
  auth: JiraAuth;
  /** Hosts (with the port where it is not the usual one) that may lie in a private network. */
  privateHosts?: readonly string[];
  /** Ends everything under way; a job's own. */
  signal?: AbortSignal;
  fetch?: Fetch;
  sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
  now?: () => Date;
  random?: () => number;
  /** For one try of one request: 60 s and 64 MB unless told. */
  limits?: { timeMs: number; bytes: number };
  mostPages?: number;
};

export type PageOptions = { fields?: string[]; pageSize?: number; history?: boolean };

/** All but what nobody reads here and what makes an answer long. Comments are asked for by themselves. */
export const wantedFields = [
  ...["*all", "-worklog", "-watches", "-votes", "-progress", "-aggregateprogress"],
  ...["-timetracking", "-workratio", "-thumbnail", "-lastViewed"],
];

export type Jira = ReturnType<typeof openJira>;

/**
 * A Jira Cloud or Server/Data Center. It is asked one thing at a time; share one `Jira` per site.
 * All throw UserErrors of `jiraErrors`, and JiraParked when Jira asks for more than 15 minutes.
 */
export function openJira(options: JiraOptions) {
  const site = siteOf(options);
  const host = site.host;
  const cloud = options.kind === "cloud";
  const api = cloud ? "/rest/api/3" : "/rest/api/2";
  const ask = jiraRequester({
    site,
    headers: headersOf(options.auth),
    fetch: options.fetch ?? guardedFetch((url) => isListed(url, options.privateHosts ?? [])),
    sleep: options.sleep ?? (async (ms, signal) => void (await pause(ms, undefined, { signal }))),
    now: options.now ?? clockNow,
    random: options.random ?? Math.random,
    limits: options.limits ?? { timeMs: 60_000, bytes: 64 * 1024 * 1024 },
    signal: options.signal,
  });
  let zone: Promise<string> | null = null;

  /** Whose credentials these are; the cheapest way to try them. */
  function myself() {
    return ask({ path: `${api}/myself` }, jiraPerson);
  }

  /** The zone in which this person's queries are read. */
  function timeZone(): Promise<string> {
    zone ??= myself().then((person) => person.timeZone ?? "UTC");
    zone.catch(() => {
      zone = null;
    });
    return zone;
  }

  async function discoverFields(): Promise<FieldMap> {
    return fieldMapOf(await ask({ path: `${api}/field` }, z.array(z.unknown())));
  }

  /** On the Cloud an estimate. */
  async function countIssues(query: IssueQuery): Promise<number> {
    const jql = countingJqlOf(query);
    if (!cloud) {
      const body = { jql, maxResults: 0, fields: ["id"] };
      const shape = z.looseObject({ total: z.number() });
      return (await ask({ method: "POST", path: `${api}/search`, body }, shape)).total;
    }
    const path = `${api}/search/approximate-count`;
    const shape = z.looseObject({ count: z.number() });
    return (await ask({ method: "POST", path, body: { jql } }, shape)).count;
  }

  function pages(
    query: IssueQuery,
    cursor: PullCursor = startFrom(null),
    { fields = wantedFields, pageSize = 100, history = false }: PageOptions = {},
  ): AsyncGenerator<IssuePage> {
    const reader = (signal: AbortSignal) => {
      return { ask, query, zone: timeZone, fields, pageSize, history, signal };
    };
    return readPages({ cloud, host, mostPages: options.mostPages ?? 20_000, reader }, cursor);
  }

  /** Null when it is gone, or hidden from us, which look the same. */
  async function issue(idOrKey: string, fields = wantedFields): Promise<JiraIssue | null> {
    const path = `${api}/issue/${encodeURIComponent(idOrKey)}`;
    try {
      const found = await ask({ path, query: { fields: fields.join(",") } }, z.unknown());
      return sorted(jiraIssue, [found]).good[0] ?? null;
    } catch (error) {
      if (isJiraError(error, "not-found")) return null;
      throw error;
    }
  }

  async function comments(idOrKey: string): Promise<JiraComment[]> {
    const path = `${api}/issue/${encodeURIComponent(idOrKey)}/comment`;
    const found = await pagedFromStartAt(ask, path, "comments", { expand: "properties" }, host);
    return sorted(jiraComment, found).good;
  }

  /** Everything that ever changed, oldest first. */
  async function changelog(idOrKey: string): Promise<JiraHistory[]> {
    const path = `${api}/issue/${encodeURIComponent(idOrKey)}`;
    if (cloud) {
      const found = await pagedFromStartAt(ask, `${path}/changelog`, "values", {}, host);
      return sorted(jiraHistory, found).good;
    }
    const shape = z.looseObject({ changelog: z.looseObject({ histories: z.array(z.unknown()) }) });
    const found = await ask({ path, query: { expand: "changelog", fields: "id" } }, shape);
    return sorted(jiraHistory, found.changelog.histories).good;
  }

  /** The issues of an epic, in pages. */
  function children(epicKey: string, map: FieldMap): AsyncGenerator<IssuePage> {
    const fields = ["status", "updated", "issuetype", "summary", "resolutiondate"];
    return pages(childrenQuery(epicKey, cloud, map), startFrom(null), { fields });
  }

  return {
    ...{ host, cloud, myself, timeZone, discoverFields, countIssues, pages, issue, comments },
    ...{ changelog, children },
    issuesByIds: (ids: string[], fields = wantedFields) =>
      issuesByIds({ ask, api, cloud, issue }, ids, fields),
    desk: serviceDesk(ask, host),
  };
}

function siteOf({ siteUrl, privateHosts = [] }: JiraOptions): URL {
  const site = URL.canParse(siteUrl) ? new URL(siteUrl) : null;
  if (site === null || !/^https?:$/.test(site.protocol) || site.username || site.password) {
    throw jiraError("address");
  }
  // In the clear only within one's own network, where it was said to be so.
  if (site.protocol === "http:" && !isListed(site, privateHosts)) {
    throw jiraError("insecure", { host: site.host });
  }
  site.search = "";
  site.hash = "";
  return site;
}

function isListed(url: URL, hosts: readonly string[]): boolean {
  return hosts.some((host) => host.toLowerCase() === url.host);
}

function headersOf(auth: JiraAuth): Record<string, string> {
  const basic = () =>
    Buffer.from(`${auth.kind === "basic" ? auth.user : ""}:${auth.token}`).toString("base64");
  const authorization = auth.kind === "basic" ? `Basic ${basic()}` : `Bearer ${auth.token}`;
  return {
    authorization,
    accept: "application/json",
    "user-agent": "Tribune",
    "x-atlassian-token": "no-check",
    // Words in one language, whoever the token belongs to.
    "accept-language": "en",
  };
}
