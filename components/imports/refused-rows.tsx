import { useTranslations } from "next-intl";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { useRefusalSentence } from "#components/i18n/use-refusal-sentence.ts";
import { Cell, ColumnHead, Row, Table } from "#components/ui/table.tsx";
import type { RefusedRowView } from "#lib/imports/reads/rows.ts";

/** The rows left out, by their line in the file, each with its reason in words. */
export function RefusedRows({ rows }: { rows: RefusedRowView[] }) {
  const t = useTranslations("imports");
  const refusalSentence = useRefusalSentence();
  const format = useFormatter();
  return (
    <Table caption={t("tabs.refused")}>
      <thead>
        <tr>
          <ColumnHead number className="w-24">
            {t("rows.line")}
          </ColumnHead>
          <ColumnHead>{t("rows.why")}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id}>
            <Cell number>{format.number(row.line)}</Cell>
            <Cell className="wrap-anywhere">
              {refusalSentence({ key: `importsErrors.${row.reason}`, params: row.params })}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
