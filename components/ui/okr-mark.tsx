import { useTranslations } from "next-intl";
import { useFormatter } from "#components/i18n/use-formatter.ts";

export type OkrType = "committed" | "aspirational";

/** A filled square at 1.0 for what is committed, a hollow diamond at 0.7 for what is aspired to. */
const GOAL = { committed: 1, aspirational: 0.7 } as const;

/**
 * Progress 0-1 against what its type expects, with a dotted line where it should be today.
 * The number beside it (`OkrProgress`) says the same in words.
 */
export function OkrMeter({
  progress,
  type,
  expected,
  label,
}: {
  /** 0-1, null when nothing was checked in. */
  progress: number | null;
  type: OkrType;
  /** 0-1, where a steady pace would be today; null when that means nothing (keep, hit). */
  expected?: number | null;
  label: string;
}) {
  const t = useTranslations("ui.okr");
  const format = useFormatter();
  const name = t("sentence", {
    label,
    progress: progress === null ? "none" : "some",
    value: format.number(progress ?? 0, ONE_OR_TWO),
    type,
    expected: expected == null ? "none" : "some",
    pace: format.number(expected ?? 0, ONE_OR_TWO),
  });
  return (
    <svg role="img" aria-label={name} className="block h-4 w-full overflow-visible">
      <rect y="6" width="100%" height="4" className="fill-sunk stroke-line" />
      <rect
        y="6"
        width={`${Math.min(1, progress ?? 0) * 100}%`}
        height="4"
        className="fill-fill transition-[width]"
      />
      {expected == null ? null : (
        <svg aria-hidden="true" x={`${expected * 100}%`} className="overflow-visible">
          <line
            y1="2"
            y2="14"
            className="stroke-ink-muted"
            strokeWidth="1.5"
            strokeDasharray="1.5 1.5"
          />
        </svg>
      )}
      <svg aria-hidden="true" x={`${GOAL[type] * 100}%`} y="8" className="overflow-visible">
        <GoalShape type={type} />
      </svg>
    </svg>
  );
}

/** The mark alone, for a legend; its word stands beside it. */
export function OkrMark({ type }: { type: OkrType }) {
  return (
    <svg aria-hidden="true" viewBox="-6 -6 12 12" className="inline-block size-3">
      <GoalShape type={type} />
    </svg>
  );
}

function GoalShape({ type }: { type: OkrType }) {
  return type === "committed" ? (
    <rect x="-4.5" y="-4.5" width="9" height="9" className="fill-ink stroke-surface" />
  ) : (
    <rect
      x="-3.6"
      y="-3.6"
      width="7.2"
      height="7.2"
      transform="rotate(45)"
      strokeWidth="1.75"
      className="fill-surface stroke-ink"
    />
  );
}

/** "▼ 0.62" while behind the pace, "✓ 0.74" once it was reached, "0.74" else, "–" with nothing checked in. */
export function OkrProgress({
  progress,
  isBehind,
  isReached = null,
}: {
  progress: number | null;
  isBehind?: boolean;
  /** Once the quarter is over. */
  isReached?: boolean | null;
}) {
  const t = useTranslations("ui.okr");
  const format = useFormatter();
  if (progress === null) return <span className="text-ink-muted">–</span>;
  const number = format.number(progress, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  if (isReached !== null)
    return (
      <span className={`whitespace-nowrap ${isReached ? "text-good" : ""}`}>
        {isReached ? <span aria-hidden>✓ </span> : null}
        {number}
        <span className="sr-only"> {t(isReached ? "reached" : "missed")}</span>
      </span>
    );
  if (!isBehind) return <span>{number}</span>;
  return (
    <span className="whitespace-nowrap text-warn">
      <span aria-hidden>▼ </span>
      {number}
      <span className="sr-only"> {t("behind")}</span>
    </span>
  );
}

const ONE_OR_TWO = { minimumFractionDigits: 1, maximumFractionDigits: 2 };
