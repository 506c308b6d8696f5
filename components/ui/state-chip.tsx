import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Chip, type ChipTone } from "#components/ui/chip.tsx";
import {
  Check,
  CircleCheck,
  CircleDashed,
  Clock,
  Eye,
  type Icon,
  Lock,
  TriangleAlert,
} from "#components/ui/icons.tsx";

const STATES = {
  broken: { icon: TriangleAlert, tone: "bad" },
  late: { icon: TriangleAlert, tone: "bad" },
  due: { icon: Clock, tone: "warn" },
  watch: { icon: Eye, tone: "warn" },
  kept: { icon: Check, tone: "good" },
  done: { icon: Check, tone: "good" },
  onTrack: { icon: CircleCheck, tone: "line" },
  draft: { icon: CircleDashed, tone: "line" },
  committed: { icon: CircleCheck, tone: "line" },
  closed: { icon: Lock, tone: "line" },
  private: { icon: Lock, tone: "line" },
} as const satisfies Record<string, { icon: Icon; tone: ChipTone }>;

export type ShownState = keyof typeof STATES;

/** A state with its icon and its word, never its colour alone; `children` says it more exactly. */
export function StateChip({ state, children }: { state: ShownState; children?: ReactNode }) {
  const t = useTranslations("ui.state");
  const { icon: Icon, tone } = STATES[state];
  return (
    <Chip tone={tone} icon={<Icon aria-hidden size={14} strokeWidth={1.5} />}>
      {children ?? t(state)}
    </Chip>
  );
}
