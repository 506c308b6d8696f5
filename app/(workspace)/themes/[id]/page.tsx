import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Comments } from "#components/comment/comments.tsx";
import { ToldHistory } from "#components/history/told-history.tsx";
import { WithMessages } from "#components/i18n/with-messages.tsx";
import { CustomersBehind } from "#components/insight/behind/customers.tsx";
import { Voices } from "#components/insight/behind/voices.tsx";
import { AnswerTheme } from "#components/theme/answer-theme.tsx";
import { ThemeActs } from "#components/theme/theme-acts.tsx";
import { ThemeFacts } from "#components/theme/theme-facts.tsx";
import { ThemeInitiatives } from "#components/theme/theme-initiatives.tsx";
import { ThemeInsights } from "#components/theme/theme-insights.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { TribeFlag } from "#components/ui/tribe-flag.tsx";
import { requirePerson } from "#lib/auth/page-guard.ts";
import { can } from "#lib/auth/policy.ts";
import { moment } from "#lib/clock.ts";
import { listComments } from "#lib/comments/reads.ts";
import { historyOf } from "#lib/history/reads/history.ts";
import { addressOf } from "#lib/insights/list/address.ts";
import { listTribeChoices } from "#lib/insights/reads/insights.ts";
import { findFollowing } from "#lib/notices/reads/following.ts";
import { themeKey } from "#lib/themes/number.ts";
import {
  findTheme,
  findThemeId,
  findWhoAskedForTheme,
  listThemeInitiatives,
  listThemeInsights,
  listThemeRowIds,
} from "#lib/themes/reads/theme.ts";
import { findThemeRow } from "#lib/themes/reads/themes.ts";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("themes"))("title") };
}

export default async function ThemePage({ params }: Props) {
  const viewer = await requirePerson("theme:read");
  const id = await findThemeId(viewer, (await params).id);
  if (id === null) notFound();
  const [theme, row] = await Promise.all([
    findTheme(viewer, id),
    findThemeRow(viewer, id, moment()),
  ]);
  if (!theme || !row) notFound();
  const [t, tribes, asked, insights, initiatives, comments, following, history] = await Promise.all(
    [
      getTranslations("themes"),
      listTribeChoices(viewer),
      findWhoAskedForTheme(viewer, id),
      listThemeInsights(viewer, id),
      listThemeInitiatives(viewer, id),
      listComments(viewer, "theme", id),
      findFollowing(viewer, "theme", id),
      listThemeRowIds(viewer, id).then((ids) => historyOf(viewer, ids)),
    ],
  );
  const mayEdit = theme.archivedAt === null && can(viewer, "theme:edit");
  const list = `/insights?${addressOf({ state: "all", themeId: id })}`;
  return (
    <WithMessages of={["themes", "comments"]}>
      <PageHeader
        crumb={
          <>
            <Link href="/themes" className="underline decoration-line underline-offset-4">
              {t("title")}
            </Link>
            <span>{themeKey(theme.number)}</span>
            <TribeFlag
              name={row.tribeName}
              letters={row.tribeCode}
              position={row.tribePosition}
              decorative={row.team === null}
            />
            <span>{row.team ?? t("noTeam", { tribe: row.tribeName })}</span>
            {theme.archivedAt ? <Chip tone="line">{t("page.archived")}</Chip> : null}
          </>
        }
        answer={theme.title}
        actions={
          mayEdit ? (
            <>
              <ThemeActs theme={theme} tribes={tribes} />
              {theme.open > 0 && can(viewer, "insight:answer") ? (
                <AnswerTheme
                  theme={{ id, title: theme.title }}
                  open={theme.open}
                  answered={row.insights - theme.open}
                />
              ) : null}
              <ButtonLink href={`/initiatives/new?theme=${id}`} variant="primary">
                {t("acts.makeInitiative")}
              </ButtonLink>
            </>
          ) : null
        }
      />
      <div className="grid flex-1 grid-cols-[minmax(0,1fr)] max-lg:content-start lg:grid-cols-[minmax(0,1.32fr)_minmax(0,1fr)]">
        <div>
          <ThemeFacts row={row} description={theme.description} list={list} />
          <Section title={t("page.voices")}>
            <Voices voices={asked.voices} list={list} shown={4} none={t("page.noVoices")} />
          </Section>
          <Section
            title={t("page.insightsTitle")}
            note={
              row.insights > insights.length
                ? t("page.moreInsights", { shown: insights.length, count: row.insights })
                : null
            }
            aside={
              <Link href={list} className="underline decoration-line underline-offset-4">
                {t("page.seeAll")}
              </Link>
            }
          >
            <ThemeInsights
              theme={{ id, title: theme.title }}
              insights={insights}
              mayEdit={mayEdit}
            />
          </Section>
        </div>
        <div className="border-line max-lg:border-t lg:border-l">
          <div id="initiatives" className="border-b border-line">
            <Section title={t("page.initiatives")}>
              <ThemeInitiatives initiatives={initiatives} />
            </Section>
          </div>
          <div id="customers" className="border-b border-line">
            <Section title={t("page.customers")}>
              <CustomersBehind customers={asked.customers} of={{ themeId: id }} mayOpen />
            </Section>
          </div>
          <Section title={t("page.history")}>
            <ToldHistory entries={history} />
          </Section>
          <Comments
            on="theme"
            id={id}
            comments={comments}
            following={following}
            mayWrite={theme.archivedAt === null && can(viewer, "theme:comment")}
          />
        </div>
      </div>
    </WithMessages>
  );
}
