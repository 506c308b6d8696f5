import { useRoadmapWords } from "#components/roadmap/use-words.ts";
import { ArrowDown, Wrench } from "#components/ui/icons.tsx";
import type { Subject } from "#lib/roadmap/board.ts";

/** What a card shows: the title, its effort at the left, its epic, its score at the right. */
export function CardFace({ card, halfMonths }: { card: Subject; halfMonths: number }) {
  const { months, score, epicMark, epicWords } = useRoadmapWords();
  return (
    <span
      aria-hidden
      title={card.title}
      className="@container block min-w-0 overflow-hidden px-1.5 pt-0.5"
    >
      {/* One month wide, a line holds three letters: two smaller ones take the figures' place, which the strip says. */}
      <span className="flex items-center gap-1 text-xs font-medium @max-[4.5rem]:items-start @max-[4.5rem]:text-2xs @max-[4.5rem]:leading-tight">
        {card.kind === "tech" ? <Wrench {...ICON} /> : null}
        <span className="truncate @max-[4.5rem]:line-clamp-2 @max-[4.5rem]:wrap-anywhere @max-[4.5rem]:hyphens-auto @max-[4.5rem]:whitespace-normal">
          {card.title}
        </span>
      </span>
      <span className="flex items-center justify-between gap-1 text-2xs text-ink-muted @max-[4.5rem]:hidden">
        <span>{months(halfMonths)}</span>
        {card.epic ? (
          // A card too narrow for it says it in the strip, and to those who don't see it.
          <span
            title={epicWords(card.epic)}
            className="hidden min-w-0 flex-1 truncate pl-1 @min-[8.5rem]:block"
          >
            {epicMark(card.epic)}
          </span>
        ) : null}
        <span className="inline-flex items-center font-semibold text-ink">
          {card.origin === "top-down" ? <ArrowDown {...ICON} /> : null}
          {card.score === null ? null : score(card.score)}
        </span>
      </span>
    </span>
  );
}

const ICON = { size: 12, strokeWidth: 1.5, className: "shrink-0 text-ink-muted" } as const;
