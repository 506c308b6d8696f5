import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { customersIn } from "#components/insight/behind/customers.tsx";
import { shortMoney } from "#components/insight/short-money.ts";
import { Trend } from "#components/theme/trend.tsx";
import { NumberLink } from "#components/ui/stat.tsx";
import { Cell, ColumnHead, Row, RowHead, Table } from "#components/ui/table.tsx";
import { TribeFlag } from "#components/ui/tribe-flag.tsx";
import { addressOf } from "#lib/insights/list/address.ts";
import { themeKey } from "#lib/themes/number.ts";
import type { ThemeRow } from "#lib/themes/reads/themes.ts";

/** By team; every number opens the rows behind it. `withMoney` false leaves the columns of revenue out. */
export function ThemeTable({
  caption,
  rows,
  withMoney,
}: {
  caption: string;
  rows: readonly ThemeRow[];
  withMoney: boolean;
}) {
  const t = useTranslations("themes.column");
  const groups = Map.groupBy(rows, (row) => `${row.tribeCode} ${row.teamId ?? ""}`);
  const columns = withMoney ? 7 : 5;
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <ColumnHead>{t("theme")}</ColumnHead>
          <ColumnHead number>{t("insights")}</ColumnHead>
          <ColumnHead number className="max-md:pr-4">
            {t("customers")}
          </ColumnHead>
          {withMoney ? (
            <>
              <ColumnHead number className="max-lg:hidden">
                {t("revenue")}
              </ColumnHead>
              <ColumnHead number className="max-lg:hidden">
                {t("stake")}
              </ColumnHead>
            </>
          ) : null}
          <ColumnHead className="max-md:hidden">{t("trend")}</ColumnHead>
          <ColumnHead number className="max-md:hidden">
            {t("initiatives")}
          </ColumnHead>
        </tr>
      </thead>
      {[...groups].map(([key, themes]) => (
        <tbody key={key}>
          {themes[0] ? <GroupHead row={themes[0]} columns={columns} /> : null}
          {themes.map((row) => (
            <ThemeLine key={row.id} row={row} withMoney={withMoney} />
          ))}
        </tbody>
      ))}
    </Table>
  );
}

function GroupHead({ row, columns }: { row: ThemeRow; columns: number }) {
  const t = useTranslations("themes");
  return (
    <tr className="h-6.5 border-t border-line bg-canvas">
      <th scope="rowgroup" colSpan={columns} className="px-6 text-left font-normal max-md:px-4">
        <span className="flex items-center gap-2 text-xs text-ink-muted">
          <TribeFlag
            name={row.tribeName}
            letters={row.tribeCode}
            position={row.tribePosition}
            decorative={row.team === null}
          />
          {row.team ?? t("noTeam", { tribe: row.tribeName })}
        </span>
      </th>
    </tr>
  );
}

function ThemeLine({ row, withMoney }: { row: ThemeRow; withMoney: boolean }) {
  const format = useFormatter();
  const locale = useLocale();
  const page = `/themes/${row.id}`;
  const money = (cents: number | null, state: "customer" | "prospect") =>
    cents ? (
      <NumberLink href={page + customersIn(state)}>{shortMoney(cents, locale)}</NumberLink>
    ) : (
      "–"
    );
  return (
    <Row className="max-md:h-11">
      <RowHead className="w-full">
        <Link href={page} className="wrap-anywhere hover:underline">
          {row.title}
        </Link>
        <span className="ml-2 text-xs font-normal whitespace-nowrap text-ink-faint max-md:hidden">
          {themeKey(row.number)}
        </span>
      </RowHead>
      <Cell number>
        <NumberLink href={`/insights?${addressOf({ state: "all", themeId: row.id })}`}>
          {format.number(row.insights)}
        </NumberLink>
      </Cell>
      <Cell number className="max-md:pr-4">
        <NumberLink href={`${page}#customers`}>{format.number(row.customers)}</NumberLink>
      </Cell>
      {withMoney ? (
        <>
          <Cell number className="max-lg:hidden">
            {money(row.revenueCents, "customer")}
          </Cell>
          <Cell number className="max-lg:hidden">
            {money(row.atStakeCents, "prospect")}
          </Cell>
        </>
      ) : null}
      <Cell className="max-md:hidden">
        <Trend trend={row.trend} />
      </Cell>
      <Cell number className="max-md:hidden">
        <NumberLink href={`${page}#initiatives`}>{format.number(row.initiatives)}</NumberLink>
      </Cell>
    </Row>
  );
}
