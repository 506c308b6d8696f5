import { useTranslations } from "next-intl";
import type { Acts } from "#components/insight/acts/use-acts.ts";
import { isWaiting } from "#components/insight/inbox/use-triage.ts";
import type { ProposalActs } from "#components/insight/proposed/proposal-line.tsx";
import type { Proposed, Refusal } from "#components/insight/proposed/use-proposed.ts";
import { useGiveTheme } from "#components/theme/use-give-theme.ts";
import type { Asked } from "#lib/commands.ts";
import type { TextLanguage } from "#lib/insights/language.ts";
import { insightKey } from "#lib/insights/number.ts";
import type { InsightRow } from "#lib/insights/views.ts";
import type { DuplicateOption, ThemeOption, TribeOption } from "#lib/proposals/views.ts";

export type ProposedTies = {
  row: InsightRow;
  acts: Acts;
  proposed: Proposed;
  /** The server has put these under a theme. */
  onGrouped: (ids: string[]) => void;
};

/** What confirms each thing that is proposed, and what says no to it, with their words. */
export function useProposedActs({ row, acts, proposed, onGrouped }: ProposedTies) {
  const t = useTranslations("insights.proposed");
  const giveTheme = useGiveTheme([row], () => onGrouped([row.id]));
  const insightId = row.id;
  const may = (name: Acts["offered"][number]["name"]) =>
    acts.offered.some((one) => one.name === name);
  return {
    tribe: ({ tribe }: TribeOption): (ProposalActs & { refuse: object }) | null =>
      may("give")
        ? {
            confirm: {
              words: t("confirm"),
              label: t("confirmTo", { tribe: tribe.name }),
              run: () => acts.triage.confirm([{ row, tribe }]),
            },
            refuse: {
              words: t("no"),
              label: t("noOf", { what: tribe.name }),
              run: () => proposed.refuse({ insightId, kind: "tribe", target: tribe.id }),
            },
          }
        : null,
    // Of what waits for a Tribe, the theme's Tribe comes with it.
    theme: ({ theme, tribe }: ThemeOption): ProposalActs | null =>
      may("theme")
        ? {
            confirm:
              isWaiting(row) && may("give")
                ? {
                    words: t("chooseAndGive", { tribe: tribe.name }),
                    label: t("chooseThemeAndGive", { theme: theme.title, tribe: tribe.name }),
                    run: () => acts.triage.groupAndGive([row], theme, tribe),
                  }
                : {
                    words: t("choose"),
                    label: t("chooseTheme", { theme: theme.title }),
                    run: () => giveTheme.group(theme),
                  },
            refuse: may("give")
              ? {
                  words: t("no"),
                  label: t("noOf", { what: theme.title }),
                  run: () => proposed.refuse({ insightId, kind: "theme", target: theme.id }),
                }
              : null,
          }
        : null,
    newTheme: (name: string): ProposalActs | null =>
      may("theme")
        ? {
            confirm: {
              words: t("create"),
              label: t("createTheme", { theme: name }),
              run: () => acts.createTheme(name),
            },
            refuse: may("give")
              ? {
                  words: t("no"),
                  label: t("noOf", { what: name }),
                  run: () => proposed.refuse({ insightId, kind: "new-theme", target: name }),
                }
              : null,
          }
        : null,
    duplicate: (other: DuplicateOption): ProposalActs | null =>
      may("merge")
        ? {
            confirm: {
              words: t("merge"),
              label: t("mergeInto", { insight: insightKey(other.number) }),
              run: () => acts.triage.merge([row], other),
            },
            refuse: {
              words: t("notSame"),
              label: t("notSameAs", { insight: insightKey(other.number) }),
              run: () =>
                proposed.refuse({ insightId, kind: "duplicate", target: other.id }, other.number),
            },
          }
        : null,
    kind: (kind: InsightRow["kind"], words: string): ProposalActs | null =>
      said({ insightId, kind: "kind", target: kind }, words, () => acts.setKind(kind)),
    language: (language: TextLanguage, words: string): ProposalActs | null =>
      told({ insightId, kind: "language", target: language }, words, {
        name: "insight.edit-language",
        input: { ids: [insightId], language, was: {} },
      }),
    severity: (severity: string, words: string): ProposalActs | null =>
      told({ insightId, kind: "severity", target: severity }, words, {
        name: "insight.edit-severity",
        input: { ids: [insightId], severity, was: {} },
      }),
    customer: ({ id, name }: { id: string; name: string }): ProposalActs | null =>
      told({ insightId, kind: "customer", target: id }, name, {
        name: "insight.add-customer",
        input: { ids: [insightId], organisationId: id },
      }),
  };

  function told(refusal: Refusal, words: string, asked: Asked): ProposalActs | null {
    const label = t("said", { insight: insightKey(row.number), what: words });
    return said(refusal, words, () => proposed.confirm(refusal, asked, label));
  }

  /** A fact: said as it is proposed, or not that. */
  function said(refusal: Refusal, words: string, run: () => void): ProposalActs | null {
    if (!may("setKind")) return null;
    return {
      confirm: { words: t("confirm"), label: t("confirmTo", { tribe: words }), run },
      refuse: {
        words: t("no"),
        label: t("noOf", { what: words }),
        run: () => proposed.refuse(refusal),
      },
    };
  }
}

export type ProposedActs = ReturnType<typeof useProposedActs>;
