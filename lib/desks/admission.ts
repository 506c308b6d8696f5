import type { JiraIssue } from "#lib/desks/jira/issues/shapes.ts";
import type { JiraTicket } from "#lib/desks/jira/issues/ticket.ts";
import type { Admits } from "#lib/desks/schema.ts";
import { isWanted } from "#lib/tickets/filter.ts";
import { projectOfKey } from "#lib/tickets/keys.ts";

/** `ask`: only the desk can say, as when the source has a query of its own. */
export type Admission = "in" | "out" | "ask";

/**
 * Whether a source lets in an issue that came by itself. Another project is out at once, unless it is from there that
 * the issue has just moved. A type that isn't on the list may be on it in another language: a webhook's words are its
 * site's, those we ask for are English.
 */
export function admissionOf(
  { projects, issueTypes, requestTypes, query }: Admits,
  issue: JiraIssue,
  { row }: JiraTicket,
  formerKeys: string[] = [],
): Admission {
  const keys = [row.key, ...formerKeys].map((key) => key && projectOfKey(key));
  const project = namesOf(issue.fields?.project, row.projectKey, ...keys);
  if (projects.length > 0 && project.length > 0 && !isAmong(project, projects)) return "out";
  if (projects.length > 0 && project.length === 0) return "ask";
  if (query !== "") return "ask";
  const isOfType =
    issueTypes.length === 0 || isAmong(namesOf(issue.fields?.issuetype, row.issueType), issueTypes);
  const isOfRequest = requestTypes.length === 0 || isWanted(row, { requestType: requestTypes });
  return isOfType && isOfRequest ? "in" : "ask";
}

/** A project or a type is named by its key, its name or its id, as Jira takes each of them. */
function namesOf(thing: unknown, ...others: (string | null | undefined)[]): string[] {
  const own =
    typeof thing === "object" && thing !== null
      ? ["key", "name", "id"].map((part) => Reflect.get(thing, part))
      : [];
  return [...own, ...others].filter((name) => typeof name === "string");
}

function isAmong(names: string[], wanted: string[]): boolean {
  const low = new Set(names.map((name) => name.toLowerCase()));
  return wanted.some((name) => low.has(name.toLowerCase()));
}
