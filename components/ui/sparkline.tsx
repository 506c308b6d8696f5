/** A trend in the height of a line of text. `label` says it in words; the last point is marked. */
export function Sparkline({
  values,
  label,
  width = 72,
}: {
  values: readonly number[];
  label: string;
  width?: number;
}) {
  const top = Math.max(1, ...values);
  const step = values.length > 1 ? (width - 6) / (values.length - 1) : 0;
  const points = values.map((value, index) => [3 + index * step, 13 - (value / top) * 10] as const);
  const last = points.at(-1);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} 16`}
      width={width}
      height={16}
      className="inline-block overflow-visible align-middle"
    >
      <polyline
        points={points.map((point) => point.join(",")).join(" ")}
        className="fill-none stroke-ink"
        strokeWidth="1.25"
      />
      {last ? <circle cx={last[0]} cy={last[1]} r="2" className="fill-ink" /> : null}
    </svg>
  );
}
