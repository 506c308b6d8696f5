import { useTranslations } from "next-intl";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { useRefusalSentence } from "#components/i18n/use-refusal-sentence.ts";
import { Section } from "#components/ui/section.tsx";
import type { AsideView } from "#lib/desks/reads/asides.ts";

/** Tickets that could not be taken in, each with its reason; nothing where there are none. */
export function Asides({
  shown,
  total,
  now,
}: {
  shown: readonly AsideView[];
  total: number;
  now: Date;
}) {
  const t = useTranslations("sources");
  const format = useFormatter();
  const refusalSentence = useRefusalSentence();
  if (total === 0) return null;
  return (
    <Section title={t("page.asideTitle", { count: total })} note={t("page.asideNote")}>
      <ul className="grid max-w-prose gap-2">
        {shown.map(({ name, reason, asideAt }) => (
          <li key={name} className="wrap-anywhere">
            <span className="font-medium tabular-nums">{name}</span> {refusalSentence(reason)}{" "}
            <span className="text-ink-muted">
              {t("page.asideSince", { when: format.relativeTime(asideAt, now) })}
            </span>
          </li>
        ))}
      </ul>
      {total > shown.length ? (
        <p className="mt-2 text-ink-muted">
          {t("page.asideMore", { count: total - shown.length })}
        </p>
      ) : null}
    </Section>
  );
}
