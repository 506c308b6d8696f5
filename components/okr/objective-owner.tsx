import { useTranslations } from "next-intl";
import { Lock } from "#components/ui/icons.tsx";
import { TribeFlag } from "#components/ui/tribe-flag.tsx";
import type { ObjectiveNode } from "#lib/okrs/tree.ts";

type Owned = Pick<ObjectiveNode, "level" | "department" | "tribe" | "craft" | "owner" | "isShared">;

/** Whose it is: a Tribe's flag, else the words; a lock beside what is private. */
export function ObjectiveOwner({ objective, quiet }: { objective: Owned; quiet?: boolean }) {
  const t = useTranslations("okrs");
  if (objective.tribe) {
    const { name, code, position } = objective.tribe;
    return <TribeFlag name={name} letters={code} position={position} proposed={quiet ?? false} />;
  }
  const isPrivate = objective.level === "individual" && !objective.isShared;
  return (
    <span className="inline-flex items-center gap-1 text-xs text-ink-muted">
      {isPrivate ? <Lock aria-label={t("private")} role="img" size={14} strokeWidth={1.5} /> : null}
      {wordsOf(objective, t)}
    </span>
  );
}

function wordsOf(objective: Owned, t: ReturnType<typeof useTranslations<"okrs">>): string {
  if (objective.craft) return t(`craft.${objective.craft}`);
  return objective.department?.name ?? objective.owner?.name ?? t(`level.${objective.level}`);
}
