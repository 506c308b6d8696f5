import { instantOf } from "./instant.ts";
import type { TextOf } from "./readable.ts";
import { type JiraComment, type JiraPerson, jiraComment, sorted } from "./shapes.ts";

export type TicketComment = {
  externalId: string;
  author: JiraPerson | null;
  createdAt: Date | null;
  updatedAt: Date | null;
  body: string;
  /** True unless Jira says that the customer sees it: what is not surely said to a customer is no quote. */
  internal: boolean;
};

export function commentOf(comment: JiraComment, text: TextOf): TicketComment {
  return {
    externalId: comment.id,
    author: comment.author ?? null,
    createdAt: instantOf(comment.created),
    updatedAt: instantOf(comment.updated) ?? instantOf(comment.created),
    body: typeof comment.body === "string" || comment.body ? text(comment.body) : "",
    internal: !isPublic(comment),
  };
}

/** Those that came inside an issue; `whole` is false when there are more to ask for. */
export function commentsIn(fields: Record<string, unknown>): {
  comments: JiraComment[];
  whole: boolean;
} {
  const list = fields.comment;
  if (typeof list !== "object" || list === null || !("comments" in list))
    return { comments: [], whole: false };
  const values = Array.isArray(list.comments) ? list.comments : [];
  const total = "total" in list && typeof list.total === "number" ? list.total : values.length;
  return { comments: sorted(jiraComment, values).good, whole: values.length >= total };
}

function isPublic({ jsdPublic, public: open, visibility, properties }: JiraComment): boolean {
  if (visibility !== undefined && visibility !== null) return false;
  // A Server says it in a property of the comment.
  const property = properties?.find(({ key }) => key === "sd.public.comment")?.value;
  const internal =
    typeof property === "object" && property !== null && "internal" in property
      ? property.internal
      : undefined;
  const said = [jsdPublic, open, internal === undefined ? undefined : internal === false];
  return said.includes(true) && !said.includes(false);
}
