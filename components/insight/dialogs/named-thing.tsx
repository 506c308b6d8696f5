import { useTranslations } from "next-intl";
import { Pressable } from "#components/insight/dialogs/pressable.tsx";
import type { Choice } from "#components/ui/combobox/choice.ts";
import { ComboField } from "#components/ui/combobox/combo-field.tsx";

/** What an answer names: one that is proposed, by a press, or any other by its name. */
export function NamedThing({
  label,
  optional,
  hint,
  proposed,
  found,
  isSettled,
  text,
  chosen,
  onText,
  onChoose,
}: {
  label: string;
  optional?: string | undefined;
  hint?: string | undefined;
  proposed: readonly Choice[];
  found: readonly Choice[];
  isSettled: boolean;
  text: string;
  chosen: string | null;
  onText: (text: string) => void;
  onChoose: (choice: Choice | null) => void;
}) {
  const t = useTranslations("insights.dialog");
  return (
    <div className="grid gap-1.5">
      {proposed.length > 0 ? (
        // biome-ignore lint/a11y/useSemanticElements: it groups buttons, not fields.
        <div role="group" aria-label={t("sayings")} className="grid justify-items-start gap-1">
          {proposed.map((one) => (
            <Pressable
              key={one.id}
              isPressed={chosen === one.id}
              onPress={() => onChoose(chosen === one.id ? null : one)}
            >
              {one.label}
            </Pressable>
          ))}
        </div>
      ) : null}
      <ComboField
        label={label}
        optional={optional}
        hint={hint}
        name="named"
        text={text}
        onText={onText}
        choices={found}
        isSettled={isSettled}
        onTake={onChoose}
        keepsEnter
        maxLength={200}
      />
    </div>
  );
}
