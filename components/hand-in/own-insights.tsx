import Link from "next/link";
import { useTranslations } from "next-intl";
import { CustomerName } from "#components/customer/customer-name.tsx";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { AnswerNamedLine, namesSomething } from "#components/insight/answer-named.tsx";
import { useStandingWords } from "#components/insight/standing-words.ts";
import { KindIcon } from "#components/ui/kind-icon.tsx";
import { insightKey } from "#lib/insights/number.ts";
import type { OwnInsight, TribeChoice } from "#lib/insights/views.ts";

/** What this person handed in, and what became of it: the answer with its words. */
export function OwnInsights({
  insights,
  tribes,
  today,
}: {
  insights: readonly OwnInsight[];
  tribes: readonly TribeChoice[];
  today: string;
}) {
  const t = useTranslations("handIn");
  const format = useFormatter();
  const standing = useStandingWords(tribes, today, "asker");
  return (
    <ul>
      {insights.map((insight) => (
        <li
          key={insight.id}
          className="grid grid-cols-[auto_minmax(0,1fr)_minmax(0,18rem)_5rem] items-baseline gap-x-3 border-t border-line px-6 py-1.5 max-md:min-h-13 max-md:grid-cols-[auto_minmax(0,1fr)_auto] max-md:px-4"
        >
          <span className="mt-0.5 self-start">
            <KindIcon kind={insight.kind} />
          </span>
          <span className="min-w-0 truncate">
            <Link
              href={`/insights/${insightKey(insight.number)}`}
              prefetch={false}
              className="hover:underline"
            >
              <span className="mr-2 text-xs text-ink-muted">{insightKey(insight.number)}</span>
              {insight.title || insight.excerpt || t("untitled")}
            </Link>
            {insight.customer && insight.customerId ? (
              <CustomerName
                id={insight.customerId}
                name={insight.customer}
                className="ml-2 text-xs text-ink-muted"
              />
            ) : null}
          </span>
          <span className="min-w-0 text-xs max-md:col-start-2 max-md:row-start-2">
            <span className={insight.answer ? "font-medium" : "text-ink-muted"}>
              {standing(insight, insight.mergedInto)}
            </span>
            {insight.answer && namesSomething(insight.answerNamed) ? (
              <span className="block text-ink-muted">
                <AnswerNamedLine named={insight.answerNamed} />
              </span>
            ) : null}
            {insight.answer && insight.answerNote ? (
              <span className="block wrap-anywhere whitespace-pre-line text-ink-muted">
                {insight.answerNote}
              </span>
            ) : null}
          </span>
          <time
            dateTime={insight.saidAt}
            className="text-right text-xs whitespace-nowrap text-ink-muted"
          >
            {format.dateTime(new Date(insight.saidAt), { day: "numeric", month: "short" })}
          </time>
        </li>
      ))}
    </ul>
  );
}
