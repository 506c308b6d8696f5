import Link from "next/link";
import { useTranslations } from "next-intl";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { quarterName } from "#lib/quarter.ts";
import { partStanding } from "#lib/roadmap/part-standing.ts";
import type { PlannedPart } from "#lib/roadmap/reads/roadmap.ts";

/** The quarters and teams that hold a part of it. */
export function Planned({
  parts,
  effortHalfMonths,
  tribeCode,
  quarter,
  isDelivered,
}: {
  parts: readonly PlannedPart[];
  effortHalfMonths: number | null;
  tribeCode: string;
  /** The one that it is. */
  quarter: string;
  isDelivered: boolean;
}) {
  const t = useTranslations("initiatives.planned");
  const format = useFormatter();
  const months = (halfMonths: number) =>
    format.number(halfMonths / 2, { maximumFractionDigits: 1 });
  const placed = parts.reduce((sum, part) => sum + part.effortHalfMonths, 0);
  const left = effortHalfMonths === null ? 0 : effortHalfMonths - placed;
  return (
    <section aria-label={t("title")} className="border-b border-line px-6 py-4 max-md:px-4">
      <h2 className="mb-1 text-base font-semibold">{t("title")}</h2>
      <ul>
        {parts.map((part) => (
          <li key={part.itemId} className="flex gap-3 border-t border-line py-1.5 first:border-t-0">
            <Link href={`/roadmap/${part.quarter}?tribe=${tribeCode}`} className="font-medium">
              {quarterName(part.quarter)}
            </Link>
            <span className="flex-1">{part.team}</span>
            <span className="text-ink-muted">
              {t(`state.${partStanding(part, parts, { current: quarter, isDelivered })}`)}
            </span>
            <span>{t("effort", { amount: months(part.effortHalfMonths) })}</span>
          </li>
        ))}
      </ul>
      {parts.length === 0 ? (
        <p className="text-ink-muted">
          {t("none")}{" "}
          <Link href={`/roadmap/${quarter}?tribe=${tribeCode}`} className="underline">
            {t("place", { quarter: quarterName(quarter) })}
          </Link>
        </p>
      ) : null}
      {parts.length > 0 && left > 0 ? (
        <p className="text-xs text-ink-muted">{t("left", { amount: months(left) })}</p>
      ) : null}
    </section>
  );
}
