"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RefusalLine } from "#components/form/refusal-line.tsx";
import { useAnswer } from "#components/form/use-answer.ts";
import { Button } from "#components/ui/button.tsx";
import { act } from "#lib/act.ts";

/** After a preview of a file that had nothing else to ask. */
export function GoOnForm({ id, giveUp }: { id: string; giveUp: ReactNode }) {
  const t = useTranslations("imports.question");
  const { send, refusal, isPending } = useAnswer();
  const goOn = () => act("import.answer", { id, dates: null, projectTypes: null });
  return (
    <div className="px-6 py-4 max-md:px-4">
      <RefusalLine>{refusal}</RefusalLine>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button
          variant="primary"
          disabled={isPending}
          onClick={() => send(goOn, { done: t("done") })}
        >
          {t("import")}
        </Button>
        {giveUp}
      </div>
    </div>
  );
}
