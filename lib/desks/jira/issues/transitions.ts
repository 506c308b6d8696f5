import { instantOf } from "./instant.ts";
import { type JiraHistory, type JiraIssue, jiraHistory, sorted } from "./shapes.ts";

export type StatusTransition = {
  at: Date;
  fromStatus: string | null;
  toStatus: string | null;
  /** Jira's ids: names are changed and translated. */
  fromStatusId: string | null;
  toStatusId: string | null;
  by: string | null;
};

/** What changed in an issue as far as it came inside it; `whole` is false when there is more to ask for. */
export function historiesIn({ changelog }: JiraIssue): {
  histories: JiraHistory[];
  whole: boolean;
} {
  if (typeof changelog !== "object" || changelog === null || !("histories" in changelog))
    return { histories: [], whole: false };
  const values = Array.isArray(changelog.histories) ? changelog.histories : [];
  const total =
    "total" in changelog && typeof changelog.total === "number" ? changelog.total : values.length;
  return { histories: sorted(jiraHistory, values).good, whole: values.length >= total };
}

/** The changes of status, oldest first, in whatever order Jira gives its history. */
export function transitionsOf(histories: JiraHistory[]): StatusTransition[] {
  const seen = new Set<string>();
  const found = histories.flatMap((history) => {
    const at = instantOf(history.created);
    const known = history.id && seen.has(history.id);
    if (history.id) seen.add(history.id);
    if (at === null || known) return [];
    const by = history.author?.accountId ?? history.author?.name ?? history.author?.key ?? null;
    return history.items.filter(isStatus).map((item) => transition(item, at, by));
  });
  return found.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

function isStatus(item: Record<string, unknown>): boolean {
  return partOf(item, "fieldId") === "status" || partOf(item, "field") === "status";
}

function transition(item: Record<string, unknown>, at: Date, by: string | null): StatusTransition {
  return {
    at,
    fromStatus: partOf(item, "fromString"),
    toStatus: partOf(item, "toString"),
    fromStatusId: partOf(item, "from"),
    toStatusId: partOf(item, "to"),
    by,
  };
}

/** Its own part: every object has something called toString. */
function partOf(item: Record<string, unknown>, key: string): string | null {
  const value = Object.hasOwn(item, key) ? item[key] : null;
  return typeof value === "string" && value !== "" ? value : null;
}
