"use client";

import { useRef } from "react";
import { usePicking } from "#components/distribution/distribution-context.ts";
import { EntryRow } from "#components/distribution/entry-row.tsx";
import { PoolOrder } from "#components/distribution/pool-order.tsx";
import { useDistributionWords } from "#components/distribution/use-distribution-words.ts";
import { useDropTarget } from "#components/roadmap/use-drag.ts";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { Entry, EntryOrder } from "#lib/distribution/entries.ts";

/** What waits for a team: themes, then what stands alone, then what an earlier quarter left. */
export function Pool({
  entries,
  isCut,
  order,
  onOrder,
  onLeave,
}: {
  entries: readonly Entry[];
  isCut: boolean;
  order: EntryOrder;
  onOrder: (order: EntryOrder) => void;
  /** What is carried over stays with who has it; absent where this person may not say so. */
  onLeave: (() => void) | undefined;
}) {
  const ref = useRef<HTMLElement>(null);
  const { mayDrag, over } = usePicking();
  const { t } = useDistributionWords();
  useDropTarget(ref, "pool", mayDrag);
  const fresh = entries.filter(({ carriedFrom }) => carriedFrom === null);
  const themes = fresh.filter(({ themeId }) => themeId !== null);
  const alone = fresh.filter(({ themeId }) => themeId === null);
  const carried = entries.filter(({ carriedFrom }) => carriedFrom !== null);
  // By value or by age all stand in one list.
  const groups =
    order.sort === "theme" && order.by === "theme"
      ? ([
          { name: "themes", rows: themes },
          { name: "alone", rows: alone },
          { name: "carried", rows: carried },
        ] as const)
      : ([
          { name: "themes", rows: fresh },
          { name: "carried", rows: carried },
        ] as const);
  return (
    <section
      ref={ref}
      aria-label={t("pool.title")}
      className={classNames(
        "min-h-0 overflow-y-auto border-r border-line bg-canvas max-lg:max-h-[60dvh] max-lg:border-r-0 max-lg:border-b",
        over === "pool" && "outline-2 -outline-offset-2 outline-accent outline-dashed",
      )}
    >
      <div className="flex flex-wrap items-baseline gap-x-2 border-b border-line px-6 py-3 max-lg:px-4">
        <h2 className="text-base font-semibold">{t("pool.title")}</h2>
        <span className="text-xs text-ink-muted">
          {t("pool.note", {
            themes: themes.length,
            alone: alone.length,
            carried: sum(carried),
          })}
        </span>
        <PoolOrder order={order} onOrder={onOrder} />
        {isCut ? <p className="w-full text-xs text-warn">{t("pool.cut")}</p> : null}
      </div>
      {entries.length === 0 ? (
        <p className="px-6 py-3 text-ink-muted max-lg:px-4">{t("pool.empty")}</p>
      ) : null}
      {groups.map(({ name, rows }) =>
        rows.length === 0 ? null : (
          <div key={name}>
            {name === "themes" ? null : (
              <h3 className="border-b border-line px-6 pt-3 pb-1 text-xs font-medium text-ink-muted max-lg:px-4">
                {t(`pool.${name}`)}
              </h3>
            )}
            {name === "carried" && onLeave ? (
              <div className="border-b border-line px-6 py-2 max-lg:px-4">
                <p className="text-xs text-ink-muted">
                  {t("pool.carriedAsk", { count: sum(carried) })}
                </p>
                <Button onClick={onLeave} className="mt-1">
                  {t("pool.leave")}
                </Button>
              </div>
            ) : null}
            <ul>
              {rows.map((entry) => (
                <EntryRow key={entry.id} entry={entry} />
              ))}
            </ul>
          </div>
        ),
      )}
    </section>
  );
}

function sum(entries: readonly Entry[]): number {
  return entries.reduce((total, { insights }) => total + insights.length, 0);
}
