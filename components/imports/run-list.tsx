import Link from "next/link";
import { useTranslations } from "next-intl";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { classNames } from "#components/ui/class-names.ts";
import { Cell, ColumnHead, Row, RowHead, Table } from "#components/ui/table.tsx";
import type { ImportRunView } from "#lib/imports/reads/runs.ts";
import { isWorkSubject } from "#lib/imports/subjects.ts";
import { RunState } from "./run-state.tsx";

/** Every import, the newest first; each opens its report. */
export function RunList({ runs, now }: { runs: ImportRunView[]; now: Date }) {
  const t = useTranslations("imports.list");
  const format = useFormatter();
  return (
    <div className="overflow-x-auto">
      <Table caption={t("title")}>
        <thead>
          <tr>
            <ColumnHead>{t("file")}</ColumnHead>
            <ColumnHead>{t("state")}</ColumnHead>
            <ColumnHead number className="max-md:hidden">
              {t("created")}
            </ColumnHead>
            <ColumnHead number className="max-md:hidden">
              {t("updated")}
            </ColumnHead>
            <ColumnHead number className="max-md:hidden">
              {t("unchanged")}
            </ColumnHead>
            <ColumnHead number className="max-md:pr-4">
              {t("refused")}
            </ColumnHead>
            <ColumnHead className="max-md:hidden">{t("who")}</ColumnHead>
            <ColumnHead className="max-md:hidden">{t("when")}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <Row key={run.id} className="relative hover:bg-sunk">
              <RowHead className="min-w-32">
                <Link
                  href={`/imports/${run.id}`}
                  className="wrap-anywhere after:absolute after:inset-0"
                >
                  {run.fileName}
                </Link>
                <span className="block text-xs font-normal text-ink-muted">
                  {isWorkSubject(run.subject)
                    ? t("holding", { source: run.source.name, subject: run.subject })
                    : run.source.name}
                </span>
              </RowHead>
              <Cell>
                <RunState
                  state={run.state}
                  share={run.share}
                  refused={run.refused}
                  isGivenUp={run.isGivenUp}
                />
              </Cell>
              <Cell number className="max-md:hidden">
                {format.number(run.created)}
              </Cell>
              <Cell number className="max-md:hidden">
                {format.number(run.updated)}
              </Cell>
              <Cell number className="max-md:hidden">
                {format.number(run.unchanged)}
              </Cell>
              <Cell number className={classNames("max-md:pr-4", run.refused > 0 && "text-bad")}>
                {format.number(run.refused)}
              </Cell>
              <Cell className="whitespace-nowrap max-md:hidden">
                {run.startedBy ?? t("commandLine")}
              </Cell>
              <Cell className="whitespace-nowrap text-ink-muted max-md:hidden">
                <time dateTime={run.createdAt.toISOString()}>
                  {format.relativeTime(run.createdAt, now)}
                </time>
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
