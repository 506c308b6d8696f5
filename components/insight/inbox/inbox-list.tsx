import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { type MouseEvent, useLayoutEffect, useMemo } from "react";
import { InboxRow, type RowWords, rowId } from "#components/insight/inbox/inbox-row.tsx";
import type { InboxState } from "#components/insight/inbox/inbox-state.ts";
import type { More } from "#components/insight/inbox/use-more.ts";
import { placeOf } from "#components/insight/tribes.ts";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import type { Point } from "#components/ui/context-menu.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { useLongPress } from "#components/ui/use-long-press.ts";
import type { AgeWords } from "#lib/insights/age.ts";
import { addressOf, countFilters, type ListFilter } from "#lib/insights/list/address.ts";
import type { InsightRow, TribeChoice } from "#lib/insights/views.ts";

export function InboxList({
  state,
  tribes,
  now,
  filter,
  more,
  onGo,
  onToggle,
  onMenu,
}: {
  state: InboxState;
  tribes: readonly TribeChoice[];
  now: Date;
  filter: ListFilter;
  more: More;
  onGo: (row: InsightRow, event: MouseEvent) => void;
  onToggle: (id: string) => void;
  onMenu: (id: string, at: Point) => void;
}) {
  const t = useTranslations("insights.list");
  const words = useRowWords();
  const { cursorId, rows, selected } = state;
  const press = useLongPress((target, at) => {
    const option = target.closest("[role=option]");
    // The menu key says nothing of a row: it means the one under the cursor, and stands beside it.
    const row = option ? rows.find(({ id }) => rowId(id) === option.id) : undefined;
    if (row) return onMenu(row.id, at);
    const box = cursorId ? document.getElementById(rowId(cursorId))?.getBoundingClientRect() : null;
    if (cursorId && box) onMenu(cursorId, { x: box.left + 48, y: box.bottom });
  });
  useLayoutEffect(() => {
    if (cursorId) document.getElementById(rowId(cursorId))?.scrollIntoView({ block: "nearest" });
  }, [cursorId]);
  const waits = filter.state === "inbox" || filter.state === "snoozed";
  // As the list was given, so that its columns stay while one sorts.
  const showsTribe = !waits || state.given.some(({ proposedTribeId }) => proposedTribeId);
  if (rows.length === 0 && !more.hasMore) return <Nothing filter={filter} />;
  return (
    // The frame of the focus lies over the rows, whose lines and grounds would cut it.
    <div className="relative flex min-h-0 flex-1 flex-col after:pointer-events-none after:absolute after:inset-0 after:z-10 has-[[role=listbox]:focus-visible]:after:outline-2 has-[[role=listbox]:focus-visible]:after:-outline-offset-2 has-[[role=listbox]:focus-visible]:after:outline-accent">
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div
          role="listbox"
          tabIndex={0}
          aria-label={t("label")}
          aria-multiselectable
          aria-activedescendant={cursorId ? rowId(cursorId) : undefined}
          {...press}
          className="outline-none touch:[-webkit-touch-callout:none] touch:select-none"
        >
          {rows.map((row) => (
            <InboxRow
              key={row.id}
              row={row}
              words={words}
              tribe={placeOf(tribes, row.tribeId, null).tribe}
              proposed={
                waits ? placeOf(tribes, row.proposedTribeId ?? null, null).tribe : undefined
              }
              showsTribe={showsTribe}
              isCursor={row.id === cursorId}
              isSelected={selected.has(row.id)}
              now={now}
              onGo={onGo}
              onToggle={onToggle}
            />
          ))}
        </div>
        {more.hasMore ? (
          <div className="flex items-center gap-3 px-6 py-3 max-md:px-4">
            <Button onClick={more.load} disabled={more.status === "loading"}>
              {t(more.status === "loading" ? "loading" : "more")}
            </Button>
            <span role="status" className="text-bad">
              {more.status === "failed" ? t("failed") : ""}
            </span>
          </div>
        ) : null}
      </div>
    </div>
  );
}

function useRowWords(): RowWords {
  const t = useTranslations("insights");
  const kind = useTranslations("ui.kind");
  const locale = useLocale();
  return useMemo(() => {
    // Many rows are as old as others, and to put an age into words is most of what a row costs.
    const known = new Map<string, string>();
    const age = ({ unit, count }: AgeWords) => {
      const key = `${count} ${unit}`;
      const words = known.get(key) ?? t(`age.${unit}`, { count });
      known.set(key, words);
      return words;
    };
    return { t, kind, age, locale };
  }, [t, kind, locale]);
}

/** Nothing to sort is good news; nothing found has a next step. */
function Nothing({ filter }: { filter: ListFilter }) {
  const t = useTranslations("insights.list");
  const isNarrowed = countFilters(filter) > 0 || filter.q !== "";
  if (!isNarrowed)
    return (
      <EmptyState
        title={t("emptyInbox")}
        action={<ButtonLink href="/hand-in">{t("handIn")}</ButtonLink>}
      >
        {t("emptyInboxText")}
      </EmptyState>
    );
  return (
    <EmptyState
      title={t("emptyFiltered")}
      action={
        <span className="flex flex-wrap gap-4">
          {filter.state === "all" ? null : (
            <Link
              className="text-accent underline"
              href={`/insights?${addressOf({ ...filter, state: "all" })}`}
            >
              {t("seeAll")}
            </Link>
          )}
          <Link
            className="text-accent underline"
            href={`/insights?${addressOf({ state: filter.state })}`}
          >
            {t("clearFilters")}
          </Link>
        </span>
      }
    />
  );
}
