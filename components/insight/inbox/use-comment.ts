import { useTranslations } from "next-intl";
import { send } from "#components/commands/command-queue.ts";
import type { InsightComment, InsightRow } from "#lib/insights/views.ts";

type Shown = {
  addComment: (id: string, comment: InsightComment) => void;
  removeComment: (id: string, commentId: string) => void;
};

/** A comment is there as it is sent, and gone again when it comes to nothing. */
export function useComment(row: InsightRow | undefined, author: string, shown: Shown) {
  const t = useTranslations("comments");
  return (body: string, mentions: string[]) => {
    if (!row) return;
    const { id } = row;
    const commentId = crypto.randomUUID();
    shown.addComment(id, { id: commentId, author, body, at: new Date().toISOString() });
    const takeBack = () => shown.removeComment(id, commentId);
    send({
      name: "comment.write",
      input: { on: "insight", id, body, mentions },
      label: t("done"),
      undoable: true,
      onUndo: takeBack,
      onRefused: takeBack,
    });
  };
}
