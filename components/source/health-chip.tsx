import { useTranslations } from "next-intl";
import { type ShownState, StateChip } from "#components/ui/state-chip.tsx";
import type { SourceHealth } from "#lib/desks/health.ts";

const states = {
  files: "draft",
  waiting: "due",
  well: "onTrack",
  late: "late",
  failing: "broken",
  paused: "closed",
} as const satisfies Record<SourceHealth, ShownState>;

/** How a source fares, in a word. */
export function HealthChip({ health }: { health: SourceHealth }) {
  const t = useTranslations("sources.health");
  return <StateChip state={states[health]}>{t(health)}</StateChip>;
}
