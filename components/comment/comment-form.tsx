"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useState } from "react";
import { useMentions } from "#components/comment/use-mentions.ts";
import { KeyHint } from "#components/keyboard/key-hint.tsx";
import { keysOf } from "#components/keyboard/key-map.ts";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { Button } from "#components/ui/button.tsx";
import { ChoiceList } from "#components/ui/combobox/choice-list.tsx";
import { MessageSquare } from "#components/ui/icons.tsx";

/** One line that opens into a field: what is typed stays until it was sent. Behind an @ it proposes people. */
export function CommentForm({
  inputRef,
  onSend,
}: {
  inputRef: RefObject<HTMLTextAreaElement | null>;
  /** `mentions`: ids of the people it speaks to. */
  onSend: (body: string, mentions: string[]) => void;
}) {
  const t = useTranslations("comments");
  const [body, setBody] = useState("");
  const [caret, setCaret] = useState(0);
  const mentions = useMentions(inputRef, { text: body, caret, setText: setBody });
  const { combobox } = mentions;
  // A field of several lines is no combobox; what it proposes is tied to it all the same.
  const { onKeyDown, role: _role, "aria-expanded": _isExpanded, ...ties } = combobox.input;
  const isWritten = body.trim() !== "";
  function submit() {
    if (!isWritten) return;
    onSend(body.trim(), mentions.mentionsOf(body));
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
      className="relative flex min-h-11 shrink-0 items-start gap-2 border-t border-line px-6 py-2 max-md:px-4"
    >
      {mentions.isOpen ? (
        <div className="absolute bottom-full left-12 z-10 w-72 rounded-control bg-raised shadow-float">
          <ChoiceList ties={combobox} choices={mentions.choices} text={mentions.typed} />
        </div>
      ) : null}
      <MessageSquare
        aria-hidden
        size={16}
        strokeWidth={1.5}
        className="mt-1.5 shrink-0 text-ink-muted"
      />
      <textarea
        {...(mentions.isOpen ? ties : {})}
        spellCheck
        ref={inputRef}
        value={body}
        onChange={(event) => {
          setBody(event.target.value);
          setCaret(event.target.selectionStart);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={(event) => {
          if (mentions.isOpen) onKeyDown(event);
          else if (event.key === "Escape") event.currentTarget.blur();
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
