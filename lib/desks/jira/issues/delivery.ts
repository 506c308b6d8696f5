import { type IssueQuery, quoted } from "#lib/desks/jira/jql.ts";
import type { FieldMap } from "./fields.ts";
import { instantOf } from "./instant.ts";
import type { JiraIssue } from "./shapes.ts";

/** How an epic stands, read from Jira and entered nowhere else. Days are as Jira writes them, yyyy-MM-dd. */
export type Delivery = {
  externalId: string;
  key: string | null;
  title: string | null;
  status: string | null;
  statusCategoryKey: string | null;
  childrenDone: number;
  childrenTotal: number;
  startOn: string | null;
  dueOn: string | null;
  resolvedAt: Date | null;
  updatedAt: Date | null;
};

/** Jira Cloud knows parents; Server has a field for epics, by whose number we ask since its name is translated. */
export function childrenQuery(epicKey: string, cloud: boolean, { epicLink }: FieldMap): IssueQuery {
  const number = epicLink?.replace(/^customfield_/, "");
  const clause = cloud || !number ? "parent" : `cf[${number}]`;
  return { projects: [], issueTypes: [], jql: `${clause} = ${quoted(epicKey)}` };
}

export function deliveryOf(
  epic: JiraIssue,
  children: JiraIssue[],
  { startDate }: FieldMap,
): Delivery {
  const fields = epic.fields ?? {};
  const once = new Map(children.map((child) => [child.id, child]));
  const done = [...once.values()].filter((child) => categoryOf(child.fields?.status) === "done");
  return {
    externalId: epic.id,
    key: epic.key ?? null,
    title: wordOf(fields.summary),
    status: wordOf(partOf(fields.status, "name")),
    statusCategoryKey: categoryOf(fields.status),
    childrenDone: done.length,
    childrenTotal: once.size,
    startOn: startDate === null ? null : dayOf(fields[startDate]),
    dueOn: dayOf(fields.duedate),
    resolvedAt: instantOf(fields.resolutiondate),
    updatedAt: instantOf(fields.updated),
  };
}

function categoryOf(status: unknown): string | null {
  return wordOf(partOf(partOf(status, "statusCategory"), "key"));
}

function partOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : null;
}

function wordOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function dayOf(value: unknown): string | null {
  return typeof value === "string" ? (/^\d{4}-\d{2}-\d{2}/.exec(value)?.[0] ?? null) : null;
}
