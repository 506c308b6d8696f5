import { z } from "zod";
import { isJiraError } from "#lib/desks/jira/http/errors.ts";
import type { Requester } from "#lib/desks/jira/http/request.ts";
import { type JiraIssue, jiraIssue, sorted } from "#lib/desks/jira/issues/shapes.ts";

// Jira makes sure of the newest state for as many ids as this in one search.
const atOnce = 50;

type Site = {
  ask: Requester;
  api: string;
  cloud: boolean;
  issue: (id: string, fields: string[]) => Promise<JiraIssue | null>;
};

/**
 * The newest state of each; `missing` are those that are gone or hidden. A search that names an
 * issue that is gone may be refused as a whole: then each is asked for by itself.
 */
export async function issuesByIds(
  site: Site,
  ids: string[],
  fields: string[],
): Promise<{ issues: JiraIssue[]; missing: string[] }> {
  const wanted = [...new Set(ids)].filter((id) => /^\d{1,18}$/.test(id));
  const issues: JiraIssue[] = [];
  for (let at = 0; at < wanted.length; at += atOnce) {
    issues.push(...(await together(site, wanted.slice(at, at + atOnce), fields)));
  }
  const found = new Set(issues.map(({ id }) => id));
  return { issues, missing: wanted.filter((id) => !found.has(id)) };
}

async function together({ ask, api, cloud, issue }: Site, ids: string[], fields: string[]) {
  const path = cloud ? `${api}/search/jql` : `${api}/search`;
  const reconciled = cloud ? { reconcileIssues: ids.map(Number) } : { validateQuery: false };
  const jql = `id in (${ids.join(", ")})`;
  const body = { jql, maxResults: atOnce, fields, ...reconciled };
  try {
    const answer = await ask(
      { method: "POST", path, body },
      z.looseObject({ issues: z.array(z.unknown()) }),
    );
    return sorted(jiraIssue, answer.issues).good;
  } catch (error) {
    if (!isJiraError(error, "bad-query")) throw error;
    const alone: JiraIssue[] = [];
    for (const id of ids) {
      const found = await issue(id, fields);
      if (found !== null) alone.push(found);
    }
    return alone;
  }
}
