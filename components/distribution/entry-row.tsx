"use client";

import Link from "next/link";
import { memo, useRef } from "react";
import { usePicking } from "#components/distribution/distribution-context.ts";
import { useDistributionWords } from "#components/distribution/use-distribution-words.ts";
import { useDraggable } from "#components/roadmap/use-drag.ts";
import { classNames } from "#components/ui/class-names.ts";
import { Check, ChevronRight, CornerDownRight } from "#components/ui/icons.tsx";
import { KindIcon } from "#components/ui/kind-icon.tsx";
import { type Entry, weightOf } from "#lib/distribution/entries.ts";
import { insightKey } from "#lib/insights/number.ts";
import { quarterName } from "#lib/quarter.ts";

/** A theme with its insights, or an insight alone: one thing to decide on. */
export const EntryRow = memo(function EntryRow({ entry }: { entry: Entry }) {
  const ref = useRef<HTMLLIElement>(null);
  const picking = usePicking();
  const { t, facts } = useDistributionWords();
  useDraggable(ref, entry.id, picking.mayDrag);
  const isCursor = picking.cursorId === entry.id;
  const isSelected = picking.selected.has(entry.id);
  const weight = weightOf(entry.insights, picking.money);
  const [first] = entry.insights;
  const name = t("entry", { title: entry.title, count: weight.insights });
  function onClick(event: React.MouseEvent<HTMLElement>) {
    if (picking.mayPick && event.shiftKey) picking.reach(entry.id);
    event.currentTarget.focus();
    // A finger has no X: it picks by touching.
    const isPhone = matchMedia("(width < 44rem)").matches;
    if (picking.mayPick && (isPhone || event.metaKey || event.ctrlKey)) picking.toggle(entry.id);
  }
  return (
    <li
      ref={ref}
      className={classNames(
        "relative border-b border-line has-[[data-entry]:focus-visible]:outline-2 has-[[data-entry]:focus-visible]:-outline-offset-2 has-[[data-entry]:focus-visible]:outline-accent",
        picking.mayDrag && "cursor-grab",
        picking.draggedId === entry.id && "opacity-60",
        isSelected ? "bg-accent-soft" : isCursor ? "bg-sunk" : "",
        isCursor &&
          "before:absolute before:-top-px before:-bottom-px before:left-0 before:w-[3px] before:bg-accent",
      )}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: Firefox drags no <button>. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: X is bound for the whole screen. */}
      <div
        role="button"
        tabIndex={isCursor ? 0 : -1}
        data-entry={entry.id}
        aria-label={name}
        aria-pressed={isSelected}
        onFocus={() => picking.go(entry.id)}
        // The focus would move the cursor, from which a range is counted.
        onMouseDown={(event) => (event.shiftKey ? event.preventDefault() : undefined)}
        onClick={onClick}
        className="flex items-start gap-2 px-6 pt-2 outline-none max-lg:px-4"
      >
        <span
          className={classNames(
            "min-w-0 flex-1 font-medium",
            isCursor || isSelected ? "line-clamp-3" : "truncate",
          )}
        >
          {entry.title}
        </span>
        {isSelected ? (
          <span className="mt-0.5 grid size-4 shrink-0 place-items-center rounded-chip bg-accent text-accent-ink">
            <Check aria-hidden size={11} strokeWidth={2.5} />
          </span>
        ) : entry.themeId === null && first ? (
          <span className="grid h-5 place-items-center">
            <KindIcon kind={first.kind} />
          </span>
        ) : null}
      </div>
      <div className="px-6 pb-2 text-xs text-ink-muted max-lg:px-4">
        {entry.themeId === null && first ? (
          <>
            <Link href={`/insights/${insightKey(first.number)}`} className="opens">
              {insightKey(first.number)}
            </Link>
            {` · ${facts(weight, picking.now)}`}
          </>
        ) : (
          <Behind entry={entry}>{` · ${facts(weight, picking.now)}`}</Behind>
        )}
        {entry.carriedFrom ? (
          <p className="mt-0.5 flex items-center gap-1.5">
            <CornerDownRight aria-hidden size={14} strokeWidth={1.5} />
            {t("carriedFrom", {
              team: entry.carriedFrom.team,
              quarter: quarterName(entry.carriedFrom.quarter),
            })}
          </p>
        ) : null}
      </div>
    </li>
  );
});

/** The number opens to the very insights it counts. */
function Behind({ entry, children }: { entry: Entry; children: React.ReactNode }) {
  const { t } = useDistributionWords();
  return (
    <details className="[&[open]>summary>svg]:rotate-90">
      <summary className="flex w-fit list-none items-start gap-0.5 [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden size={12} strokeWidth={1.5} className="mt-0.5 -ml-1 shrink-0" />
        <span>
          <span className="opens">{t("insights", { count: entry.insights.length })}</span>
          {children}
        </span>
      </summary>
      <ul className="mt-1 border-l border-line pl-2.5">
        {entry.insights.map((insight) => (
          <li key={insight.id} className="py-0.5">
            <Link
              href={`/insights/${insightKey(insight.number)}`}
              className="text-ink hover:underline"
            >
              {insight.title}
            </Link>
          </li>
        ))}
      </ul>
      {entry.themeId ? (
        <Link href={`/themes/${entry.themeId}`} className="opens mt-1 inline-block">
          {t("openTheme")}
        </Link>
      ) : null}
    </details>
  );
}
