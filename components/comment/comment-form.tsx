"use client";

import { MessageSquare } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Ref, useState } from "react";
import { KeyHint } from "#components/keyboard/key-hint.tsx";
import { keysOf } from "#components/keyboard/key-map.ts";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { Button } from "#components/ui/button.tsx";

/** One line that opens into a field: what is typed stays until it was sent. */
export function CommentForm({
  inputRef,
  onSend,
}: {
  inputRef: Ref<HTMLTextAreaElement>;
  onSend: (body: string) => void;
}) {
  const t = useTranslations("comments");
  const [body, setBody] = useState("");
  const isWritten = body.trim() !== "";
  function submit() {
    if (!isWritten) return;
    onSend(body.trim());
    setBody("");
    // Written and sent: the keys are the list's again.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }
  useKeys("dialog", { send: isWritten ? submit : () => false });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      className="flex min-h-11 shrink-0 items-start gap-2 border-t border-line px-6 py-2 max-md:px-4"
    >
      <MessageSquare
        aria-hidden
        size={16}
        strokeWidth={1.5}
        className="mt-1.5 shrink-0 text-ink-muted"
      />
      <textarea
        ref={inputRef}
        value={body}
        onChange={(event) => setBody(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") event.currentTarget.blur();
        }}
        rows={1}
        aria-label={t("label")}
        placeholder={t("placeholder")}
        maxLength={10_000}
        className="field-sizing-content max-h-40 min-h-7 flex-1 resize-none rounded-control bg-transparent py-1 placeholder:text-ink-muted max-md:text-base"
      />
      {isWritten ? (
        <Button type="submit" variant="primary" keys={keysOf("send")}>
          {t("send")}
        </Button>
      ) : (
        <KeyHint keys={keysOf("comment")} className="mt-1.5" />
      )}
    </form>
  );
}
