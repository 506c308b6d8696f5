import Link from "next/link";
import { useTranslations } from "next-intl";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { KindIcon } from "#components/ui/kind-icon.tsx";
import { Cell, ColumnHead, Row, RowHead, Table } from "#components/ui/table.tsx";
import { TribeFlag } from "#components/ui/tribe-flag.tsx";
import type { InitiativeRow } from "#lib/initiatives/reads/initiatives.ts";
import { quarterName } from "#lib/quarter.ts";

/** A line an initiative; what is not there is a dash, never a zero. */
export function InitiativeTable({
  rows,
  withPlan,
}: {
  rows: readonly InitiativeRow[];
  /** Whether scores, efforts, quarters and origins are for this person. */
  withPlan: boolean;
}) {
  const t = useTranslations("initiatives.table");
  const format = useFormatter();
  const number = (value: number | null) => (value === null ? "–" : format.number(value));
  return (
    <Table caption={t("caption")}>
      <thead>
        <tr>
          <ColumnHead>{t("title")}</ColumnHead>
          <ColumnHead className="max-md:hidden">{t("team")}</ColumnHead>
          <ColumnHead number className="max-md:hidden">
            {t("customers")}
          </ColumnHead>
          {withPlan ? (
            <>
              <ColumnHead number className="max-md:hidden">
                {t("reach")}
              </ColumnHead>
              <ColumnHead number className="max-md:hidden">
                {t("effort")}
              </ColumnHead>
              <ColumnHead className="max-md:hidden">{t("planned")}</ColumnHead>
              <ColumnHead number>{t("score")}</ColumnHead>
            </>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id}>
            <RowHead>
              <span className="flex items-center gap-2">
                <TribeFlag
                  name={row.tribeName}
                  letters={row.tribeCode}
                  position={row.tribePosition}
                />
                {row.kind === "tech" ? <KindIcon kind="tech" /> : null}
                {withPlan && row.origin === "top-down" ? <KindIcon kind="topDown" /> : null}
                <Link href={`/initiatives/${row.number}`} className="wrap-anywhere hover:underline">
                  {row.title}
                </Link>
                <span className="text-xs font-normal whitespace-nowrap text-ink-faint max-md:hidden">
                  INI-{row.number}
                </span>
              </span>
            </RowHead>
            <Cell className="max-md:hidden">{row.team}</Cell>
            <Cell number className="max-md:hidden">
              {row.customers === 0 ? "–" : format.number(row.customers)}
            </Cell>
            {withPlan ? (
              <>
                <Cell number className="max-md:hidden">
                  {number(row.reach)}
                </Cell>
                <Cell number className="max-md:hidden">
                  {row.effortHalfMonths === null
                    ? "–"
                    : format.number(row.effortHalfMonths / 2, { maximumFractionDigits: 1 })}
                </Cell>
                <Cell className="max-md:hidden">
                  {row.quarters.map((quarter, index) => (
                    <span key={quarter}>
                      {index > 0 ? ", " : null}
                      <Link href={`/roadmap/${quarter}?tribe=${row.tribeCode}`} className="opens">
                        {quarterName(quarter)}
                      </Link>
                    </span>
                  ))}
                </Cell>
                <Cell number className={row.score === null ? "text-ink-muted" : "font-semibold"}>
                  {row.score === null ? t("noScore") : number(row.score)}
                </Cell>
              </>
            ) : null}
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
