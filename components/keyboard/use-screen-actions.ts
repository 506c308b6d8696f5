import { useTranslations } from "next-intl";
import { useState } from "react";
import type { BindingId } from "#components/keyboard/key-map.ts";
import { type Available, availableBindings } from "#components/keyboard/registry.ts";

export type Action = {
  readonly id: string;
  readonly label: string;
  readonly keys: string;
  readonly run: () => void;
};

/** Moving about is for keys alone, and opening this menu from itself says nothing. */
const LEFT_OUT = new Set([
  ...["next", "previous", "extendDown", "extendUp", "open", "back", "select", "commandMenu"],
  ...["release", "teamBefore", "teamAfter", "rankUp", "rankDown", "send"],
]);

/** What the shown screen can do, by what it acts on; read once, when the menu opens. */
export function useScreenActions() {
  const t = useTranslations("keys");
  const [available] = useState(availableBindings);
  const wanted = available.filter(
    ({ binding }) => binding.scope !== "go" && !LEFT_OUT.has(binding.id),
  );
  // What one chooses says itself what it is.
  const labelOf = (id: BindingId) => (id === "chooseDigit" ? "" : t(`label.${id}`));
  const headingOf = ({ registration, binding }: Available) => {
    const subject = registration.subject();
    if (subject) return t("menu.for", { subject });
    return binding.scope === "anywhere" ? t("scope.anywhere") : t("menu.here");
  };
  const byHeading = Map.groupBy(wanted, headingOf);
  return [...byHeading].map(([heading, bindings]) => ({
    heading,
    actions: bindings.flatMap((one) => actionsOf(one, labelOf(one.binding.id))),
  }));
}

function actionsOf({ binding, registration }: Available, label: string): Action[] {
  const run = (digit: number | null) => () => {
    registration.handlers()[binding.id]?.({ digit });
  };
  const keys = binding.keys[0];
  if (keys !== "1-9") return [{ id: binding.id, label, keys, run: run(null) }];
  return registration.digits().map((name, index) => ({
    id: `${binding.id}-${index + 1}`,
    label: `${label} ${name}`.trim(),
    keys: `${index + 1}`,
    run: run(index + 1),
  }));
}
