import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { toast } from "#components/ui/toast-store.ts";
import type { Answer } from "#lib/action.ts";

/** Sends a form's action: says what was refused beside the form, or what was done in a toast. */
export function useAnswer() {
  const t = useTranslations("errors");
  const [refusal, setRefusal] = useState<string | null>(null);
  const [fields, setFields] = useState<Record<string, string>>({});
  const [isPending, start] = useTransition();
  const send = (
    act: () => Promise<Answer<unknown>>,
    { done, after }: { done: string; after?: () => void },
  ) =>
    start(async () => {
      const answer = await act();
      setFields(answer.ok ? {} : answer.fields);
      if (!answer.ok) {
        setRefusal(t(answer.error.key, answer.error.params));
        return;
      }
      setRefusal(null);
      toast.done({ message: done });
      after?.();
    });
  return { send, refusal, fields, isPending };
}
