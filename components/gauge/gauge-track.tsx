import { useId } from "react";
import type { Band } from "#lib/roadmap/band.ts";

export type GaugeSize = "sm" | "lg";

/** Heights in px, from the top: the whole, the track, the segment that is too little or too much. */
const SIZES = {
  sm: { height: 14, track: [5, 4], gap: [4, 6], foot: 4, post: 1.5, needle: 2.5, diamond: 7 },
  lg: { height: 26, track: [9, 8], gap: [8, 10], foot: 6, post: 2, needle: 3, diamond: 10.5 },
} as const;

/** 0-100, of the whole roadmap's effort: the axis is never cut. */
export type Drawn = {
  /** Null: nothing to take a share of. */
  share: number | null;
  /** After the move under the person's hand. */
  after?: number | null | undefined;
  band: Band;
  /** The company's band, where a narrower one was chosen. */
  companyBand?: Band | null | undefined;
};

/**
 * The band gauge as a picture; `name` is the whole sentence it stands for. Drawn in SVG rather than
 * with backgrounds, which browsers leave out on paper.
 */
export function GaugeTrack({ name, size, ...drawn }: Drawn & { name: string; size: GaugeSize }) {
  const { height } = SIZES[size];
  return (
    <svg
      role="img"
      aria-label={name}
      width="100%"
      height={height}
      className="block min-w-24 overflow-visible"
    >
      {drawn.share === null ? (
        <line
          x2="100%"
          y1={height / 2}
          y2={height / 2}
          className="stroke-edge"
          strokeDasharray="3 4"
        />
      ) : (
        <Effort {...drawn} share={drawn.share} size={size} />
      )}
      {drawn.companyBand ? <CompanyPosts band={drawn.companyBand} size={size} /> : null}
      <Posts band={drawn.band} size={size} isFaint={drawn.share === null} />
      {drawn.share === null ? null : <Hands {...drawn} share={drawn.share} size={size} />}
    </svg>
  );
}

type Shared = Omit<Drawn, "share"> & { share: number; size: GaugeSize };

function Effort({ share, after, band, size }: Shared) {
  const [y, height] = SIZES[size].track;
  const now = after ?? share;
  const inked = Math.min(share, now, Math.max(band.high, 0));
  return (
    <>
      <rect
        y={y + 0.5}
        width="100%"
        height={height - 1}
        className="fill-sunk stroke-line"
        shapeRendering="crispEdges"
      />
      <Segment from={0} to={inked} y={y} height={height} className="fill-fill" />
      {after == null ? null : (
        <Segment
          from={Math.min(share, after)}
          to={Math.max(share, after)}
          y={y}
          height={height}
          className="fill-accent"
        />
      )}
      {now < band.low ? <Lack from={now} to={band.low} size={size} /> : null}
      {now > band.high ? <Excess from={band.high} to={now} size={size} /> : null}
    </>
  );
}

type SegmentProps = { from: number; to: number; y: number; height: number; className?: string };

function Segment({ from, to, className, fill, ...rest }: SegmentProps & { fill?: string }) {
  return (
    <rect
      {...rest}
      {...(fill ? { fill } : {})}
      x={`${from}%`}
      width={`${Math.max(0, to - from)}%`}
      className={`transition-[x,width] ${className ?? ""}`}
      shapeRendering="crispEdges"
    />
  );
}

/** What lacks is empty. */
function Lack({ from, to, size }: { from: number; to: number; size: GaugeSize }) {
  const [y, height] = SIZES[size].gap;
  const hatch = useHatch(1.5);
  return (
    <>
      {size === "lg" ? hatch.pattern : null}
      <Segment {...{ from, to, y, height }} className="fill-surface" />
      <Outlined {...{ from, to, y, height }} fill={size === "lg" ? hatch.fill : "none"} />
    </>
  );
}

/** What exceeds is full. */
function Excess({ from, to, size }: { from: number; to: number; size: GaugeSize }) {
  const [y, height] = SIZES[size].gap;
  const hatch = useHatch(3);
  if (size === "sm") return <Segment {...{ from, to, y, height }} className="fill-bad" />;
  return (
    <>
      {hatch.pattern}
      <Segment {...{ from, to, y, height }} className="fill-surface" />
      <Outlined {...{ from, to, y, height }} fill={hatch.fill} />
    </>
  );
}

function Outlined({ y, height, ...rest }: SegmentProps & { fill: string }) {
  return (
    <Segment
      {...rest}
      y={y + 0.75}
      height={height - 1.5}
      className="stroke-bad [stroke-width:1.5]"
    />
  );
}

function useHatch(stripe: number) {
  const id = useId();
  return {
    fill: `url(#${id})`,
    pattern: (
      <pattern
        id={id}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width={stripe} height="6" className="fill-bad" />
      </pattern>
    ),
  };
}

function Posts({ band, size, isFaint }: { band: Band; size: GaugeSize; isFaint: boolean }) {
  const { height, foot, post } = SIZES[size];
  const top = post / 2;
  const path = (towards: number) =>
    `M${foot * towards} ${top}H${top * towards}V${height - top}H${foot * towards}`;
  return (
    <g
      className={`fill-none stroke-edge ${isFaint ? "opacity-70" : ""}`}
      strokeWidth={post}
      shapeRendering="crispEdges"
    >
      <At percent={band.low}>
        <path d={path(1)} />
      </At>
      <At percent={band.high}>
        <path d={path(-1)} />
      </At>
    </g>
  );
}

/** Dotted across in `lg`; small feet under the track in `sm`. */
function CompanyPosts({ band, size }: { band: Band; size: GaugeSize }) {
  const { height } = SIZES[size];
  const line =
    size === "lg"
      ? { y1: 0, y2: height, strokeDasharray: "1.5 1.5" }
      : { y1: height - 3, y2: height + 2 };
  return (
    <g className="stroke-edge" strokeWidth="1.5">
      {[band.low, band.high].map((percent) => (
        <At key={percent} percent={percent}>
          <line {...line} />
        </At>
      ))}
    </g>
  );
}

/** The needle; and while something is held, a grey one for now and a hollow diamond for after. */
function Hands({ share, after, size }: Shared) {
  const { height, needle, diamond } = SIZES[size];
  return (
    <>
      <At percent={share}>
        <rect
          x={-needle / 2}
          y="-1"
          width={needle}
          height={height + 2}
          strokeWidth="3"
          className={`stroke-surface [paint-order:stroke] ${after == null ? "fill-ink" : "fill-ink-faint"}`}
        />
      </At>
      {after == null ? null : (
        <At percent={after} y={height / 2}>
          <rect
            x={-diamond / 2}
            y={-diamond / 2}
            width={diamond}
            height={diamond}
            transform="rotate(45)"
            strokeWidth={size === "lg" ? 2.5 : 2}
            className="fill-surface stroke-accent outline-surface"
          />
        </At>
      )}
    </>
  );
}

function At({ percent, y, children }: { percent: number; y?: number; children: React.ReactNode }) {
  return (
    <svg aria-hidden="true" x={`${percent}%`} y={y} className="overflow-visible transition-[x]">
      {children}
    </svg>
  );
}
