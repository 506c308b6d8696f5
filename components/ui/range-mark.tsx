import { useFormatter, useTranslations } from "next-intl";

/** A thin axis from 0 to `max`, thick from low to high, a needle at the likely value. */
export function RangeMark({
  low,
  likely,
  high,
  max,
  label,
}: {
  low: number;
  likely: number;
  high: number;
  max: number;
  label: string;
}) {
  const t = useTranslations("ui");
  const format = useFormatter();
  const at = (value: number) => `${(100 * value) / max}%`;
  const name = t("range", {
    label,
    low: format.number(low),
    likely: format.number(likely),
    high: format.number(high),
  });
  return (
    <svg role="img" aria-label={name} className="block h-4.5 w-full overflow-visible">
      <rect y="8.5" width="100%" height="1" className="fill-line" />
      <rect x={at(low)} y="7" width={at(high - low)} height="4" className="fill-ink-faint" />
      <rect
        x={at(likely)}
        y="2"
        width="2.5"
        height="14"
        className="fill-ink stroke-surface [paint-order:stroke]"
        strokeWidth="3"
      />
    </svg>
  );
}
