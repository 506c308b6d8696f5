import { useTranslations } from "next-intl";
import type { Acts } from "#components/insight/acts/use-acts.ts";
import { keysOf } from "#components/keyboard/key-map.ts";
import { MenuItem } from "#components/ui/menu.tsx";
import { insightKinds } from "#lib/insights/kinds.ts";

/** What can be done, as entries of a menu: those that `isWanted` chooses. */
export function ActItems({
  acts,
  isWanted,
}: {
  acts: Acts;
  isWanted: (act: Acts["offered"][number]) => boolean;
}) {
  const t = useTranslations("insights");
  const [only] = acts.rows.length === 1 ? acts.rows : [];
  return acts.offered.filter(isWanted).map(({ name, key }) => {
    if (name === "setKind")
      return insightKinds
        .filter((kind) => kind !== only?.kind)
        .map((kind) => (
          <MenuItem key={kind} onSelect={() => acts.setKind(kind)}>
            {t("act.setKind", { kind: t(`kind.${kind}`) })}
          </MenuItem>
        ));
    return (
      <MenuItem key={name} {...(key ? { keys: keysOf(key) } : {})} onSelect={() => acts.run(name)}>
        {t(`act.${name}`)}
      </MenuItem>
    );
  });
}
