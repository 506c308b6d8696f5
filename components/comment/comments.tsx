import { useTranslations } from "next-intl";
import { CommentBox } from "#components/comment/comment-box.tsx";
import { CommentList } from "#components/comment/comment-list.tsx";
import type { WrittenComment } from "#lib/comments/schema.ts";

/** What was said about the thing of the page, and the line to add to it. */
export function Comments({
  on,
  id,
  comments,
  mayWrite,
}: {
  on: string;
  id: string;
  comments: readonly WrittenComment[];
  mayWrite: boolean;
}) {
  const t = useTranslations("comments");
  if (comments.length === 0 && !mayWrite) return null;
  return (
    <section aria-label={t("title")} className="-mt-px">
      {comments.length > 0 ? (
        <div className="border-t border-line px-6 py-4 max-md:px-4">
          <h2 className="mb-2 text-base font-semibold">{t("title")}</h2>
          <CommentList comments={comments} />
        </div>
      ) : null}
      {mayWrite ? <CommentBox on={on} id={id} /> : null}
    </section>
  );
}
