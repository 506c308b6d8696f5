"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { send, undoLast } from "#components/commands/command-queue.ts";
import { CommentForm } from "#components/comment/comment-form.tsx";
import { useKeys } from "#components/keyboard/use-keys.ts";

/** A word on what the page shows; the page shows it once it is kept. */
export function CommentBox({ on, id }: { on: string; id: string }) {
  const t = useTranslations("comments");
  const router = useRouter();
  const ref = useRef<HTMLTextAreaElement>(null);
  useKeys("screen", { comment: () => ref.current?.focus() });
  useKeys("anywhere", { undo: () => (undoLast() ? undefined : false) });
  return (
    <CommentForm
      inputRef={ref}
      onSend={(body, mentions) =>
        send({
          name: "comment.write",
          input: { on, id, body, mentions },
          label: t("done"),
          undoable: true,
          onDone: () => router.refresh(),
        })
      }
    />
  );
}
