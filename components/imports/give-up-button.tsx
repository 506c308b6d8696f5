"use client";

import { useTranslations } from "next-intl";
import { useAnswer } from "#components/form/use-answer.ts";
import { Button } from "#components/ui/button.tsx";
import { act } from "#lib/act.ts";

/** Nothing of what asks is stored yet, so that nothing is lost but the upload. */
export function GiveUpButton({ id }: { id: string }) {
  const t = useTranslations("imports.question");
  const { send, isPending } = useAnswer();
  return (
    <Button
      variant="quiet"
      disabled={isPending}
      onClick={() => send(() => act("import.give-up", { id }), { done: t("givenUp") })}
    >
      {t("giveUp")}
    </Button>
  );
}
