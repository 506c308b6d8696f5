import Link from "next/link";
import { useTranslations } from "next-intl";
import { Cell, ColumnHead, Row, RowHead, Table } from "#components/ui/table.tsx";
import type { WorkRowView } from "#lib/imports/work/reads/rows.ts";

/** Themes, initiatives, objectives and key results that an import brought or changed. */
export function WorkRows({ rows, caption }: { rows: WorkRowView[]; caption: string }) {
  const t = useTranslations("imports.work");
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <ColumnHead>{t("title")}</ColumnHead>
          <ColumnHead className="w-40">{t("what")}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} className="relative hover:bg-sunk">
            <RowHead className="wrap-anywhere">
              <Link href={pageOf(row)} className="after:absolute after:inset-0">
                {row.title}
              </Link>
            </RowHead>
            <Cell className="whitespace-nowrap text-ink-muted">{t(`targets.${row.target}`)}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

export function pageOf({ id, target, number, quarter }: WorkRowView): string {
  if (target === "theme") return `/themes/${id}`;
  return target === "initiative" ? `/initiatives/${number}` : `/okrs/${quarter}`;
}
