import { useTranslations } from "next-intl";
import { keysOf } from "#components/keyboard/key-map.ts";
import { SelectionStrip, StripAction, StripRule } from "#components/ui/selection-strip.tsx";
import type { DistributionTeam } from "#lib/distribution/views.ts";

/** What can be done to the selection: one button a team, as the digits do. */
export function DistributionStrip({
  count,
  teams,
  ownTeam,
  mayTakeBack,
  onClear,
  onGive,
  onClaim,
  onTakeBack,
}: {
  count: number;
  /** To share out to; empty where this person may not. */
  teams: readonly DistributionTeam[];
  /** To claim into. */
  ownTeam: DistributionTeam | undefined;
  mayTakeBack: boolean;
  onClear: () => void;
  onGive: (team: DistributionTeam) => void;
  onClaim: () => void;
  onTakeBack: () => void;
}) {
  const t = useTranslations("distribution.act");
  return (
    <SelectionStrip count={count} onClear={onClear}>
      {teams.map((team, index) => (
        <StripAction key={team.id} keys={`${index + 1}`} onClick={() => onGive(team)}>
          <span className="sr-only">{t("give")} </span>
          {team.name}
        </StripAction>
      ))}
      {ownTeam ? (
        <StripAction keys={keysOf("claim")} onClick={onClaim}>
          {t("claim", { team: ownTeam.name })}
        </StripAction>
      ) : null}
      {mayTakeBack ? (
        <>
          <StripRule />
          <StripAction keys={keysOf("takeBack")} onClick={onTakeBack}>
            {t("takeBack")}
          </StripAction>
        </>
      ) : null}
    </SelectionStrip>
  );
}
