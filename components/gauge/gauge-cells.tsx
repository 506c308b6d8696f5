import { useGaugeWords } from "#components/gauge/use-gauge-words.ts";
import type { Band } from "#lib/roadmap/band.ts";
import { type Effort, techShare } from "#lib/roadmap/tech-share.ts";

type Props = Effort & { band: Band; companyBand?: Band | null | undefined };

/** The number beside a small gauge: "▼ 17 %", "24 %", "–"; blue with an arrow while something is held. */
export function GaugeShare({ whatIf, ...gauge }: Props & { whatIf?: Effort | null | undefined }) {
  const { share, claim } = useGaugeWords();
  const { band, companyBand } = gauge;
  if (whatIf) {
    const after = techShare({ ...whatIf, band });
    return <b className="whitespace-nowrap text-accent">→ {share(after, band)}</b>;
  }
  const now = techShare(gauge);
  const mark = { below: "▼ ", above: "▲ ", within: "", none: "" }[now.state];
  return (
    <span className={`whitespace-nowrap ${mark ? "text-bad" : ""}`}>
      <span aria-hidden>{mark}</span>
      {share(now, band)}
      {mark ? <span className="sr-only">, {claim(now, band, Boolean(companyBand))}</span> : null}
    </span>
  );
}

/** What is missing or too much, in a cell: "+3 p-m", "swap 2.5 p-m", "−0.5 p-m", the band where it is narrower. */
export function GaugeMend({
  companyBand,
  whatIf,
  ...gauge
}: Props & { whatIf?: Effort | null | undefined }) {
  const { t, personMonths, mend, range } = useGaugeWords();
  const now = techShare(gauge);
  if (whatIf) return <Quiet>{t("whatIf.short")}</Quiet>;
  if (now.state === "none") return <Quiet>{t("none.short")}</Quiet>;
  if (now.state === "within") {
    return companyBand ? <Quiet>{t("band", { range: range(gauge.band) })}</Quiet> : null;
  }
  const [sign, amount] = now.state === "below" ? ["+", now.add] : ["−", now.takeOut];
  if (amount === null && now.swap === null) return null;
  return (
    <span className="text-xs whitespace-nowrap text-bad">
      <span aria-hidden>
        {amount === null
          ? t("swapShort", { amount: personMonths(now.swap ?? 0) })
          : `${sign}${personMonths(amount)}`}
      </span>
      <span className="sr-only">{mend(now)}</span>
    </span>
  );
}

function Quiet({ children }: { children: string }) {
  return <span className="text-xs whitespace-nowrap text-ink-muted">{children}</span>;
}
