import Link from "next/link";
import { useTranslations } from "next-intl";
import { useFormatter } from "#components/i18n/use-formatter.ts";

export type BarPair = {
  label: string;
  first: number;
  second: number;
  /** The rows behind both numbers. */
  hrefs?: readonly [first: string, second: string];
};

const HEIGHT = 140;
const GRID_LINES = [1, 2 / 3, 1 / 3];

/**
 * Two series side by side, e.g. insights received and answered per week: the first outlined, the
 * second inked. The picture is for the eye; the table under it holds the same numbers.
 */
export function BarPairs({
  caption,
  series,
  pairs,
}: {
  caption: string;
  series: readonly [first: string, second: string];
  pairs: readonly BarPair[];
}) {
  const top = Math.max(1, ...pairs.flatMap(({ first, second }) => [first, second]));
  const step = 100 / Math.max(1, pairs.length);
  return (
    <figure>
      <figcaption className="mb-1 flex gap-4 text-xs text-ink-muted">
        <Legend className="border border-ink-faint bg-sunk">{series[0]}</Legend>
        <Legend className="bg-fill">{series[1]}</Legend>
      </figcaption>
      <svg aria-hidden="true" width="100%" height={HEIGHT} className="block overflow-visible">
        {GRID_LINES.map((part) => (
          <line
            key={part}
            x2="100%"
            y1={HEIGHT * (1 - part)}
            y2={HEIGHT * (1 - part)}
            className="stroke-line"
          />
        ))}
        {pairs.map((pair, index) => (
          <g key={pair.label}>
            <Bar at={index * step} width={step * 0.3} part={pair.first / top} outlined />
            <Bar at={(index + 0.36) * step} width={step * 0.3} part={pair.second / top} />
          </g>
        ))}
        <line x2="100%" y1={HEIGHT} y2={HEIGHT} className="stroke-edge" />
      </svg>
      <div aria-hidden className="flex justify-between pt-1 text-2xs text-ink-muted">
        <span>{pairs[0]?.label}</span>
        <span>{pairs.length > 1 ? pairs.at(-1)?.label : null}</span>
      </div>
      <PairsTable {...{ caption, series, pairs }} />
    </figure>
  );
}

function Bar({
  at,
  width,
  part,
  outlined,
}: {
  at: number;
  width: number;
  part: number;
  outlined?: boolean;
}) {
  return (
    <rect
      x={`${at}%`}
      y={HEIGHT * (1 - part)}
      width={`${width}%`}
      height={HEIGHT * part}
      className={outlined ? "fill-sunk stroke-ink-faint" : "fill-fill"}
    />
  );
}

function Legend({ className, children }: { className: string; children: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span aria-hidden className={`size-2 ${className}`} />
      {children}
    </span>
  );
}

function PairsTable({
  caption,
  series,
  pairs,
}: {
  caption: string;
  series: readonly [string, string];
  pairs: readonly BarPair[];
}) {
  const t = useTranslations("ui");
  const format = useFormatter();
  return (
    <details className="mt-1 text-xs print:hidden">
      <summary className="w-fit text-ink-muted hover:text-ink">{t("asTable")}</summary>
      <table className="mt-1">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <td />
            {series.map((name) => (
              <th key={name} scope="col" className="pl-4 text-right font-medium text-ink-faint">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pairs.map((pair) => (
            <tr key={pair.label} className="border-t border-line">
              <th scope="row" className="text-left font-normal">
                {pair.label}
              </th>
              <td className="pl-4 text-right">
                <Opening href={pair.hrefs?.[0]}>{format.number(pair.first)}</Opening>
              </td>
              <td className="pl-4 text-right">
                <Opening href={pair.hrefs?.[1]}>{format.number(pair.second)}</Opening>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Opening({ href, children }: { href: string | undefined; children: string }) {
  return href ? (
    <Link href={href} className="opens">
      {children}
    </Link>
  ) : (
    children
  );
}
