import { useTranslations } from "next-intl";
import { useRefusalSentence } from "#components/i18n/use-refusal-sentence.ts";
import { Section } from "#components/ui/section.tsx";
import type { ImportRunDetail } from "#lib/imports/reads/runs.ts";

/** What a person should know of a file that was imported all the same. */
export function RunNotes({ run }: { run: ImportRunDetail }) {
  const t = useTranslations("imports.notes");
  const refusalSentence = useRefusalSentence();
  const { warnings, duplicates, duplicateKeys } = run;
  if (warnings.length === 0 && duplicates === 0) return null;
  const keys = duplicateKeys.join(", ");
  return (
    <Section title={t("title")}>
      <ul className="grid max-w-prose gap-1">
        {warnings.map((warning) => (
          <li key={`${warning.key} ${JSON.stringify(warning.params)}`}>
            {refusalSentence({ key: `importsErrors.${warning.key}`, params: warning.params })}
          </li>
        ))}
        {duplicates > 0 ? (
          <li>
            {t("duplicates", {
              count: duplicates,
              keys,
              more: Math.max(0, duplicates - duplicateKeys.length),
            })}
          </li>
        ) : null}
      </ul>
    </Section>
  );
}
