import { useFormatter } from "#components/i18n/use-formatter.ts";

/** Part of a whole, square-ended. `value` and `goal` are 0-1; the number stands beside it in words. */
export function Meter({
  value,
  label,
  goal,
}: {
  value: number;
  label: string;
  goal?: number | undefined;
}) {
  const format = useFormatter();
  const percent = format.number(value, { style: "percent", maximumFractionDigits: 0 });
  return (
    <svg
      role="img"
      aria-label={`${label}: ${percent}`}
      className="block h-1 w-full overflow-visible"
    >
      <rect width="100%" height="4" className="fill-sunk stroke-line" />
      <rect
        width={`${Math.min(1, Math.max(0, value)) * 100}%`}
        height="4"
        className="fill-fill transition-[width]"
      />
      {goal === undefined ? null : (
        <rect x={`${goal * 100}%`} y="-3" width="1.5" height="10" className="fill-ink" />
      )}
    </svg>
  );
}
