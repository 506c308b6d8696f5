import Link from "next/link";
import { useTranslations } from "next-intl";
import type { TribeLine } from "#components/dashboard/tribe-lines.ts";
import { BandGauge } from "#components/gauge/band-gauge.tsx";
import { GaugeMend, GaugeShare } from "#components/gauge/gauge-cells.tsx";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { Meter } from "#components/ui/meter.tsx";
import { OkrProgress } from "#components/ui/okr-mark.tsx";
import { StateChip } from "#components/ui/state-chip.tsx";
import { Cell, ColumnHead, Row, RowHead, Table } from "#components/ui/table.tsx";
import { TribeFlag } from "#components/ui/tribe-flag.tsx";

/** A line a Tribe: gauge, capacity, OKRs; the company's last. Every line opens what it is made of. */
export function TribesTable({ quarter, lines }: { quarter: string; lines: readonly TribeLine[] }) {
  const t = useTranslations("dashboards.roadmap");
  return (
    <Table caption={t("title")}>
      <thead>
        <tr>
          <ColumnHead>{t("tribe")}</ColumnHead>
          <ColumnHead className="max-md:hidden">{t("state")}</ColumnHead>
          <ColumnHead>{t("techShare")}</ColumnHead>
          <ColumnHead number>
            <span className="sr-only">{t("number")}</span>
          </ColumnHead>
          <ColumnHead className="max-lg:hidden">
            <span className="sr-only">{t("mend")}</span>
          </ColumnHead>
          <ColumnHead className="max-md:hidden">{t("capacity")}</ColumnHead>
          <ColumnHead number className="max-md:hidden">
            {t("initiatives")}
          </ColumnHead>
          <ColumnHead number className="max-md:hidden">
            {t("okr")}
          </ColumnHead>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <TribeRow key={line.id ?? "all"} line={line} quarter={quarter} />
        ))}
      </tbody>
    </Table>
  );
}

function TribeRow({ line, quarter }: { line: TribeLine; quarter: string }) {
  const t = useTranslations("dashboards.roadmap");
  const { id, tribe, gauge, state, okr } = line;
  const name = tribe?.name ?? t("all");
  const roadmap = `/roadmap/${quarter}${tribe ? `?tribe=${tribe.code}` : ""}`;
  return (
    <Row total={id === null}>
      <RowHead>
        <Link href={roadmap} className="flex items-center gap-2 hover:underline">
          {tribe ? (
            <TribeFlag
              name={tribe.name}
              letters={tribe.code}
              position={tribe.position}
              decorative
            />
          ) : null}
          {name}
        </Link>
      </RowHead>
      <Cell className="max-md:hidden">{state ? <StateChip state={state} /> : null}</Cell>
      <Cell className="w-44">
        <BandGauge size="sm" name={name} {...gauge} />
      </Cell>
      <Cell number className="max-md:pr-4">
        <Link href={roadmap} className="opens">
          <GaugeShare {...gauge} />
        </Link>
      </Cell>
      <Cell className="max-lg:hidden">
        <GaugeMend {...gauge} />
      </Cell>
      <Cell className="max-md:hidden">
        <Taken line={line} name={name} href={roadmap} />
      </Cell>
      <Cell number className="max-md:hidden">
        <Link href={roadmap} className="opens">
          {line.initiatives}
        </Link>
      </Cell>
      <Cell number className="max-md:hidden">
        <Link
          href={`/okrs/${quarter}?only=common${tribe ? `&tribe=${tribe.code}` : ""}`}
          className="opens"
        >
          <OkrProgress progress={okr.progress} isBehind={okr.isBehind} />
        </Link>
      </Cell>
    </Row>
  );
}

function Taken({ line, name, href }: { line: TribeLine; name: string; href: string }) {
  const t = useTranslations("dashboards.roadmap");
  const format = useFormatter();
  const months = (half: number) => format.number(half / 2, { maximumFractionDigits: 1 });
  const { totalHalfMonths } = line.gauge;
  const taken = months(totalHalfMonths);
  if (line.capacityHalfMonths === null)
    return (
      <Link href={href} className="opens text-xs text-ink-muted">
        {t("takenOnly", { taken })}
      </Link>
    );
  const capacity = line.capacityHalfMonths;
  return (
    <span className="grid grid-cols-[minmax(4rem,7rem)_auto] items-center gap-2.5">
      <Meter
        value={capacity > 0 ? totalHalfMonths / capacity : 0}
        label={`${t("capacity")}, ${name}`}
      />
      <Link
        href={href}
        className={`opens justify-self-start text-xs whitespace-nowrap ${totalHalfMonths > capacity ? "text-bad" : ""}`}
      >
        {t("taken", { taken, capacity: months(capacity) })}
      </Link>
    </span>
  );
}
