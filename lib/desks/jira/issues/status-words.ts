import type { JiraIssue } from "./shapes.ts";

/** What a status and its category are called. */
export type StatusWords = { name: string; category: string | null };

/** A status as Jira tells it anywhere; null for what has no id or no name. */
export function statusOf(status: unknown): (StatusWords & { id: string }) | null {
  const id = textOf(status, "id");
  const name = textOf(status, "name");
  if (id === null || name === null) return null;
  return { id, name, category: textOf(partOf(status, "statusCategory"), "name") };
}

/** The issue with its status as `known` calls it, by its id; as it is where that is not known. */
export function withKnownStatus(
  issue: JiraIssue,
  known: ReadonlyMap<string, StatusWords>,
): JiraIssue {
  const told = issue.fields?.status;
  const words = known.get(statusOf(told)?.id ?? "");
  if (!words || typeof told !== "object") return issue;
  const category = partOf(told, "statusCategory");
  const named =
    typeof category === "object" && category !== null && words.category !== null
      ? { statusCategory: { ...category, name: words.category } }
      : {};
  return { ...issue, fields: { ...issue.fields, status: { ...told, name: words.name, ...named } } };
}

function partOf(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return null;
  return Reflect.get(value, key);
}

function textOf(value: unknown, key: string): string | null {
  const text = partOf(value, key);
  return typeof text === "string" && text !== "" ? text : null;
}
