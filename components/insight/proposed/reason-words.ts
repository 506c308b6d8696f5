import { useTranslations } from "next-intl";
import type { TribeOption } from "#lib/proposals/views.ts";

type Because = Pick<TribeOption, "reason" | "alike" | "of" | "words">;

/** Why something is proposed, in words: certainty is counts, never a percentage. */
export function useReasonWords() {
  const t = useTranslations("insights.proposed.because");
  const withWords = (reason: string, words: readonly string[]) =>
    words.length > 0 ? t("withWords", { reason, words: words.join(", ") }) : reason;
  const said = ({ reason, alike, of }: Because) =>
    reason === "alike" ? t("alike", { alike, of }) : t(reason, { alike });
  return {
    of: (because: Because) => withWords(said(because), because.words),
    ofTribe(option: TribeOption) {
      const { reason, alike, of, words } = option;
      const tribe = option.tribe.name;
      if (reason !== "alike") return withWords(said(option), words);
      const where = option.team
        ? t("alikeToTeam", { alike, of, tribe, team: option.team.name })
        : t("alikeTo", { alike, of, tribe });
      return withWords(where, words);
    },
  };
}
