"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { send } from "#components/commands/command-queue.ts";
import { AnswerDialog } from "#components/insight/dialogs/answer-dialog.tsx";
import { Button } from "#components/ui/button.tsx";

/** One answer to all of its insights that have none: what was answered otherwise is left, which is said before. */
export function AnswerTheme({
  theme,
  open,
  answered,
}: {
  theme: { id: string; title: string };
  /** How many have no answer, and how many have one. */
  open: number;
  answered: number;
}) {
  const t = useTranslations("themes.acts");
  const done = useTranslations("themes.done");
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{t("answer")}</Button>
      {isOpen ? (
        <AnswerDialog
          about={{ themeId: theme.id }}
          description={t("answerAbout", { count: open, left: answered })}
          isDeclining={false}
          onAnswer={(given) =>
            send({
              name: "theme.answer",
              input: { themeId: theme.id, ...given },
              label: done("answered", { count: open, left: answered, theme: theme.title }),
              undoable: true,
              onDone: () => router.refresh(),
              onUndo: () => router.refresh(),
            })
          }
          onClose={() => setIsOpen(false)}
        />
      ) : null}
    </>
  );
}
