import { useTranslations } from "next-intl";
import { Chip, type ChipTone } from "#components/ui/chip.tsx";
import {
  Ban,
  CircleAlert,
  CircleCheck,
  CircleHelp,
  Clock,
  Loader,
  TriangleAlert,
  Undo2,
} from "#components/ui/icons.tsx";
import type { ImportState } from "#lib/imports/schema.ts";

const looks = {
  queued: { icon: Clock, tone: "line" },
  checking: { icon: Loader, tone: "line" },
  asking: { icon: CircleHelp, tone: "warn" },
  writing: { icon: Loader, tone: "line" },
  done: { icon: CircleCheck, tone: "line" },
  partly: { icon: CircleAlert, tone: "warn" },
  refused: { icon: TriangleAlert, tone: "bad" },
  givenUp: { icon: Ban, tone: "line" },
  failed: { icon: TriangleAlert, tone: "bad" },
  undoing: { icon: Undo2, tone: "line" },
  undone: { icon: Undo2, tone: "line" },
} as const satisfies Record<string, { icon: typeof Clock; tone: ChipTone }>;

export function RunState({
  state,
  share,
  refused,
  isGivenUp,
}: {
  state: ImportState;
  share: number;
  refused: number;
  isGivenUp: boolean;
}) {
  const t = useTranslations("imports.state");
  const shown = isGivenUp ? "givenUp" : state === "done" && refused > 0 ? "partly" : state;
  const { icon: Icon, tone } = looks[shown];
  return (
    <Chip tone={tone} icon={<Icon aria-hidden size={14} strokeWidth={1.5} />}>
      {t(shown, { share })}
    </Chip>
  );
}
