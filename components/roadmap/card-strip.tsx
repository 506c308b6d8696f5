"use client";

import Link from "next/link";
import { KeyHint } from "#components/keyboard/key-hint.tsx";
import { keysOf } from "#components/keyboard/key-map.ts";
import { useHand } from "#components/roadmap/roadmap-context.ts";
import type { Tie } from "#components/roadmap/use-links.ts";
import { useRoadmapWords } from "#components/roadmap/use-words.ts";
import { StripAction, StripRule } from "#components/ui/selection-strip.tsx";
import type { Hold } from "#lib/roadmap/hold.ts";

/** Docked under the lanes: the card at hand in full with what can be done to it, else how the board is read. */
export function CardStrip({
  hold,
  isHeld,
  isOpen,
  onPick,
  onRelease,
  onResize,
  onTakeOut,
  onForm,
  onLink,
}: {
  hold: Hold | null;
  isHeld: boolean;
  isOpen: boolean;
  onPick: () => void;
  onRelease: () => void;
  onResize: (step: 1 | -1) => void;
  onTakeOut: () => void;
  onForm: () => void;
  /** Null for who may tie it to nothing, and while it is held. */
  onLink: ((tie: Tie) => void) | null;
}) {
  const { mayDraft } = useHand();
  const { t, personMonths, score, epicMark, epicWords } = useRoadmapWords();
  if (!hold) return <Legend mayMove={mayDraft} />;
  const { subject, effortHalfMonths, from } = hold;
  return (
    <div
      role="toolbar"
      aria-label={subject.title}
      className="flex min-h-11 shrink-0 flex-wrap items-center gap-x-1 border-t-2 border-accent bg-surface px-6 py-1 whitespace-nowrap max-md:hidden print:hidden"
    >
      <Link
        href={`/initiatives/${subject.number}`}
        className="mr-1 min-w-32 truncate font-semibold"
      >
        {subject.title}
      </Link>
      <span className="text-xs text-ink-muted">
        {personMonths(effortHalfMonths)} ·{" "}
        {subject.score === null
          ? t("card.noScore")
          : t("card.score", { score: score(subject.score) })}
      </span>
      {subject.epic ? (
        <span
          title={epicWords(subject.epic)}
          className="min-w-0 shrink-[9] truncate text-xs text-ink-muted"
        >
          · {[epicMark(subject.epic), subject.epic.status].filter(Boolean).join(" · ")}
        </span>
      ) : null}
      {isOpen ? (
        <>
          <StripRule />
          <StripAction keys="Enter" onClick={onPick}>
            {t(isHeld ? "strip.putDown" : from ? "strip.move" : "strip.place")}
          </StripAction>
          {isHeld ? (
            <StripAction keys="Escape" onClick={onRelease}>
              {t("strip.release")}
            </StripAction>
          ) : (
            <>
              <StripAction onClick={onForm}>{t("strip.form")}</StripAction>
              {from ? (
                <>
                  <StripAction keys="<" onClick={() => onResize(-1)} label={t("strip.smaller")}>
                    −
                  </StripAction>
                  <StripAction keys=">" onClick={() => onResize(1)} label={t("strip.larger")}>
                    +
                  </StripAction>
                  <StripAction keys="Delete" onClick={onTakeOut}>
                    {t("strip.takeOut")}
                  </StripAction>
                </>
              ) : null}
            </>
          )}
        </>
      ) : null}
      {onLink ? (
        <>
          <StripRule />
          <StripAction keys={keysOf("linkKeyResult")} onClick={() => onLink("keyResult")}>
            {t("link.keyResultVerb")}
          </StripAction>
          <StripAction keys={keysOf("linkEpic")} onClick={() => onLink("epic")}>
            {t("link.epicVerb")}
          </StripAction>
        </>
      ) : null}
    </div>
  );
}

function Legend({ mayMove }: { mayMove: boolean }) {
  const { t } = useRoadmapWords();
  return (
    <div className="flex min-h-9 shrink-0 flex-wrap items-center gap-x-2 border-t border-line px-6 text-xs text-ink-muted max-md:hidden print:hidden">
      {mayMove ? (
        <>
          <KeyHint keys="ArrowUp" />
          <KeyHint keys="ArrowDown" />
          {t("legend.team")}
          <KeyHint keys="ArrowLeft" />
          <KeyHint keys="ArrowRight" />
          {t("legend.rank")}
          <KeyHint keys="Enter" />
          {t("legend.place")}
          <KeyHint keys="Escape" />
          {t("legend.release")}
        </>
      ) : null}
      <span className={mayMove ? "ml-6" : ""}>{t("legend.cards")}</span>
    </div>
  );
}
