import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { AnswerNamedLine, namesSomething } from "#components/insight/answer-named.tsx";
import { useStandingWords } from "#components/insight/standing-words.ts";
import { placeOf } from "#components/insight/tribes.ts";
import { TribeFlag } from "#components/ui/tribe-flag.tsx";
import { insightKey } from "#lib/insights/number.ts";
import type { InsightDetail, InsightRow, TribeChoice } from "#lib/insights/views.ts";
import { quarterName } from "#lib/quarter.ts";

/** Where it stands and why, at one glance; under it what it is tied to. */
export function InsightStanding({
  row,
  detail,
  tribes,
  today,
  mayOpenThemes,
  forWhom = "sorter",
}: {
  row: InsightRow;
  detail: InsightDetail;
  tribes: readonly TribeChoice[];
  today: string;
  mayOpenThemes: boolean;
  forWhom?: "sorter" | "asker";
}) {
  const t = useTranslations("insights.pane");
  const format = useFormatter();
  const words = useStandingWords(tribes, today, forWhom);
  const { tribe } = placeOf(tribes, row.tribeId, row.teamId);
  const answered = row.answer && detail.answeredAt;
  return (
    <div>
      <p className="flex items-center gap-2 font-medium">
        {tribe ? (
          <TribeFlag name={tribe.name} letters={tribe.code} position={tribe.position} decorative />
        ) : null}
        {words(row, detail.mergedInto)}
      </p>
      {answered && detail.answeredBy ? (
        <p className="text-xs text-ink-muted">
          {t("answeredBy", {
            name: detail.answeredBy,
            when: format.dateTime(new Date(answered), { day: "numeric", month: "short" }),
          })}
        </p>
      ) : null}
      {row.answer && namesSomething(detail.answerNamed) ? (
        <p>
          <AnswerNamedLine named={detail.answerNamed} />
        </p>
      ) : null}
      {row.answer && detail.answerNote ? (
        <p className="whitespace-pre-line wrap-anywhere">{detail.answerNote}</p>
      ) : null}
      <InsightTies detail={detail} mayOpenThemes={mayOpenThemes} />
    </div>
  );
}

function InsightTies({ detail, mayOpenThemes }: { detail: InsightDetail; mayOpenThemes: boolean }) {
  const t = useTranslations("insights");
  return (
    <ul className="mt-1 text-xs text-ink-muted">
      {detail.sharings.map((sharing) => (
        <li key={sharing.quarter}>
          {sharing.by
            ? t("pane.sharedBy", {
                quarter: quarterName(sharing.quarter),
                team: sharing.team,
                name: sharing.by,
              })
            : t("pane.shared", { quarter: quarterName(sharing.quarter), team: sharing.team })}
        </li>
      ))}
      {detail.themes.length > 0 ? (
        <Tie label={t("pane.themes")}>
          {detail.themes.map(({ id, title }) =>
            mayOpenThemes ? (
              <TieLink key={id} href={`/themes/${id}`} words={title} />
            ) : (
              <span key={id}>{title}</span>
            ),
          )}
        </Tie>
      ) : null}
      {detail.merged.length > 0 ? (
        <Tie label={t("pane.merged")}>
          <InsightLinks insights={detail.merged} />
        </Tie>
      ) : null}
      {detail.splits.length > 0 ? (
        <Tie label={t("pane.splits")}>
          <InsightLinks insights={detail.splits} />
        </Tie>
      ) : null}
      {detail.splitFrom ? (
        <li>
          <TieLink
            href={`/insights/${insightKey(detail.splitFrom)}`}
            words={t("pane.splitFrom", { insight: insightKey(detail.splitFrom) })}
          />
        </li>
      ) : null}
    </ul>
  );
}

function Tie({ label, children }: { label: string; children: ReactNode }) {
  return (
    <li className="flex flex-wrap gap-x-2">
      <span>{label}</span>
      {children}
    </li>
  );
}

function InsightLinks({
  insights,
}: {
  insights: readonly { number: number; title: string | null }[];
}) {
  return insights.map(({ number, title }) => (
    <TieLink
      key={number}
      href={`/insights/${insightKey(number)}`}
      words={title ? `${insightKey(number)} ${title}` : insightKey(number)}
    />
  ));
}

function TieLink({ href, words }: { href: string; words: string }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="text-ink underline decoration-edge decoration-dotted underline-offset-4"
    >
      {words}
    </Link>
  );
}
