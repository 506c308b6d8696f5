import { useTranslations } from "next-intl";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import type { WrittenComment } from "#lib/comments/schema.ts";

/** What colleagues wrote, oldest first. */
export function CommentList({ comments }: { comments: readonly WrittenComment[] }) {
  const t = useTranslations("comments");
  const format = useFormatter();
  if (comments.length === 0) return null;
  return (
    <ul className="grid gap-2" aria-label={t("title")}>
      {comments.map((comment) => (
        <li key={comment.id}>
          <p className="text-xs text-ink-muted">
            <b className="font-medium text-ink">{comment.author}</b>{" "}
            <time dateTime={comment.at}>
              {format.dateTime(new Date(comment.at), {
                day: "numeric",
                month: "short",
                hour: "2-digit",
                minute: "2-digit",
              })}
            </time>
          </p>
          <p className="whitespace-pre-line wrap-anywhere">{comment.body}</p>
        </li>
      ))}
    </ul>
  );
}
