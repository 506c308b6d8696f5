import Link from "next/link";
import { useTranslations } from "next-intl";
import { Became, useBecame } from "#components/customer/became.tsx";
import { OutcomeIcon } from "#components/customer/outcome-icon.tsx";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { KindIcon } from "#components/ui/kind-icon.tsx";
import { NumberLink } from "#components/ui/stat.tsx";
import { Cell, ColumnHead, Row, RowHead, Table } from "#components/ui/table.tsx";
import { insightKey } from "#lib/insights/number.ts";
import { type Outcome, outcomes } from "#lib/insights/outcomes.ts";
import type { RequestCount, RequestRow } from "#lib/insights/reads/of-customer.ts";
import type { TribeChoice } from "#lib/insights/views.ts";

/** What they asked, by what became of it, with the answer that those who asked were given and its day. */
export function Requests({
  rows,
  counts,
  tribes,
  here,
}: {
  rows: readonly RequestRow[];
  counts: readonly RequestCount[];
  tribes: readonly TribeChoice[];
  here: string;
}) {
  const t = useTranslations("customers.page");
  return (
    <Table caption={t("asked")} className="table-fixed max-md:block">
      <thead className="max-md:hidden">
        <tr>
          <ColumnHead className="md:w-[45%]">{t("asked")}</ColumnHead>
          <ColumnHead className="max-md:hidden">{t("became")}</ColumnHead>
          <ColumnHead number className="w-24 max-xl:hidden">
            {t("received")}
          </ColumnHead>
          <ColumnHead number className="w-26">
            {t("told")}
          </ColumnHead>
        </tr>
      </thead>
      {outcomes.map((outcome) => {
        const those = rows.filter((row) => row.outcome === outcome);
        const count = counts.find((one) => one.outcome === outcome)?.count ?? those.length;
        return those.length > 0 ? (
          <tbody key={outcome} className="max-md:block">
            <OutcomeHead outcome={outcome} count={count} here={here} />
            {those.map((row) => (
              <RequestLine key={row.id} row={row} tribes={tribes} />
            ))}
          </tbody>
        ) : null;
      })}
    </Table>
  );
}

function OutcomeHead({ outcome, count, here }: { outcome: Outcome; count: number; here: string }) {
  const t = useTranslations("customers.page");
  const format = useFormatter();
  return (
    <tr className="border-t border-line bg-canvas max-md:block">
      <th
        scope="rowgroup"
        className="h-7 px-6 text-left text-xs font-semibold max-md:h-9 max-md:px-4"
      >
        <span className="inline-flex items-center gap-1.5">
          <OutcomeIcon outcome={outcome} />
          {t(`outcome.${outcome}`)}
          <span className="font-normal">
            <NumberLink href={`${here}?show=${outcome}`}>{format.number(count)}</NumberLink>
          </span>
        </span>
      </th>
      <td className="max-md:hidden" />
      <td className="max-xl:hidden" />
      <td />
    </tr>
  );
}

function RequestLine({ row, tribes }: { row: RequestRow; tribes: readonly TribeChoice[] }) {
  const untitled = useTranslations("insights.list")("untitled");
  const format = useFormatter();
  const became = useBecame(tribes);
  const key = insightKey(row.number);
  const day = (instant: string) =>
    format.dateTime(new Date(instant), { day: "numeric", month: "short", year: "2-digit" });
  return (
    <Row className="align-baseline max-md:grid max-md:h-auto max-md:grid-cols-[minmax(0,1fr)_auto] max-md:py-1.5">
      <RowHead className="font-normal max-md:py-0.5">
        <span className="flex min-w-0 items-baseline gap-2.5">
          <span className="translate-y-0.5">
            <KindIcon kind={row.kind} />
          </span>
          <Link
            href={`/insights/${key}`}
            prefetch={false}
            className="line-clamp-2 min-w-0 wrap-anywhere hover:underline"
          >
            {row.title || row.excerpt || untitled}
          </Link>
        </span>
      </RowHead>
      <Cell className="text-ink-muted max-md:col-span-2 max-md:row-start-2 max-md:py-0 max-md:pl-10! max-md:text-xs">
        <Became {...became(row)} />
      </Cell>
      <Cell number className="text-xs text-ink-muted max-xl:hidden">
        {day(row.saidAt)}
      </Cell>
      <Cell number className="text-xs text-ink-muted max-md:py-0.5">
        {row.answeredAt ? day(row.answeredAt) : "–"}
      </Cell>
    </Row>
  );
}
