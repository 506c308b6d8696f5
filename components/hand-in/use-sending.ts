import { unstable_rethrow } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { useRefusalSentence } from "#components/i18n/use-refusal-sentence.ts";
import { submitFormAndLeave } from "#lib/act.ts";

type Handed = Readonly<Record<string, unknown>>;

/** Sends what was written, and says why when it can't be. */
export function useSending() {
  const t = useTranslations("handIn");
  const refusalSentence = useRefusalSentence();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isPending, start] = useTransition();
  const send = (hasText: boolean, input: () => Promise<Handed>, after: (number: number) => void) =>
    start(async () => {
      if (!hasText) return setRefusal(t("empty"));
      try {
        const answer = await submitFormAndLeave("insight.hand-in", await input());
        setRefusal(answer.ok ? null : refusalSentence(answer.error));
        if (answer.ok) after(answer.result.number);
      } catch (error) {
        unstable_rethrow(error);
        setRefusal(t("failed"));
      }
    });
  return { send, refusal, isPending };
}
