import type { Metadata } from "next";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { RefreshWhile } from "#components/imports/refresh-while.tsx";
import { HealthChip } from "#components/source/health-chip.tsx";
import { isMoving } from "#components/source/is-moving.ts";
import { SourceFailure } from "#components/source/source-failure.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Cell, ColumnHead, Row, RowHead, Table } from "#components/ui/table.tsx";
import { requirePerson } from "#lib/auth/page-guard.ts";
import { now } from "#lib/clock.ts";
import { listSources } from "#lib/desks/reads/connections.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sources"))("title") };
}

export default async function SourcesPage() {
  const viewer = await requirePerson("source:manage");
  const at = now();
  const [t, format, sources] = await Promise.all([
    getTranslations("sources"),
    getFormatter(),
    listSources(viewer, at),
  ]);
  const connections = sources.filter(({ health }) => health !== "files");
  const failing = connections.filter(({ health }) => health === "failing" || health === "late");
  const ago = (when: Date | null) => (when ? format.relativeTime(when, at) : t("never"));
  return (
    <>
      <PageHeader
        crumb={t("title")}
        answer={t("answer", {
          connections: connections.length,
          failing: failing.length,
          first: connections.some(({ health }) => health === "waiting") ? "yes" : "no",
        })}
        actions={
          <ButtonLink href="/settings/sources/new" variant="primary">
            {t("connect")}
          </ButtonLink>
        }
      />
      <RefreshWhile running={sources.some((source) => isMoving(source, at))} />
      {sources.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      ) : (
        <Table caption={t("list")}>
          <thead>
            <tr>
              <ColumnHead>{t("name")}</ColumnHead>
              <ColumnHead>{t("state")}</ColumnHead>
              <ColumnHead number className="max-md:pr-4">
                {t("tickets")}
              </ColumnHead>
              <ColumnHead className="max-md:hidden">{t("lastPull")}</ColumnHead>
              <ColumnHead className="max-md:hidden">{t("lastEvent")}</ColumnHead>
              <ColumnHead number className="max-md:hidden">
                {t("waiting")}
              </ColumnHead>
            </tr>
          </thead>
          <tbody>
            {sources.map((source) => (
              <Row key={source.id}>
                <RowHead>
                  {source.kind === "form" ? (
                    source.name
                  ) : (
                    <Link href={`/settings/sources/${source.id}`} className="hover:underline">
                      {source.name}
                    </Link>
                  )}
                  <span className="block text-xs font-normal wrap-anywhere text-ink-muted">
                    {t(`kind.${source.kind}`)}
                    {source.siteUrl ? ` · ${source.siteUrl.replace(/^https?:\/\//, "")}` : ""}
                  </span>
                  <span className="block text-xs font-normal">
                    <SourceFailure source={source} now={at} />
                  </span>
                </RowHead>
                <Cell>{source.kind === "form" ? null : <HealthChip health={source.health} />}</Cell>
                <Cell number className="max-md:pr-4">
                  {source.kind === "form" ? t("never") : format.number(source.tickets)}
                </Cell>
                <Cell className="text-ink-muted max-md:hidden">{ago(source.pulledAt)}</Cell>
                <Cell className="text-ink-muted max-md:hidden">{ago(source.lastEventAt)}</Cell>
                <Cell number className="max-md:hidden">
                  {source.health === "files" ? t("never") : format.number(source.backlog)}
                </Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      )}
    </>
  );
}
