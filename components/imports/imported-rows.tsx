import Link from "next/link";
import { useTranslations } from "next-intl";
import { Cell, ColumnHead, Row, RowHead, Table } from "#components/ui/table.tsx";
import type { ImportedRow } from "#lib/imports/reads/rows.ts";
import { insightKey } from "#lib/insights/number.ts";

/** Tickets that an import brought or changed, each with the insight that it became. */
export function ImportedRows({ rows, caption }: { rows: ImportedRow[]; caption: string }) {
  const t = useTranslations("imports.rows");
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <ColumnHead className="md:w-32">{t("insight")}</ColumnHead>
          <ColumnHead className="w-40 max-md:hidden">{t("key")}</ColumnHead>
          <ColumnHead>{t("title")}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.ticketId} className="relative hover:bg-sunk">
            <RowHead className="whitespace-nowrap">
              <Link href={`/insights/${row.number}`} className="after:absolute after:inset-0">
                {insightKey(row.number)}
              </Link>
              <span className="block text-xs font-normal text-ink-muted md:hidden">{row.key}</span>
            </RowHead>
            <Cell className="whitespace-nowrap text-ink-muted max-md:hidden">{row.key}</Cell>
            <Cell className="wrap-anywhere">
              {row.title ?? <span className="text-ink-muted">{t("none")}</span>}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
