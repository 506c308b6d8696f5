import "server-only";
import type { IssueQuery } from "#lib/desks/jira/jql.ts";
import { type Jira, openJira } from "#lib/desks/jira/open-jira.ts";
import type { Admits, ConnectionKind } from "#lib/desks/schema.ts";
import { env } from "#lib/env.ts";

export type Connection = {
  kind: ConnectionKind;
  siteUrl: string;
  /** The e-mail or login the token belongs to; without one it is a token that says so itself. */
  account: string | null;
  token: string;
};

/** The desk behind a connection. Nothing is asked yet. */
export function openConnection(connection: Connection, signal?: AbortSignal): Jira {
  const { kind, siteUrl, account, token } = connection;
  return openJira({
    siteUrl,
    kind: kind === "jira-cloud" ? "cloud" : "server",
    auth: account ? { kind: "basic", user: account, token } : { kind: "bearer", token },
    privateHosts: privateHosts(),
    ...(signal ? { signal } : {}),
  });
}

/** What of the desk is asked for; request types are told apart when the tickets are here. */
export function queryOf({ projects, issueTypes, query }: Admits): IssueQuery {
  return { projects, issueTypes, jql: query || null };
}

function privateHosts(): string[] {
  return (env().TRIBUNE_PRIVATE_HOSTS ?? "")
    .split(",")
    .map((host) => host.trim())
    .filter(Boolean);
}
