import Link from "next/link";
import { useTranslations } from "next-intl";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { useStandingWords } from "#components/insight/standing-words.ts";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Section } from "#components/ui/section.tsx";
import { insightKey } from "#lib/insights/number.ts";
import type { InsightRow, TribeChoice } from "#lib/insights/views.ts";

/** What became of what this person handed in or asked for: newest first. */
export function OwnInsights({
  rows,
  unread,
  total,
  tribes,
  today,
}: {
  /** The newest. */
  rows: readonly InsightRow[];
  /** Addresses of those that something was said about since they were looked at. */
  unread: ReadonlySet<string>;
  total: number;
  tribes: readonly TribeChoice[];
  /** YYYY-MM-DD */
  today: string;
}) {
  const t = useTranslations("today.own");
  const format = useFormatter();
  const words = useStandingWords(tribes, today, "asker");
  if (rows.length === 0)
    return (
      <EmptyState title={t("none")} action={<ButtonLink href="/hand-in">{t("handIn")}</ButtonLink>}>
        {t("noneText")}
      </EmptyState>
    );
  return (
    <Section
      title={t("title")}
      note={rows.length < total ? t("note", { count: rows.length, total }) : undefined}
    >
      <ul>
        {rows
          .map((row) => ({ ...row, href: `/insights/${insightKey(row.number)}` }))
          .map((row) => (
            <li key={row.id} className="border-b border-line last:border-b-0">
              <Link
                href={row.href}
                data-line
                className="-mx-2 grid gap-x-4 rounded-control px-2 py-1.5 hover:bg-sunk max-md:py-2.5 md:grid-cols-[minmax(0,1fr)_15rem_4rem]"
              >
                <span
                  className={`truncate ${unread.has(row.href) ? "font-semibold" : "font-medium"}`}
                >
                  {unread.has(row.href) ? (
                    <>
                      <span
                        aria-hidden
                        className="mr-2 inline-block size-1.5 rounded-full bg-ink align-middle"
                      />
                      <span className="sr-only">{t("new")} </span>
                    </>
                  ) : null}
                  {row.title || row.excerpt}
                </span>
                <span className="text-ink-muted">{words(row, null)}</span>
                <span className="text-xs leading-5 text-ink-muted md:text-right">
                  {format.dateTime(new Date(row.saidAt), { day: "numeric", month: "short" })}
                </span>
              </Link>
            </li>
          ))}
      </ul>
    </Section>
  );
}
