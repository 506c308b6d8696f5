import { GaugeScale } from "#components/gauge/gauge-scale.tsx";
import { type GaugeSize, GaugeTrack } from "#components/gauge/gauge-track.tsx";
import { GaugeWords } from "#components/gauge/gauge-words.tsx";
import { type BandGaugeProps, useGaugeSentence } from "#components/gauge/use-gauge-sentence.ts";
import { techShare } from "#lib/roadmap/tech-share.ts";

/**
 * The tech share of a perimeter in its band. `lg` (300 px and more) always says in words what would
 * mend it; `sm` (96-150 px) is the picture alone, whose number and words are cells of their own
 * (`GaugeShare`, `GaugeMend`).
 */
export function BandGauge({ size, ...gauge }: BandGaugeProps & { size: GaugeSize }) {
  const sentence = useGaugeSentence(gauge);
  const { band, companyBand, whatIf } = gauge;
  const now = techShare(gauge);
  const after = whatIf ? techShare({ ...whatIf, band }) : null;
  const track = (
    <GaugeTrack
      name={sentence}
      size={size}
      share={inPercent(now.share)}
      after={after && inPercent(after.share)}
      band={band}
      companyBand={companyBand}
    />
  );
  if (size === "sm") return track;
  return (
    <div>
      <GaugeWords {...gauge} />
      <div className="mt-1">{track}</div>
      <GaugeScale band={band} />
    </div>
  );
}

function inPercent(share: number | null): number | null {
  return share === null ? null : share * 100;
}
