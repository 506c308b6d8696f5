import { z } from "zod";
import { instantOf } from "./instant.ts";
import {
  type JiraComment,
  type JiraHistory,
  type JiraIssue,
  jiraComment,
  jiraHistory,
  jiraIssue,
} from "./shapes.ts";

export type WebhookEvent = {
  /** `issue`: it is new or changed. `comment`: one of its comments is. `ignored`: nothing for us. */
  kind: "issue" | "deleted" | "comment" | "ignored";
  /** Jira's name for it, null where the body has none. */
  event: string | null;
  siteIssueId: string | null;
  key: string | null;
  /** Keys the issue had before this event moved it. */
  formerKeys: string[];
  /** When the issue was last changed, by which newer is told from older; null where the body does not say. */
  updated: Date | null;
  /** When Jira made the event. */
  sentAt: Date | null;
  issue: JiraIssue | null;
  comment: JiraComment | null;
  commentDeleted: boolean;
  history: JiraHistory | null;
};

const body = z.looseObject({
  webhookEvent: z.string().nullish().catch(null),
  timestamp: z.unknown().optional(),
  issue: z.unknown().optional(),
  comment: z.unknown().optional(),
  changelog: z.unknown().optional(),
  user: z.unknown().optional(),
});

/**
 * What a webhook of Jira Cloud or Server tells. Comment events of Server may come without the issue:
 * its id is then taken from the comment's address. A body without an event that is an issue or has
 * one, as Automation sends, counts as a change of it. Unknown events and shapes are ignored.
 */
export function parseWebhook(json: unknown): WebhookEvent {
  const parsed = body.safeParse(json);
  if (!parsed.success) return eventOf("ignored", null);
  const { webhookEvent, timestamp, changelog, user } = parsed.data;
  const event = webhookEvent ?? null;
  const issue =
    jiraIssue.safeParse(parsed.data.issue ?? (event === null ? json : null)).data ?? null;
  const comment = jiraComment.safeParse(parsed.data.comment).data ?? null;
  const kind = kindOf(event, issue, comment);
  if (kind === "ignored") return eventOf("ignored", event);
  const sentAt = instantOf(timestamp);
  const updated = instantOf(issue?.fields?.updated);
  const change = { author: user, created: (updated ?? sentAt)?.toISOString() };
  const history = changelog
    ? jiraHistory.safeParse({ ...toObject(changelog), ...change }).data
    : null;
  return {
    ...eventOf(kind, event),
    siteIssueId: issue?.id ?? issueIdIn(comment),
    key: issue?.key ?? null,
    formerKeys: formerKeysIn(history ?? null),
    updated,
    sentAt,
    issue,
    comment,
    commentDeleted: event === "comment_deleted",
    history: history ?? null,
  };
}

function kindOf(
  event: string | null,
  issue: JiraIssue | null,
  comment: JiraComment | null,
): WebhookEvent["kind"] {
  if (event !== null && /^comment_(created|updated|deleted)$/.test(event)) {
    return comment !== null && (issue !== null || issueIdIn(comment) !== null)
      ? "comment"
      : "ignored";
  }
  if (issue === null) return "ignored";
  if (event === "jira:issue_deleted") return "deleted";
  const changed = event === "jira:issue_created" || event === "jira:issue_updated";
  return changed || (event === null && issue.fields) ? "issue" : "ignored";
}

function eventOf(kind: WebhookEvent["kind"], event: string | null): WebhookEvent {
  return {
    ...{ kind, event, siteIssueId: null, key: null, formerKeys: [], updated: null, sentAt: null },
    ...{ issue: null, comment: null, commentDeleted: false, history: null },
  };
}

function issueIdIn(comment: JiraComment | null): string | null {
  return /\/issue\/(\d{1,18})\/comment\//.exec(comment?.self ?? "")?.[1] ?? null;
}

function toObject(value: unknown): object {
  return typeof value === "object" && value !== null ? value : {};
}

function formerKeysIn(history: JiraHistory | null): string[] {
  return (history?.items ?? []).flatMap((item) => {
    const former = Object.hasOwn(item, "fromString") ? item.fromString : null;
    return item.field === "Key" && typeof former === "string" ? [former] : [];
  });
}
