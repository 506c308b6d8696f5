import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { CustomerName } from "#components/customer/customer-name.tsx";
import { useDistributionWords } from "#components/distribution/use-distribution-words.ts";
import type { Peek } from "#components/distribution/use-peek.ts";
import { shortMoney } from "#components/insight/short-money.ts";
import { KeyHint } from "#components/keyboard/key-hint.tsx";
import { keysOf } from "#components/keyboard/key-map.ts";
import { RichText } from "#components/rich-text/rich-text.tsx";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { ChevronLeft, ChevronRight, X } from "#components/ui/icons.tsx";
import { Voice } from "#components/ui/voice.tsx";
import { type Entry, weightOf } from "#lib/distribution/entries.ts";
import type { DistributionTeam } from "#lib/distribution/views.ts";
import { insightKey } from "#lib/insights/number.ts";
import type { InsightDetail } from "#lib/insights/views.ts";

/** Below the board: the words of what is under the cursor, and to which team it would go. */
export function PeekPane({
  entry,
  peek,
  teams,
  money,
  onGive,
}: {
  entry: Entry;
  peek: Peek;
  /** To share out to; empty where this person may not. */
  teams: readonly DistributionTeam[];
  money: Readonly<Record<string, number>>;
  onGive: (team: DistributionTeam) => void;
}) {
  const t = useTranslations("distribution.peek");
  const { t: words, money: shown } = useDistributionWords();
  const { insight, at, count, detail } = peek;
  const text = useRef<HTMLElement>(null);
  useEffect(() => {
    text.current?.scrollTo({ top: 0 });
  }, [insight?.id]);
  if (!insight) return null;
  const weight = weightOf(entry.insights, money);
  const facts = [
    words("insights", { count }),
    words("customers", { count: weight.customers }),
    ...(weight.cents === null ? [] : [shown(weight.cents)]),
  ].join(" · ");
  return (
    <section
      aria-label={t("title")}
      className="grid max-h-[45dvh] shrink-0 grid-rows-[auto_minmax(0,1fr)] border-t border-edge bg-surface max-lg:max-h-[60dvh]"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-6 py-1.5 max-lg:px-4">
        <h2 className="min-w-0 truncate font-semibold">{entry.title}</h2>
        <span className="text-xs text-ink-muted">{facts}</span>
        <span className="ml-auto flex items-center gap-1 text-xs text-ink-muted">
          {t("position", { at: at + 1, count })}
          <IconButton
            icon={<ChevronLeft aria-hidden size={16} strokeWidth={1.5} />}
            label={t("previous")}
            disabled={at === 0}
            onClick={() => peek.step(-1)}
          />
          <IconButton
            icon={<ChevronRight aria-hidden size={16} strokeWidth={1.5} />}
            label={t("next")}
            disabled={at >= count - 1}
            onClick={() => peek.step(1)}
          />
          <IconButton
            icon={<X aria-hidden size={16} strokeWidth={1.5} />}
            label={t("close")}
            aria-keyshortcuts={keysOf("peek")}
            onClick={peek.close}
          />
        </span>
      </div>
      <div className="grid min-h-0 md:grid-cols-[minmax(0,1fr)_15rem]">
        <article
          ref={text}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a text longer than the pane is scrolled by the keyboard.
          tabIndex={0}
          aria-label={insightKey(insight.number)}
          className="min-h-0 overflow-y-auto px-6 py-3 focus-visible:-outline-offset-2 max-lg:px-4"
        >
          <h3 className="text-base font-semibold wrap-anywhere">{insight.title}</h3>
          <p className="mb-1.5 text-xs text-ink-muted">
            {detail ? <Origin detail={detail} /> : null}
            <Link
              href={`/insights/${insightKey(insight.number)}`}
              prefetch={false}
              className="opens"
            >
              {insightKey(insight.number)}
            </Link>
          </p>
          {detail ? (
            <Voice lang={detail.language === "mixed" ? undefined : (detail.language ?? undefined)}>
              <RichText text={detail.body} />
            </Voice>
          ) : null}
        </article>
        {teams.length > 0 ? (
          <div className="grid content-start gap-1.5 border-line px-6 py-3 max-lg:px-4 max-md:border-t md:overflow-y-auto md:border-l">
            <p className="text-xs font-medium text-ink-muted">
              {t(entry.themeId ? "giveTheme" : "giveInsight")}
            </p>
            {teams.map((team, index) => (
              <Button
                key={team.id}
                onClick={() => onGive(team)}
                disabled={team.id === entry.teamId}
                className="justify-start"
              >
                <KeyHint keys={`${index + 1}`} /> {team.name}
              </Button>
            ))}
          </div>
        ) : null}
      </div>
    </section>
  );
}

function Origin({ detail: { customers, requesters } }: { detail: InsightDetail }) {
  const t = useTranslations("insights.pane");
  const locale = useLocale();
  return (
    <>
      {customers.map(({ id, name, revenueCents }) => (
        <span key={id}>
          <CustomerName id={id} name={name} className="font-medium text-ink" />
          {revenueCents ? ` · ${t("perYear", { money: shortMoney(revenueCents, locale) })}` : null}
          {" · "}
        </span>
      ))}
      {requesters.length > 0 ? `${requesters.join(", ")} · ` : null}
    </>
  );
}
