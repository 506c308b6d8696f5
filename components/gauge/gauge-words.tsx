import { type BandGaugeProps, useWhatIfWords } from "#components/gauge/use-gauge-sentence.ts";
import { useGaugeWords } from "#components/gauge/use-gauge-words.ts";
import { ArrowRight } from "#components/ui/icons.tsx";
import { type TechShare, techShare } from "#lib/roadmap/tech-share.ts";

/** The number, and beside it what it means and what would mend it. */
export function GaugeWords(gauge: BandGaugeProps) {
  const { share } = useGaugeWords();
  const { band, whatIf } = gauge;
  const now = techShare(gauge);
  return (
    <div aria-hidden className="flex flex-wrap items-baseline gap-x-2.5">
      {whatIf ? (
        <WhatIfWords now={now} after={techShare({ ...whatIf, band })} band={band} />
      ) : (
        <>
          <b className={NUMBER_CLASS}>{share(now, band)}</b>
          <span className="text-xs">
            <Claim gauge={gauge} now={now} />
          </span>
        </>
      )}
    </div>
  );
}

const NUMBER_CLASS = "text-[1.25rem] leading-6.5 font-medium tracking-[-0.02em] whitespace-nowrap";

function WhatIfWords({
  now,
  after,
  band,
}: {
  now: TechShare;
  after: TechShare;
  band: BandGaugeProps["band"];
}) {
  const { share } = useGaugeWords();
  const words = useWhatIfWords();
  return (
    <>
      <span className="text-base whitespace-nowrap text-ink-faint">{share(now, band)}</span>
      <ArrowRight size={14} strokeWidth={1.5} className="self-center" />
      <b className={`${NUMBER_CLASS} text-accent`}>{share(after, band)}</b>
      <span className="text-xs">{words(now, after)}</span>
    </>
  );
}

function Claim({ gauge, now }: { gauge: BandGaugeProps; now: TechShare }) {
  const { t, claim, mend, range, personMonths } = useGaugeWords();
  const { band, companyBand, narrowedBy } = gauge;
  const isOutside = now.state === "below" || now.state === "above";
  const mending = mend(now);
  const room = now.state === "within" && now.room ? personMonths(now.room) : null;
  return (
    <>
      <span className={isOutside ? "text-bad" : undefined}>
        {now.state === "below" ? "▼ " : null}
        {now.state === "above" ? "▲ " : null}
        {claim(now, band, Boolean(companyBand))}
      </span>
      {mending ? t("mendAfter", { mend: mending }) : null}
      {room ? t("room", { amount: room }) : null}
      {companyBand ? (
        <span className="text-ink-muted">
          {t("narrowed", { by: narrowedBy ?? "none", range: range(companyBand) })}
        </span>
      ) : null}
    </>
  );
}
