import type { Metadata } from "next";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { AskBox } from "#components/catalogue/ask-box.tsx";
import { WithMessages } from "#components/i18n/with-messages.tsx";
import { EstimateList } from "#components/today/estimate-list.tsx";
import { FirstSteps } from "#components/today/first-steps.tsx";
import type { NewsLine } from "#components/today/news-line.ts";
import { NewsList } from "#components/today/news-list.tsx";
import { OwnInsights } from "#components/today/own-insights.tsx";
import { TaskIcon } from "#components/today/task-icon.tsx";
import { TaskList } from "#components/today/task-list.tsx";
import { TeamGauge } from "#components/today/team-gauge.tsx";
import { TodayLines } from "#components/today/today-lines.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { navigationOf, rooms } from "#lib/auth/navigation.ts";
import { requirePerson } from "#lib/auth/page-guard.ts";
import { can } from "#lib/auth/policy.ts";
import { moment } from "#lib/clock.ts";
import { historyOfActs } from "#lib/history/reads/history.ts";
import { sentenceOf } from "#lib/history/sentence.ts";
import {
  countOwnInsights,
  listOwnInsights,
  listTribeChoices,
} from "#lib/insights/reads/insights.ts";
import { listNews } from "#lib/notices/reads/news.ts";
import type { News } from "#lib/notices/views.ts";
import { quarterBounds, quarterName, shiftQuarter, todayOf } from "#lib/quarter.ts";
import { findOwnDay } from "#lib/today/reads/own.ts";
import { findToday } from "#lib/today/reads/today.ts";
import { stepsOf } from "#lib/today/steps.ts";

const OWN_SHOWN = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("today"))("title") };
}

export default async function TodayPage() {
  const viewer = await requirePerson("insight:hand-in");
  const at = moment();
  const handsIn = !can(viewer, "insight:list");
  const [
    t,
    room,
    format,
    { quarter, tasks, estimates, gauge, duty },
    ownDay,
    news,
    acts,
    own,
    counts,
    tribes,
  ] = await Promise.all([
    getTranslations("today"),
    getTranslations("rooms"),
    getFormatter(),
    findToday(viewer, at),
    findOwnDay(viewer, at.now),
    listNews(viewer),
    getTranslations("operations"),
    handsIn ? listOwnInsights(viewer, OWN_SHOWN) : [],
    handsIn ? countOwnInsights(viewer) : { count: 0, answered: 0 },
    handsIn ? listTribeChoices(viewer) : [],
  ]);
  const next = navigationOf(viewer, at).find((name) => name !== "today") ?? "inbox";
  const day = format.dateTime(at.now, {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone: at.timeZone,
  });
  const answer = () => {
    const count = tasks.length + (estimates.length > 0 ? 1 : 0);
    if (!handsIn || count > 0) return t("answer", { count });
    return t("ownAnswer", { count: counts.count, answered: counts.answered });
  };
  const lineOf = ({ entry, ...line }: News): NewsLine => ({
    ...line,
    actor: entry.actor,
    sentence: sentenceOf(acts, format, entry),
  });
  const lines = tasks.map(({ name, href, where, count, days, quarter: of }) => {
    const values = { where, count, days, quarter: quarterName(of) };
    return {
      href,
      title: t(`task.${name}.title`, values),
      note: t(`task.${name}.note`, values),
      icon: <TaskIcon name={name} />,
    };
  });
  const steps = ownDay.isNewcomer ? stepsOf(viewer) : [];
  const isIdle = !handsIn && tasks.length + estimates.length === 0;
  const [last] = isIdle && ownDay.lastId ? await historyOfActs(viewer, [ownDay.lastId]) : [];
  const lastDone = last
    ? t("last", {
        who: last.actor ?? viewer.name,
        what: sentenceOf(acts, format, last),
        when: format.dateTime(new Date(last.at), {
          day: "numeric",
          month: "long",
          timeZone: at.timeZone,
        }),
      })
    : null;
  const after = shiftQuarter(quarter, 1);
  const comes = t("next", {
    quarter: quarterName(after),
    day: format.dateTime(new Date(quarterBounds(after).first), {
      ...{ day: "numeric", month: "long", timeZone: "UTC" },
    }),
  });
  const unread = new Set(news.filter(({ isRead }) => !isRead).map(({ path }) => path));
  return (
    <>
      <PageHeader crumb={<span className="first-letter:uppercase">{day}</span>} answer={answer()} />
      <div
        className={
          gauge
            ? "grid flex-1 max-lg:content-start lg:grid-cols-[minmax(0,1fr)_23.75rem]"
            : "grid flex-1 content-start"
        }
      >
        <TodayLines>
          {handsIn ? <AskBox /> : null}
          {steps.length > 0 ? (
            <WithMessages of={["today"]}>
              <FirstSteps steps={steps} />
            </WithMessages>
          ) : null}
          {lines.length > 0 ? <TaskList label={t("tasks")} tasks={lines} /> : null}
          {estimates.length > 0 ? (
            <WithMessages of={["today"]}>
              <EstimateList rows={estimates} />
            </WithMessages>
          ) : null}
          {duty && !tasks.some(({ name }) => name === "duty" || name === "unsure") ? (
            <p className="border-b border-line px-6 py-2.5 text-ink-muted max-md:px-4">
              {duty.isOwn ? t("ownDuty") : t("othersDuty", { name: duty.name })}
            </p>
          ) : null}
          {isIdle ? (
            <div className="grid gap-1 px-6 py-4 text-ink-muted max-md:px-4">
              {lastDone ? <p className="wrap-anywhere">{lastDone}</p> : null}
              <p>{comes}</p>
              <p>
                {t("empty")}{" "}
                <Link href={rooms[next].path} className="opens">
                  {room(next)}
                </Link>
              </p>
            </div>
          ) : null}
          {news.length > 0 ? (
            <WithMessages of={["today"]}>
              <NewsList lines={news.map(lineOf)} />
            </WithMessages>
          ) : null}
          {handsIn ? (
            <>
              <HandInBox title={t("handIn.title")} note={t("handIn.note")} />
              <OwnInsights
                rows={own}
                unread={unread}
                total={counts.count}
                tribes={tribes}
                today={todayOf(at)}
              />
            </>
          ) : null}
        </TodayLines>
        {gauge ? (
          <aside aria-label={t("gauge.aside")} className="border-line lg:border-l">
            <TeamGauge gauge={gauge} quarter={quarter} />
          </aside>
        ) : null}
      </div>
    </>
  );
}

/** Looks like where one writes, and leads there. */
function HandInBox({ title, note }: { title: string; note: string }) {
  return (
    <div className="border-b border-line px-6 py-4 max-md:px-4">
      <Link
        href="/hand-in"
        className="block max-w-2xl rounded-control border border-edge px-3 py-2.5 hover:bg-sunk"
      >
        <span className="block font-medium">{title}</span>
        <span className="block text-ink-muted">{note}</span>
      </Link>
    </div>
  );
}
