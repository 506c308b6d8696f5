import { useTranslations } from "next-intl";
import { useFormatter } from "#components/i18n/use-formatter.ts";

type Props = { qualifiedAt: Date | null; backlogAt: Date | null; resolvedAt: Date | null };

/** When a bug was qualified, put into the backlog and resolved, as its desk tells. */
export function BugDates({ qualifiedAt, backlogAt, resolvedAt }: Props) {
  const t = useTranslations("insights.clock");
  const format = useFormatter();
  const dates = [
    ["qualified", qualifiedAt],
    ["backlog", backlogAt],
    ["resolved", resolvedAt],
  ] as const;
  return (
    <dl className="grid grid-cols-3 gap-x-4 max-md:grid-cols-1">
      {dates.map(([name, at]) => (
        <div key={name}>
          <dt className="text-xs text-ink-muted">{t(name)}</dt>
          <dd>
            {at ? (
              <time dateTime={at.toISOString()}>
                {format.dateTime(at, { dateStyle: "medium", timeStyle: "short" })}
              </time>
            ) : (
              <span className="text-ink-muted">{t("notYet")}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
