import Link from "next/link";
import { useTranslations } from "next-intl";
import { InsightOrigin } from "#components/insight/insight-facts.tsx";
import { KeyHint } from "#components/keyboard/key-hint.tsx";
import { keysOf } from "#components/keyboard/key-map.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { ArrowLeft, ChevronLeft, ChevronRight } from "#components/ui/icons.tsx";
import { insightKey } from "#lib/insights/number.ts";
import type { InsightDetail, InsightRow } from "#lib/insights/views.ts";

/** What it is, where it came from, and where it stands among the others. */
export function PaneHead({
  row,
  detail,
  position,
}: {
  row: InsightRow;
  detail: InsightDetail | undefined;
  /** "6 of 48". */
  position: string;
}) {
  const t = useTranslations("insights.pane");
  const key = insightKey(row.number);
  return (
    <header className="flex h-10 shrink-0 items-center gap-2 border-line px-6 text-xs whitespace-nowrap max-md:-mb-3 max-md:px-4 md:border-b">
      <Link
        href={`/insights/${key}`}
        prefetch={false}
        aria-label={t("openPage", { insight: key })}
        className="text-ink-muted underline decoration-line underline-offset-4 hover:text-ink"
      >
        {key}
      </Link>
      <InsightOrigin row={row} detail={detail} />
      <span className="ml-auto flex items-center gap-1.5 text-ink-muted max-md:hidden">
        {position}
        <KeyHint keys={keysOf("previous")} />
        <KeyHint keys={keysOf("next")} />
      </span>
    </header>
  );
}

/** On a phone: the way back to the list, and among its insights. */
export function PaneWays({
  position,
  onMove,
  onBack,
}: {
  position: string;
  onMove: (by: 1 | -1) => void;
  onBack: () => void;
}) {
  const t = useTranslations("insights.pane");
  return (
    <div className="sticky top-0 z-10 flex items-center border-b border-line bg-surface px-1 md:hidden">
      <IconButton
        label={t("back")}
        icon={<ArrowLeft aria-hidden size={16} strokeWidth={1.5} />}
        onClick={onBack}
      />
      <span className="flex-1 text-right text-xs text-ink-muted">{position}</span>
      <IconButton
        label={t("previous")}
        icon={<ChevronLeft aria-hidden size={16} strokeWidth={1.5} />}
        onClick={() => onMove(-1)}
      />
      <IconButton
        label={t("next")}
        icon={<ChevronRight aria-hidden size={16} strokeWidth={1.5} />}
        onClick={() => onMove(1)}
      />
    </div>
  );
}
