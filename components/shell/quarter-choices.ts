import type { QuarterChoice } from "#components/shell/quarter-switcher.tsx";
import { type Quarter, shiftQuarter } from "#lib/quarter.ts";

/** The year before, the quarter that runs, two ahead, and the one shown wherever it lies. */
export function quarterChoices(
  room: string,
  shown: Quarter,
  current: Quarter,
  query = "",
): QuarterChoice[] {
  const around = [-4, -3, -2, -1, 0, 1, 2].map((steps) => shiftQuarter(current, steps));
  return [...new Set([...around, shown])].toSorted().map((quarter) => ({
    quarter,
    href: `/${room}/${quarter}${query}`,
  }));
}
