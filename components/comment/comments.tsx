import { useTranslations } from "next-intl";
import { CommentBox } from "#components/comment/comment-box.tsx";
import { CommentList } from "#components/comment/comment-list.tsx";
import { FollowButton } from "#components/comment/follow-button.tsx";
import type { WrittenComment } from "#lib/comments/schema.ts";
import type { Following } from "#lib/notices/views.ts";

/** What was said about the thing of the page, the line to add to it, and whether one hears of the next. */
export function Comments({
  on,
  id,
  comments,
  mayWrite,
  following,
}: {
  on: string;
  id: string;
  comments: readonly WrittenComment[];
  mayWrite: boolean;
  following: Following;
}) {
  const t = useTranslations("comments");
  return (
    <section aria-label={t("title")} className="-mt-px">
      <div className="border-t border-line px-6 py-4 max-md:px-4">
        <div className="flex items-center justify-between gap-2">
          <h2 className="text-base font-semibold">{t("title")}</h2>
          <FollowButton key={`${following.follows}`} on={on} id={id} {...following} />
        </div>
        <CommentList comments={comments} />
      </div>
      {mayWrite ? <CommentBox on={on} id={id} /> : null}
    </section>
  );
}
