import { useTranslations } from "next-intl";
import { ActItems } from "#components/insight/acts/act-items.tsx";
import type { Acts } from "#components/insight/acts/use-acts.ts";
import { keysOf } from "#components/keyboard/key-map.ts";
import { ContextMenu, type Point } from "#components/ui/context-menu.tsx";
import { MenuItem, MenuLink, MenuRule } from "#components/ui/menu.tsx";
import { TribeFlag } from "#components/ui/tribe-flag.tsx";
import { insightKey } from "#lib/insights/number.ts";

/** The same acts where the hand is, on the row or on the selection that it belongs to. */
export default function RowMenu({
  acts,
  at,
  onComment,
  onClose,
}: {
  acts: Acts;
  at: Point;
  onComment: () => void;
  onClose: () => void;
}) {
  const t = useTranslations("insights");
  const [row] = acts.rows;
  if (!row) return null;
  const isOne = acts.rows.length === 1;
  const key = insightKey(row.number);
  return (
    <ContextMenu
      label={t("act.menu", { count: acts.rows.length, insight: key })}
      at={at}
      onClose={onClose}
    >
      {acts.tribes.map((tribe, index) => (
        <MenuItem
          key={tribe.id}
          keys={`${index + 1}`}
          icon={
            <TribeFlag
              name={tribe.name}
              letters={tribe.code}
              position={tribe.position}
              decorative
            />
          }
          onSelect={() => acts.give(tribe)}
        >
          {tribe.name}
        </MenuItem>
      ))}
      <MenuRule />
      <ActItems acts={acts} isWanted={({ key }) => key !== undefined} />
      {isOne ? (
        <MenuItem keys={keysOf("comment")} onSelect={onComment}>
          {t("act.comment")}
        </MenuItem>
      ) : null}
      <MenuRule />
      <ActItems acts={acts} isWanted={({ key }) => key === undefined} />
      {isOne ? (
        <MenuLink href={`/insights/${key}`}>{t("act.open", { insight: key })}</MenuLink>
      ) : null}
    </ContextMenu>
  );
}
