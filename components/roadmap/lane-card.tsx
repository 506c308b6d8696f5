"use client";

import { useRef } from "react";
import { CardFace } from "#components/roadmap/card-face.tsx";
import { useHand } from "#components/roadmap/roadmap-context.ts";
import { useDraggable } from "#components/roadmap/use-drag.ts";
import { useRoadmapWords } from "#components/roadmap/use-words.ts";
import { classNames } from "#components/ui/class-names.ts";
import { TRIBE_EDGE, tribeHue } from "#components/ui/tribe-hue.ts";
import type { Card, Lane } from "#lib/roadmap/board.ts";

/** As wide as its effort on the scale of all lanes. Tech is inked: dark bases add up to the gauge. */
export function LaneCard({
  card,
  lane,
  tribePosition,
  rank,
}: {
  card: Card;
  lane: Lane;
  tribePosition: number;
  rank: number;
}) {
  const ref = useRef<HTMLLIElement>(null);
  const { hold, cursor, tabStop, setCursor, isOpen, scale } = useHand();
  const { t, cardName } = useRoadmapWords();
  const open = isOpen(lane.teamId);
  useDraggable(ref, card.id, open);
  const isHeld = hold?.from?.itemId === card.id;
  const isTech = card.kind === "tech";
  return (
    <li
      ref={ref}
      style={{ width: `calc(100% * ${card.effortHalfMonths} / ${scale} - 4px)` }}
      className={classNames(
        "mr-1 h-9.5 flex-none rounded-card border",
        open && "cursor-grab",
        isHeld ? "border-dashed border-accent" : "border-line",
        isTech
          ? "border-b-3 border-b-fill bg-sunk"
          : `border-l-2 bg-surface ${TRIBE_EDGE[tribeHue(tribePosition)]}`,
      )}
    >
      {/* A button that can be dragged in every browser: Firefox drags no <button>. */}
      {/* biome-ignore lint/a11y/useSemanticElements: see above. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter is bound for the whole board. */}
      <div
        role="button"
        tabIndex={tabStop === card.id ? 0 : -1}
        data-card={card.id}
        data-initiative={card.number}
        aria-pressed={isHeld}
        onFocus={() => setCursor(card.id)}
        onClick={(event) => event.currentTarget.focus()}
        className={classNames(
          "size-full rounded-card focus-visible:outline-offset-1",
          cursor === card.id && "bg-accent-soft",
        )}
      >
        <span className="sr-only">
          {cardName(card, card.effortHalfMonths)},{" "}
          {t("card.place", { team: lane.name, rank, of: lane.cards.length })}
        </span>
        <CardFace card={card} halfMonths={card.effortHalfMonths} />
      </div>
    </li>
  );
}
