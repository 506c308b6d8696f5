import { useTranslations } from "next-intl";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { useRefusalSentence } from "#components/i18n/use-refusal-sentence.ts";
import type { SourceView } from "#lib/desks/reads/connections.ts";

/** What went wrong in words, the next step, and when it is tried again; nothing where all is well. */
export function SourceFailure({ source, now }: { source: SourceView; now: Date }) {
  const t = useTranslations("sources");
  const refusalSentence = useRefusalSentence();
  const format = useFormatter();
  if (source.health === "late") return <p className="text-bad">{t("lateStep")}</p>;
  if (!source.failure || source.health !== "failing") return null;
  const sentence = refusalSentence(source.failure);
  const next = source.nextPullAt
    ? t("nextTry", { when: format.relativeTime(source.nextPullAt, now) })
    : null;
  return (
    <p className="max-w-prose wrap-anywhere text-bad">
      {sentence} {next}
    </p>
  );
}
