import { useTranslations } from "next-intl";
import { Chip } from "#components/ui/chip.tsx";
import { KindIcon } from "#components/ui/kind-icon.tsx";
import { TribeFlag } from "#components/ui/tribe-flag.tsx";
import type { Initiative } from "#lib/initiatives/reads/initiative.ts";
import { quarterName } from "#lib/quarter.ts";
import { type PartStanding, partStanding } from "#lib/roadmap/part-standing.ts";
import type { PlannedPart } from "#lib/roadmap/reads/roadmap.ts";
import type { Horizon } from "#lib/roadmap/views.ts";

/** What and whose it is, at a glance. */
export function InitiativeCrumb({
  initiative,
  parts,
  quarter,
  isDelivered,
  horizon,
  withPlan,
}: {
  initiative: Initiative;
  parts: readonly PlannedPart[];
  /** The one that it is. */
  quarter: string;
  isDelivered: boolean;
  /** Said instead of the quarters to whoever reads no plan; null where nothing is to come. */
  horizon: Horizon | null;
  withPlan: boolean;
}) {
  const t = useTranslations("initiatives");
  const roadmap = useTranslations("roadmap.horizons");
  const quartersThat = (...standings: PartStanding[]) =>
    [
      ...new Set(
        parts
          .filter((part) =>
            standings.includes(partStanding(part, parts, { current: quarter, isDelivered })),
          )
          .map((part) => quarterName(part.quarter)),
      ),
    ].join(", ");
  const told = {
    deliveredIn: quartersThat("delivered"),
    plannedThen: quartersThat("then"),
    plannedIn: quartersThat("draft", "committed"),
  };
  const words = [
    told.deliveredIn && t("deliveredIn", { quarters: told.deliveredIn }),
    told.plannedThen && t("plannedThen", { quarters: told.plannedThen }),
    told.plannedIn && t("plannedIn", { quarters: told.plannedIn }),
  ].filter(Boolean);
  const planned = words.length > 0 ? words.join(" · ") : t("plannedNowhere");
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
      {withPlan ? (
        <>
          <Chip tone="line">
            {t(initiative.origin === "top-down" ? "form.topDown" : "form.bottomUp")}
          </Chip>
          <span>{planned}</span>
        </>
      ) : null}
      {!withPlan && horizon ? <Chip tone="line">{roadmap(horizon)}</Chip> : null}
      {initiative.isArchived ? <Chip tone="warn">{t("archived")}</Chip> : null}
    </>
  );
}
