import { useTranslations } from "next-intl";
import type { Acts } from "#components/insight/acts/use-acts.ts";
import { keysOf } from "#components/keyboard/key-map.ts";
import { SelectionStrip, StripAction, StripRule } from "#components/ui/selection-strip.tsx";
import { TribeFlag } from "#components/ui/tribe-flag.tsx";

/** What can be done to the selection, under the list. */
export function InboxStrip({
  count,
  acts,
  onClear,
}: {
  count: number;
  acts: Acts;
  onClear: () => void;
}) {
  const t = useTranslations("insights.act");
  return (
    <SelectionStrip count={count} onClear={onClear}>
      {acts.tribes.map((tribe, index) => (
        <StripAction
          key={tribe.id}
          keys={`${index + 1}`}
          label={t("giveTo", { tribe: tribe.name })}
          onClick={() => acts.give(tribe)}
        >
          <TribeFlag name={tribe.name} letters={tribe.code} position={tribe.position} decorative />
        </StripAction>
      ))}
      <StripRule />
      {acts.offered.map(({ name, key }) =>
        // Those without a key are in the row's menu.
        name === "give" || name === "setKind" || !key ? null : (
          <StripAction key={name} keys={keysOf(key)} onClick={() => acts.run(name)}>
            {t(name)}
          </StripAction>
        ),
      )}
    </SelectionStrip>
  );
}
