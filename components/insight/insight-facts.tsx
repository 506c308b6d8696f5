import { useLocale, useTranslations } from "next-intl";
import { CustomerName } from "#components/customer/customer-name.tsx";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { useDeskWords } from "#components/insight/desk-words.ts";
import { shortMoney } from "#components/insight/short-money.ts";
import { Chip } from "#components/ui/chip.tsx";
import { ExternalLink } from "#components/ui/icons.tsx";
import { KindIcon } from "#components/ui/kind-icon.tsx";
import type { InsightCustomer, InsightDetail, InsightRow } from "#lib/insights/views.ts";

/** Kind, language and where it came from, on the line above the title. */
export function InsightOrigin({
  row,
  detail,
}: {
  row: InsightRow;
  detail: InsightDetail | undefined;
}) {
  const t = useTranslations("insights");
  return (
    <>
      <Chip tone="line" icon={<KindIcon kind={row.kind} decorative />}>
        {t(`kind.${row.kind}`)}
      </Chip>
      {detail?.language ? <Chip tone="line">{t(`language.${detail.language}`)}</Chip> : null}
      {detail ? <SourceLink detail={detail} /> : null}
    </>
  );
}

function SourceLink({ detail }: { detail: InsightDetail }) {
  const t = useTranslations("insights.pane");
  const words = detail.ticketKey
    ? t("source", { source: detail.source, key: detail.ticketKey })
    : t("sourceOnly", { source: detail.source });
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5 text-xs text-ink-muted">
      {detail.ticketUrl ? (
        <a
          href={detail.ticketUrl}
          target="_blank"
          rel="noreferrer"
          className="inline-flex min-w-0 items-center gap-1 underline decoration-line underline-offset-4 hover:text-ink"
        >
          <span className="truncate">{words}</span>
          <ExternalLink aria-hidden size={14} strokeWidth={1.5} className="shrink-0" />
        </a>
      ) : (
        <span className="truncate">{words}</span>
      )}
      {detail.deletedInDesk ? <Chip tone="warn">{t("deleted")}</Chip> : null}
    </span>
  );
}

/** Who it is for, who told us, and when. */
export function InsightPeople({ row, detail }: { row: InsightRow; detail: InsightDetail }) {
  const t = useTranslations("insights.pane");
  const desk = useDeskWords();
  const format = useFormatter();
  const when = format.dateTime(new Date(row.saidAt), {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  });
  const names = [
    ...new Set([...detail.requesters, ...(detail.handedInBy ? [detail.handedInBy] : [])]),
  ];
  return (
    <div className="text-ink-muted">
      {detail.customers.length === 0 ? <p>{t("noCustomer")}</p> : null}
      {detail.customers.map((customer) => (
        <CustomerLine key={customer.id} customer={customer} />
      ))}
      <p>{names.length > 0 ? t("by", { names: names.join(", "), when }) : t("said", { when })}</p>
      {detail.severity ? (
        <p>{t("severity", { severity: desk.severity(detail.severity) })}</p>
      ) : null}
    </div>
  );
}

function CustomerLine({ customer }: { customer: InsightCustomer }) {
  const t = useTranslations("insights.pane");
  const locale = useLocale();
  const desk = useDeskWords();
  const { revenueCents, atStakeCents, state, segment } = customer;
  const facts = [
    revenueCents ? t("perYear", { money: shortMoney(revenueCents, locale) }) : null,
    atStakeCents ? t("atStake", { money: shortMoney(atStakeCents, locale) }) : null,
    state === "customer" ? null : t(state),
    segment ? desk.segment(segment) : null,
  ].filter((fact) => fact !== null);
  return (
    <p>
      <CustomerName id={customer.id} name={customer.name} className="font-semibold text-ink" />
      {facts.map((fact) => ` · ${fact}`)}
    </p>
  );
}
