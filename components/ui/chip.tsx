import type { ReactNode } from "react";

const TONES = {
  plain: "bg-sunk text-ink-muted",
  line: "border border-line text-ink-muted",
  bad: "bg-bad-soft text-bad",
  warn: "bg-warn-soft text-warn",
  good: "bg-good-soft text-good",
};

export type ChipTone = keyof typeof TONES;

/** A short fact beside a title; at most two in a row. */
export function Chip({
  tone = "plain",
  icon,
  children,
}: {
  tone?: ChipTone;
  icon?: ReactNode;
  children: ReactNode;
}) {
  return (
    <span
      className={`inline-flex h-5 shrink-0 items-center align-middle gap-1 rounded-chip px-1.5 text-xs leading-none whitespace-nowrap ${TONES[tone]}`}
    >
      {icon}
      {children}
    </span>
  );
}
