import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { openConnection, queryOf } from "#lib/desks/connection.ts";
import { readSecret } from "#lib/desks/reads/secrets.ts";
import type { SaveSourceInput } from "#lib/desks/schema.ts";
import { UserError } from "#lib/errors.ts";

export type Trial = {
  /** Whose token it is. */
  person: string;
  /** IANA zone in which the desk reads their queries. */
  timeZone: string;
  /** How many tickets would come; request types are only told apart when they are here. */
  count: number;
};

/**
 * Asks a desk who we are to it and how many tickets would come in. Nothing is stored.
 * @throws UserError of `jiraErrors`, `source-secret-missing`
 */
export async function tryConnection(actor: Actor, input: SaveSourceInput): Promise<Trial> {
  authorise(actor, "source:manage");
  const { kind, siteUrl, account, admits } = input;
  const token = input.apiToken || (await keptToken(input));
  const jira = openConnection({ kind, siteUrl, account: account || null, token });
  const [person, timeZone] = [await jira.myself(), await jira.timeZone()];
  return {
    person: person.displayName ?? person.name ?? account,
    timeZone,
    count: await jira.countIssues(queryOf(admits)),
  };
}

/** A kept token goes only to the site it was entered for: whoever changes the address enters it again. */
async function keptToken({ id, siteUrl }: SaveSourceInput): Promise<string> {
  const source = id
    ? await db().source.findUnique({ where: { id }, select: { siteUrl: true } })
    : null;
  if (!id || source?.siteUrl !== siteUrl) throw new UserError("source-secret-missing");
  return readSecret(id, "api-token");
}
