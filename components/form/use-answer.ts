import { useRouter } from "next/navigation";
import { startTransition, useState, useTransition } from "react";
import { offerUndo } from "#components/commands/command-queue.ts";
import { answered } from "#components/form/answered.ts";
import { useRefusalSentence } from "#components/i18n/use-refusal-sentence.ts";
import { toast } from "#components/ui/toast-store.ts";
import type { Answer } from "#lib/action.ts";

/**
 * Sends a form's action: says what was refused beside the form, or what was done in a toast. `undo` is the id of the
 * operation, sent along with the form, when it can be taken back. `after` comes with the page that shows what was done:
 * a form opened before that would hold versions of before, and be refused for what its own person did.
 */
export function useAnswer() {
  const refusalSentence = useRefusalSentence();
  const router = useRouter();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [fields, setFields] = useState<Record<string, string>>({});
  const [isPending, start] = useTransition();
  const send = (
    act: () => Promise<Answer<unknown>>,
    { done, undo, after }: { done: string | null; undo?: string | undefined; after?: () => void },
  ) =>
    start(async () => {
      const answer = await answered(act);
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
  return { send, refusal, fields, isPending };
}
