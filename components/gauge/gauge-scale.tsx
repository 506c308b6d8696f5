import { useGaugeWords } from "#components/gauge/use-gauge-words.ts";
import type { Band } from "#lib/roadmap/band.ts";

/** 0, both ends of the band, 100 %. What would touch its neighbour stays away. */
export function GaugeScale({ band }: { band: Band }) {
  const { percent } = useGaugeWords();
  const ends = [band.low, band.high].filter(
    (end, index, all) => end >= 5 && end <= 92 && all.indexOf(end) === index,
  );
  return (
    <div aria-hidden className="relative mt-0.5 h-4 text-2xs leading-4 text-ink-faint">
      <span className="absolute left-0">0</span>
      {ends.map((end) => (
        <span
          key={end}
          style={{ left: `${end}%` }}
          className="absolute -translate-x-1/2 font-medium whitespace-nowrap text-ink-muted"
        >
          {percent(end)}
        </span>
      ))}
      <span className="absolute right-0">{percent(100)}</span>
    </div>
  );
}
