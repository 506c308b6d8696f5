import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { startTransition, useState, useTransition } from "react";
import { offerUndo } from "#components/commands/command-queue.ts";
import { useUntilWell } from "#components/form/use-until-well.ts";
import { useRefusalSentence } from "#components/i18n/use-refusal-sentence.ts";
import { toast } from "#components/ui/toast-store.ts";
import type { Answer } from "#lib/action.ts";

/**
 * Sends a form's action: says what was refused beside the form, or what was done in a toast. `undo` is the id of the
 * operation, sent along with the form, when it can be taken back. `after` comes with the page that shows what was done:
 * a form opened before that would hold versions of before, and be refused for what its own person did. What only the
 * moment refuses is said and tried again by itself, as it was sent, while `isWaiting`.
 */
export function useAnswer() {
  const refusalSentence = useRefusalSentence();
  const t = useTranslations("ui.trouble");
  const router = useRouter();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [fields, setFields] = useState<Record<string, string>>({});
  const [isWaiting, setWaiting] = useState(false);
  const [isPending, start] = useTransition();
  const untilWell = useUntilWell();
  const send = (
    act: () => Promise<Answer<unknown>>,
    { done, undo, after }: { done: string | null; undo?: string | undefined; after?: () => void },
  ) =>
    start(async () => {
      const answer = await untilWell(act, (error) => {
        setWaiting(true);
        setRefusal(t("refusedForNow", { sentence: refusalSentence(error) }));
      });
      setWaiting(false);
      if (answer === null) return;
      setFields(answer.ok ? {} : answer.fields);
      if (!answer.ok) {
        setRefusal(refusalSentence(answer.error));
        return;
      }
      setRefusal(null);
      if (done !== null && undo) offerUndo(undo, done, () => router.refresh());
      else if (done !== null) toast.done({ message: done });
      startTransition(() => after?.());
    });
  return { send, refusal, fields, isPending, isWaiting };
}
