"use client";

import { useRef } from "react";
import { useHand } from "#components/roadmap/roadmap-context.ts";
import { useDraggable, useDropTarget } from "#components/roadmap/use-drag.ts";
import { useRoadmapWords } from "#components/roadmap/use-words.ts";
import { classNames } from "#components/ui/class-names.ts";
import { ArrowDown, Wrench } from "#components/ui/icons.tsx";
import type { TrayCard } from "#lib/roadmap/board.ts";
import { trayId } from "#lib/roadmap/neighbour.ts";

/** What is still to place, best score first. Dropping a card here takes it out of the quarter. */
export function Tray({ cards }: { cards: readonly TrayCard[] }) {
  const ref = useRef<HTMLElement>(null);
  const { mayDraft } = useHand();
  const { t } = useRoadmapWords();
  useDropTarget(ref, "tray", mayDraft);
  return (
    <aside
      ref={ref}
      aria-label={t("tray.title")}
      className="min-h-0 overflow-y-auto border-l border-line bg-canvas max-lg:border-t max-lg:border-l-0"
    >
      <div className="flex flex-wrap items-baseline gap-x-2 px-4 pt-2.5 pb-2">
        <h2 className="text-base font-semibold">{t("tray.title")}</h2>
        <span className="text-xs text-ink-muted">{t("tray.count", { count: cards.length })}</span>
      </div>
      {cards.length === 0 ? <p className="px-4 pb-4 text-ink-muted">{t("tray.empty")}</p> : null}
      <ol>
        {cards.map((card, index) => (
          <TrayRow key={card.initiativeId} card={card} rank={index + 1} />
        ))}
      </ol>
    </aside>
  );
}

function TrayRow({ card, rank }: { card: TrayCard; rank: number }) {
  const ref = useRef<HTMLLIElement>(null);
  const { hold, cursor, tabStop, setCursor, mayDraft } = useHand();
  const { t, score, personMonths, cardName, epicMark, epicWords } = useRoadmapWords();
  const id = trayId(card.initiativeId);
  useDraggable(ref, id, mayDraft);
  const isHeld = hold?.from === null && hold.subject.initiativeId === card.initiativeId;
  return (
    <li
      ref={ref}
      className={classNames(
        "border-t border-line",
        mayDraft && "cursor-grab",
        isHeld && "outline-1 -outline-offset-1 outline-accent outline-dashed",
      )}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: Firefox drags no <button>. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter is bound for the whole board. */}
      <div
        role="button"
        tabIndex={tabStop === id ? 0 : -1}
        data-card={id}
        aria-pressed={isHeld}
        onFocus={() => setCursor(id)}
        onClick={(event) => event.currentTarget.focus()}
        className={classNames(
          "grid grid-cols-[1.125rem_minmax(0,1fr)_auto] items-center gap-2 px-4 py-1.5 focus-visible:-outline-offset-2",
          cursor === id && "bg-accent-soft",
        )}
      >
        <span className="sr-only">
          {cardName(card, card.leftHalfMonths)}, {card.team}, {t("tray.title")}
        </span>
        <span aria-hidden className="text-xs text-ink-faint">
          {card.kind === "tech" ? <Wrench size={14} strokeWidth={1.5} /> : rank}
        </span>
        <span aria-hidden className="min-w-0">
          <span className={classNames(cursor === id ? "line-clamp-3" : "truncate", "block")}>
            {card.title}
          </span>
          <span className="block truncate text-xs text-ink-muted">
            {card.team} ·{" "}
            {card.leftHalfMonths === null ? t("tray.noEffort") : personMonths(card.leftHalfMonths)}
            {card.epic ? (
              <span title={epicWords(card.epic)}>{` · ${epicMark(card.epic)}`}</span>
            ) : null}
          </span>
        </span>
        <span aria-hidden className="inline-flex items-center">
          {card.origin === "top-down" ? <ArrowDown size={12} strokeWidth={1.5} /> : null}
          {card.score === null ? (
            <span className="text-xs text-ink-muted">{t("card.noScore")}</span>
          ) : (
            <b>{score(card.score)}</b>
          )}
        </span>
      </div>
    </li>
  );
}
