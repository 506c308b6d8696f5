import { useTranslations } from "next-intl";
import { Chip } from "#components/ui/chip.tsx";
import { KindIcon } from "#components/ui/kind-icon.tsx";
import { TribeFlag } from "#components/ui/tribe-flag.tsx";
import type { Initiative } from "#lib/initiatives/reads/initiative.ts";
import { quarterName } from "#lib/quarter.ts";

/** What and whose it is, at a glance. */
export function InitiativeCrumb({
  initiative,
  quarters,
}: {
  initiative: Initiative;
  quarters: readonly string[];
}) {
  const t = useTranslations("initiatives");
  const isTech = initiative.kind === "tech";
  return (
    <>
      <span>INI-{initiative.number}</span>
      <TribeFlag
        name={initiative.tribeName}
        letters={initiative.tribeCode}
        position={initiative.tribePosition}
        decorative
      />
      <span>
        {initiative.tribeName}, {initiative.team}
      </span>
      <Chip tone="line" icon={isTech ? <KindIcon kind="tech" decorative /> : null}>
        {t(isTech ? "form.tech" : "form.product")}
      </Chip>
      <Chip tone="line">
        {t(initiative.origin === "top-down" ? "form.topDown" : "form.bottomUp")}
      </Chip>
      <span>
        {quarters.length > 0
          ? t("plannedIn", { quarters: [...new Set(quarters)].map(quarterName).join(", ") })
          : t("plannedNowhere")}
      </span>
      {initiative.isArchived ? <Chip tone="warn">{t("archived")}</Chip> : null}
    </>
  );
}
