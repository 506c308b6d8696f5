import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { useTranslations } from "next-intl";
import { getFormatter, getTranslations } from "next-intl/server";
import { Comments } from "#components/comment/comments.tsx";
import { WithMessages } from "#components/i18n/with-messages.tsx";
import { actPermissions } from "#components/insight/acts/acts.ts";
import { BugDates } from "#components/insight/bug-dates.tsx";
import { InsightActs } from "#components/insight/insight-acts.tsx";
import { InsightOrigin, InsightPeople } from "#components/insight/insight-facts.tsx";
import { InsightHistory } from "#components/insight/insight-history.tsx";
import { InsightStanding } from "#components/insight/insight-standing.tsx";
import { RichText } from "#components/rich-text/rich-text.tsx";
import { BackKey } from "#components/shell/back-key.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { Voice } from "#components/ui/voice.tsx";
import { requirePerson } from "#lib/auth/page-guard.ts";
import { can } from "#lib/auth/policy.ts";
import { moment } from "#lib/clock.ts";
import type { BugClock } from "#lib/desks/bug-clock.ts";
import { findBugClock } from "#lib/desks/reads/bug-clock.ts";
import { historyOf } from "#lib/history/reads/history.ts";
import { sentenceOf } from "#lib/history/sentence.ts";
import { insightKey, numberOf } from "#lib/insights/number.ts";
import { listInsightRowIds } from "#lib/insights/reads/history-rows.ts";
import { findInsight, listTribeChoices } from "#lib/insights/reads/insights.ts";
import type { HistoryLine, InsightDetail, InsightRow, TribeChoice } from "#lib/insights/views.ts";
import { findFollowing } from "#lib/notices/reads/following.ts";
import type { Following } from "#lib/notices/views.ts";
import { todayOf } from "#lib/quarter.ts";

type Props = { params: Promise<{ number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const number = numberOf((await params).number);
  return { title: number ? insightKey(number) : undefined };
}

export default async function InsightPage({ params }: Props) {
  const viewer = await requirePerson("insight:hand-in");
  const number = numberOf((await params).number);
  const found = number ? await findInsight(viewer, number) : null;
  if (!found) notFound();
  const { row, detail } = found;
  const [tribes, entries, t, words, format, clock, following] = await Promise.all([
    listTribeChoices(viewer),
    listInsightRowIds(viewer, row.id).then((ids) => historyOf(viewer, ids)),
    getTranslations("insights"),
    getTranslations("operations"),
    getFormatter(),
    findBugClock(viewer, row.id),
    findFollowing(viewer, "insight", row.id),
  ]);
  const history = entries.map(
    (entry): HistoryLine => ({
      id: entry.id,
      at: entry.at,
      actor: entry.actor ?? t("pane.system"),
      sentence: sentenceOf(words, format, entry),
      isUndone: entry.undone !== null,
    }),
  );
  const today = todayOf(moment());
  const key = insightKey(row.number);
  const mayList = can(viewer, "insight:list");
  return (
    <WithMessages of={["insights", "themes", "comments"]}>
      <BackKey otherwise={mayList ? `/insights?open=${key}` : "/"} />
      <PageHeader
        crumb={
          <>
            <Link
              href={mayList ? `/insights?open=${key}` : "/"}
              className="underline decoration-line underline-offset-4"
            >
              {t("crumbPage")}
            </Link>
            <span>{key}</span>
            <InsightOrigin row={row} detail={detail} />
          </>
        }
        answer={row.title || t("page.untitled")}
        actions={
          <InsightActs
            row={row}
            tribes={tribes}
            today={today}
            may={actPermissions.filter((permission) => can(viewer, permission))}
            isMerged={detail.mergedInto !== null}
          />
        }
      />
      <InsightBody
        row={row}
        detail={detail}
        tribes={tribes}
        today={today}
        history={history}
        clock={clock}
        following={following}
        mayOpenThemes={can(viewer, "theme:read")}
      />
    </WithMessages>
  );
}

function InsightBody({
  row,
  detail,
  tribes,
  today,
  history,
  clock,
  following,
  mayOpenThemes,
}: {
  row: InsightRow;
  detail: InsightDetail;
  tribes: TribeChoice[];
  today: string;
  history: HistoryLine[];
  clock: BugClock | null;
  following: Following;
  mayOpenThemes: boolean;
}) {
  const t = useTranslations("insights.pane");
  const ticking = useTranslations("insights.clock");
  const { language } = detail;
  return (
    <div className="grid flex-1 max-lg:content-start lg:grid-cols-[minmax(0,1.32fr)_minmax(0,1fr)]">
      <div className="grid content-start gap-4 px-6 py-5 max-md:px-4">
        <InsightPeople row={row} detail={detail} />
        <div className="max-w-prose">
          <Voice lang={language === "mixed" ? undefined : (language ?? undefined)}>
            <RichText text={detail.body} />
          </Voice>
        </div>
      </div>
      <div className="border-line max-lg:border-t lg:border-l">
        <Section title={t("where")}>
          <InsightStanding
            row={row}
            detail={detail}
            tribes={tribes}
            today={today}
            mayOpenThemes={mayOpenThemes}
            // Only whoever handed it in reads it without the list.
            forWhom={mayOpenThemes ? "sorter" : "asker"}
          />
        </Section>
        {clock ? (
          <Section title={ticking("title")}>
            <BugDates {...clock} />
          </Section>
        ) : null}
        <Section title={t("history")}>
          <InsightHistory lines={history} />
        </Section>
        <Comments
          on="insight"
          id={row.id}
          comments={detail.comments}
          following={following}
          mayWrite
        />
      </div>
    </div>
  );
}
