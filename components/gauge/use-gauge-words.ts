import { useTranslations } from "next-intl";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import type { Band } from "#lib/roadmap/band.ts";
import { type TechShare, writtenPercent } from "#lib/roadmap/tech-share.ts";

/** Everything the gauge says, in the person's language. Works on the server and in the browser. */
export function useGaugeWords() {
  const t = useTranslations("gauge");
  const format = useFormatter();

  const percent = (written: number) =>
    format.number(written / 100, { style: "percent", maximumFractionDigits: 1 });

  /** Half person-months, as "2.5 p-m". */
  const personMonths = (halfMonths: number) =>
    t("personMonths", { amount: format.number(halfMonths / 2, { maximumFractionDigits: 1 }) });

  const range = ({ low, high }: Band) => t("range", { low: `${low}`, high: `${high}` });

  const share = (reading: TechShare, band: Band) =>
    reading.share === null ? "–" : percent(writtenPercent(reading.share, reading.state, band));

  /** "add 3 p-m of tech, or swap 2.5 p-m of product for tech"; null when nothing can be said. */
  const mend = (reading: TechShare): string | null => {
    if (reading.state !== "below" && reading.state !== "above") return null;
    const { state, add, swap, takeOut } = reading;
    const ways = [
      add === null ? null : t(`${state}.add`, { amount: personMonths(add) }),
      swap === null ? null : t(`${state}.swap`, { amount: personMonths(swap) }),
      takeOut === null ? null : t(`${state}.takeOut`, { amount: personMonths(takeOut) }),
    ].filter((way) => way !== null);
    const [first, second] = ways;
    if (!first) return null;
    return second ? t("either", { first, second }) : first;
  };

  /** "below the band", or "below 25–40 %" where a narrower one was chosen. */
  const claim = (reading: TechShare, band: Band, isNarrowed: boolean) =>
    isNarrowed && (reading.state === "below" || reading.state === "above")
      ? t(`${reading.state}.ofRange`, { range: range(band) })
      : t(`${reading.state}.claim`);

  return { t, percent, personMonths, range, share, mend, claim };
}
