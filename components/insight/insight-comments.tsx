import { useFormatter, useTranslations } from "next-intl";
import type { InsightComment } from "#lib/insights/views.ts";

/** What colleagues wrote, oldest first. */
export function InsightComments({ comments }: { comments: readonly InsightComment[] }) {
  const t = useTranslations("insights.pane");
  const format = useFormatter();
  if (comments.length === 0) return null;
  return (
    <section aria-label={t("comments")}>
      <h3 className="mb-1 text-xs font-medium text-ink-muted">{t("comments")}</h3>
      <ul className="grid gap-2">
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
    </section>
  );
}
