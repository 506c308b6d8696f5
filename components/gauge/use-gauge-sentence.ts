import { useGaugeWords } from "#components/gauge/use-gauge-words.ts";
import type { Band } from "#lib/roadmap/band.ts";
import { type Effort, type TechShare, techShare } from "#lib/roadmap/tech-share.ts";

export type BandGaugeProps = Effort & {
  /** The perimeter: a team, a Tribe, "All Tribes". */
  name: string;
  band: Band;
  /** The company's band, when `band` is another one. */
  companyBand?: Band | null | undefined;
  /** Who chose the narrower band. */
  narrowedBy?: string | undefined;
  /** The effort after the move under the person's hand. */
  whatIf?: Effort | null | undefined;
};

/** The whole gauge as one sentence: the picture's name, and what a live region says once a lane. */
export function useGaugeSentence(gauge: BandGaugeProps): string {
  const { t, share, mend, claim, range } = useGaugeWords();
  const whatIfWords = useWhatIfWords();
  const { name, band, companyBand, whatIf } = gauge;
  const now = techShare(gauge);
  if (now.state === "none" && !whatIf) return t("sentence.none", { name, range: range(band) });
  if (whatIf) {
    const after = techShare({ ...whatIf, band });
    const words = whatIfWords(now, after);
    return t("sentence.whatIf", { name, now: share(now, band), after: share(after, band), words });
  }
  return t("sentence.now", {
    name,
    share: share(now, band),
    claim: claim(now, band, Boolean(companyBand)),
    range: range(band),
    mend: mend(now) ?? "none",
  });
}

/** "if you place it here; 0.5 p-m of tech will be missing". */
export function useWhatIfWords() {
  const { t, personMonths } = useGaugeWords();
  return (now: TechShare, after: TechShare): string => {
    if (after.state === "within") {
      return t(now.state === "within" ? "whatIf.stays" : "whatIf.mends");
    }
    if (after.state === "none") return t("none.claim");
    const amount = after.state === "below" ? (after.add ?? after.swap) : after.takeOut;
    if (amount === null) return t(`whatIf.${after.state}`);
    return t(`whatIf.${after.state}By`, { amount: personMonths(amount) });
  };
}
