import Link from "next/link";
import { useTranslations } from "next-intl";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { BarPairs } from "#components/ui/bar-pairs.tsx";
import { Section } from "#components/ui/section.tsx";
import { type Flow, type FlowStage, type FlowWeek, flowFilters } from "#lib/dashboards/flow.ts";
import { addressOf } from "#lib/insights/list/address.ts";
import type { Quarter } from "#lib/quarter.ts";
import { quarterName } from "#lib/quarter.ts";

const STAGES = ["received", "withTribe", "sharedOut", "underTheme", "answered"] as const;

/** What came in and how far it came; each number opens the very list it was counted from. */
export function InsightFlow({
  quarter,
  flow,
  weeks,
  mayList,
}: {
  quarter: Quarter;
  flow: Flow;
  weeks: readonly FlowWeek[];
  /** Executives of other rooms see the numbers; the list is the product people's. */
  mayList: boolean;
}) {
  const t = useTranslations("dashboards.flow");
  const format = useFormatter();
  const day = (monday: string) =>
    format.dateTime(new Date(`${monday}T12:00:00Z`), {
      day: "numeric",
      month: "short",
      timeZone: "UTC",
    });
  const listOf = (filter: Parameters<typeof addressOf>[0]) => `/insights?${addressOf(filter)}`;
  const pairs = weeks.map(({ monday, received, answered }) => ({
    label: day(monday),
    first: received,
    second: answered,
    ...(mayList
      ? {
          hrefs: [
            listOf({ state: "all", week: monday }),
            listOf({ state: "all", answeredWeek: monday }),
          ] as const,
        }
      : {}),
  }));
  return (
    <Section title={t("title")}>
      <div className="grid gap-8 md:grid-cols-[minmax(0,1fr)_15rem]">
        {flow.received === 0 && flow.answeredInQuarter === 0 ? (
          <p className="text-ink-muted">{t("empty", { quarter: quarterName(quarter) })}</p>
        ) : (
          <BarPairs
            caption={t("perWeek")}
            series={[t("cameIn"), t("wereAnswered")]}
            pairs={pairs}
          />
        )}
        <table className="self-start">
          <caption className="sr-only">{t("title")}</caption>
          <tbody>
            {STAGES.map((stage) => (
              <tr key={stage} className="border-b border-line">
                <th scope="row" className="py-1.5 text-left font-normal">
                  {t(stage)}
                </th>
                <td className="text-right">
                  <Opening stage={stage} {...{ quarter, flow, mayList }} />
                </td>
                <td className="pl-3 text-right text-xs text-ink-muted">
                  {flow.received > 0
                    ? format.number(flow[stage] / flow.received, { style: "percent" })
                    : "–"}
                </td>
              </tr>
            ))}
            <tr>
              <th scope="row" className="py-1.5 text-left text-xs font-normal text-ink-muted">
                {t("answeredInQuarter", { quarter: quarterName(quarter) })}
              </th>
              <td className="text-right">
                <Opening stage="answeredInQuarter" {...{ quarter, flow, mayList }} />
              </td>
              <td />
            </tr>
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function Opening({
  stage,
  quarter,
  flow,
  mayList,
}: {
  stage: FlowStage;
  quarter: Quarter;
  flow: Flow;
  mayList: boolean;
}) {
  const format = useFormatter();
  const number = format.number(flow[stage]);
  if (!mayList) return number;
  return (
    <Link href={`/insights?${addressOf(flowFilters(quarter)[stage])}`} className="opens">
      {number}
    </Link>
  );
}
