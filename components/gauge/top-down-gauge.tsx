import type { ReactNode } from "react";
import { GaugeScale } from "#components/gauge/gauge-scale.tsx";
import { type GaugeSize, GaugeTrack } from "#components/gauge/gauge-track.tsx";
import { useGaugeWords } from "#components/gauge/use-gauge-words.ts";
import { NumberLink } from "#components/ui/stat.tsx";
import { topDownShare } from "#lib/roadmap/top-down-share.ts";

/** Top-down initiatives of the company over the last four quarters, by count; for information. */
export function TopDownGauge({
  topDown,
  all,
  size,
  quarter,
}: {
  /** The last of the four. */
  quarter: string;
  topDown: number;
  all: number;
  size: GaugeSize;
}) {
  const { t, percent, share } = useGaugeWords();
  const { band, reading } = topDownShare({ topDown, all });
  const number = share(reading, band);
  const values = { topDown, all, limit: percent(band.high) };
  const words = t(`topDown.${reading.state}`, values);
  const opens = (origin: string) => (count: ReactNode) => (
    <NumberLink href={`/initiatives?year=${quarter}${origin}`}>{count}</NumberLink>
  );
  const track = (
    <GaugeTrack
      name={t("topDown.sentence", { share: number, words })}
      size={size}
      share={reading.share === null ? null : reading.share * 100}
      band={band}
    />
  );
  if (size === "sm") return track;
  return (
    <div>
      <div className="flex flex-wrap items-baseline gap-x-2.5">
        <b className="text-[1.25rem] leading-6.5 font-medium tracking-[-0.02em]">{number}</b>
        <span className="text-xs text-ink-muted">
          {reading.state === "none"
            ? words
            : t.rich(`topDown.linked.${reading.state}`, {
                ...values,
                some: opens("&origin=top-down"),
                whole: opens(""),
              })}
        </span>
      </div>
      <div className="mt-1">{track}</div>
      <GaugeScale band={band} />
    </div>
  );
}
