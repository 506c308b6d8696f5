import { useTranslations } from "next-intl";
import type { TriageDialog } from "#components/insight/inbox/triage-dialogs.tsx";
import { keysOf } from "#components/keyboard/key-map.ts";
import { SelectionStrip, StripAction, StripRule } from "#components/ui/selection-strip.tsx";
import { TribeFlag } from "#components/ui/tribe-flag.tsx";
import type { TribeChoice } from "#lib/insights/views.ts";

/** What can be done to the selection, under the list. */
export function InboxStrip({
  count,
  tribes,
  onClear,
  onGive,
  onAsk,
}: {
  count: number;
  tribes: readonly TribeChoice[];
  onClear: () => void;
  onGive: (tribe: TribeChoice) => void;
  onAsk: (dialog: TriageDialog) => void;
}) {
  const t = useTranslations("insights.act");
  return (
    <SelectionStrip count={count} onClear={onClear}>
      {tribes.slice(0, 9).map((tribe, index) => (
        <StripAction
          key={tribe.id}
          keys={`${index + 1}`}
          label={t("giveTo", { tribe: tribe.name })}
          onClick={() => onGive(tribe)}
        >
          <TribeFlag name={tribe.name} letters={tribe.code} position={tribe.position} decorative />
        </StripAction>
      ))}
      <StripRule />
      <StripAction keys={keysOf("answered")} onClick={() => onAsk({ name: "answer" })}>
        {t("answer")}
      </StripAction>
      <StripAction keys={keysOf("theme")} onClick={() => onAsk({ name: "theme" })}>
        {t("theme")}
      </StripAction>
      <StripAction keys={keysOf("merge")} onClick={() => onAsk({ name: "merge" })}>
        {t("merge")}
      </StripAction>
      <StripAction keys={keysOf("decline")} onClick={() => onAsk({ name: "decline" })}>
        {t("decline")}
      </StripAction>
      <StripAction keys={keysOf("snooze")} onClick={() => onAsk({ name: "snooze" })}>
        {t("snooze")}
      </StripAction>
    </SelectionStrip>
  );
}
