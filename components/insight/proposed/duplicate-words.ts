import { useTranslations } from "next-intl";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import type { DuplicateOption } from "#lib/proposals/views.ts";
import { quarterName } from "#lib/quarter.ts";

/** Whose it is, since when, and where it stands, in a few words each. */
export function useDuplicateWords() {
  const t = useTranslations("insights");
  const format = useFormatter();
  return {
    whose({ customer, customers, saidAt }: DuplicateOption): string {
      const when = format.dateTime(new Date(saidAt), {
        day: "numeric",
        month: "short",
        year: "numeric",
      });
      if (!customer) return t("proposed.sharingNobody", { when });
      const several = () => t("list.customers", { name: customer, more: customers - 1 });
      return t("proposed.sharing", { customer: customers > 1 ? several() : customer, when });
    },
    standing({ standing }: DuplicateOption): string {
      const { is, tribe, team, quarter, answer } = standing;
      if (is === "merged") return "";
      if (is === "answered") return answer ? t(`answers.${answer}`) : "";
      const place = { tribe: tribe?.name ?? "", team: team ?? "" };
      if (is === "team" && quarter)
        return t("proposed.standing.planned", { ...place, quarter: quarterName(quarter) });
      return t(`proposed.standing.${is}`, place);
    },
  };
}
