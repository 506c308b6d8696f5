import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { CustomerActs } from "#components/customer/customer-acts.tsx";
import { CustomerName } from "#components/customer/customer-name.tsx";
import { deskWords } from "#components/insight/desk-words.ts";
import { shortMoney } from "#components/insight/short-money.ts";
import { Chip } from "#components/ui/chip.tsx";
import { Cell, ColumnHead, Row, RowHead, Table } from "#components/ui/table.tsx";
import { countryName } from "#lib/customers/country.ts";
import type { CustomerRow } from "#lib/customers/reads/customers.ts";

export async function CustomerTable({ rows }: { rows: readonly CustomerRow[] }) {
  const [t, desk, locale] = await Promise.all([
    getTranslations("customers"),
    getTranslations("insights.desk"),
    getLocale(),
  ]);
  const { segment } = deskWords(desk);
  const money = (cents: number | null) => (cents === null ? "" : shortMoney(cents, locale));
  return (
    <Table caption={t("list.title")}>
      <thead>
        <tr>
          <ColumnHead>{t("list.name")}</ColumnHead>
          <ColumnHead className="max-lg:hidden">{t("list.segment")}</ColumnHead>
          <ColumnHead number className="max-md:hidden">
            {t("list.revenue")}
          </ColumnHead>
          <ColumnHead number className="max-lg:hidden">
            {t("list.atStake")}
          </ColumnHead>
          <ColumnHead className="max-lg:hidden">{t("list.manager")}</ColumnHead>
          <ColumnHead number className="max-md:hidden">
            {t("list.insights")}
          </ColumnHead>
          <ColumnHead>
            <span className="sr-only">{t("list.acts")}</span>
          </ColumnHead>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id}>
            <RowHead className="wrap-anywhere">
              <CustomerName id={row.id} name={row.name} />{" "}
              {row.state === "customer" ? null : (
                <Chip tone={row.state === "lost" ? "bad" : "line"}>{t(`state.${row.state}`)}</Chip>
              )}
              <span className="block text-xs font-normal text-ink-muted">{secondLine(row, t)}</span>
            </RowHead>
            <Cell className="text-xs text-ink-muted max-lg:hidden">
              {[
                row.segment && segment(row.segment),
                row.country && countryName(row.country, locale),
              ]
                .filter(Boolean)
                .join(", ")}
            </Cell>
            <Cell number className="max-md:hidden">
              {money(row.revenueCents)}
            </Cell>
            <Cell number className="max-lg:hidden">
              {money(row.atStakeCents)}
            </Cell>
            <Cell className="text-xs text-ink-muted max-lg:hidden">{row.accountManager}</Cell>
            <Cell number className="max-md:hidden">
              {row.insights > 0 ? (
                <Link href={`/insights?state=all&organisation=${row.id}`} className="opens">
                  {row.insights}
                  <span className="sr-only"> {t("list.insightsOf", { name: row.name })}</span>
                </Link>
              ) : (
                row.insights
              )}
            </Cell>
            <Cell className="text-right">
              <CustomerActs customer={row} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

type Translate = Awaited<ReturnType<typeof getTranslations<"customers">>>;

function secondLine({ domains, names, merged }: CustomerRow, t: Translate): string {
  const also = [...merged.map(({ name }) => name), ...names];
  return [domains.join(", "), also.length > 0 ? t("list.also", { names: also.join(", ") }) : ""]
    .filter(Boolean)
    .join(" · ");
}
