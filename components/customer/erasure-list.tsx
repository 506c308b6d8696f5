import { useTranslations } from "next-intl";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { RefreshWhile } from "#components/imports/refresh-while.tsx";
import { Section } from "#components/ui/section.tsx";
import type { ErasureView } from "#lib/erasure/reads/erasures.ts";

/** Who was forgotten lately, without saying who: whether it is done, and what went. */
export function ErasureList({ erasures, now }: { erasures: readonly ErasureView[]; now: Date }) {
  const t = useTranslations("customers.forget");
  const format = useFormatter();
  if (erasures.length === 0) return null;
  return (
    <Section title={t("lately")} note={t("latelyNote")}>
      <RefreshWhile running={erasures.some(({ finishedAt }) => finishedAt === null)} />
      <ul className="grid gap-1">
        {erasures.map(({ id, startedAt, finishedAt, by, requesters, tickets, texts, events }) => (
          <li key={id}>
            <span className={finishedAt ? undefined : "font-medium"}>
              {finishedAt ? t("isDone") : t("isUnderWay")}
            </span>{" "}
            <span className="text-ink-muted">
              {t("counts", { requesters, tickets, texts, events })}
            </span>{" "}
            <span className="text-xs text-ink-muted">
              <time dateTime={startedAt.toISOString()}>{format.relativeTime(startedAt, now)}</time>
              {by ? `, ${by}` : null}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
