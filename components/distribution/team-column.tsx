"use client";

import { useRef } from "react";
import { usePicking } from "#components/distribution/distribution-context.ts";
import { EntryRow } from "#components/distribution/entry-row.tsx";
import { useDistributionWords } from "#components/distribution/use-distribution-words.ts";
import { useGaugeWords } from "#components/gauge/use-gauge-words.ts";
import { customersIn } from "#components/insight/behind/customers.tsx";
import { KeyHint } from "#components/keyboard/key-hint.tsx";
import { useDropTarget } from "#components/roadmap/use-drag.ts";
import { classNames } from "#components/ui/class-names.ts";
import { Meter } from "#components/ui/meter.tsx";
import { NumberLink } from "#components/ui/stat.tsx";
import { type Entry, type Weight, weightOf } from "#lib/distribution/entries.ts";
import type { DistributionTeam } from "#lib/distribution/views.ts";
import { addressOf } from "#lib/insights/list/address.ts";
import type { Quarter } from "#lib/quarter.ts";

/** An Impact team: what it has for the quarter, and how much room its roadmap leaves. */
export function TeamColumn({
  team,
  quarter,
  keys,
  entries,
  carried,
  wouldGet,
}: {
  team: DistributionTeam;
  quarter: Quarter;
  /** The digit that shares out to it, when this person may. */
  keys: string | null;
  entries: readonly Entry[];
  /** How many insights it has from an earlier quarter that wait in the pool. */
  carried: number;
  /** What is dragged over it. */
  wouldGet: string | null;
}) {
  const ref = useRef<HTMLElement>(null);
  const { mayDrag, money, now, over } = usePicking();
  const { t } = useDistributionWords();
  useDropTarget(ref, team.id, mayDrag);
  const weight = weightOf(
    entries.flatMap(({ insights }) => insights),
    money,
  );
  return (
    <section
      ref={ref}
      aria-label={team.name}
      className={classNames(
        "flex min-w-60 flex-col border-line lg:min-h-0 not-last:border-r max-lg:border-b max-lg:not-last:border-r-0",
        over === team.id && "outline-2 -outline-offset-2 outline-accent outline-dashed",
      )}
    >
      <div className="shrink-0 border-b border-line px-6 pt-3 pb-2.5 max-lg:px-4">
        <div className="flex flex-wrap items-baseline gap-x-2">
          {keys ? <KeyHint keys={keys} className="self-center" /> : null}
          <h2 className="text-base font-semibold">{team.name}</h2>
          <span className="text-xs text-ink-muted">{team.pm ?? t("team.noPm")}</span>
        </div>
        <p className="truncate text-xs text-ink-muted">
          {team.specialities.join(", ") || "\u00a0"}
        </p>
        <Figures team={team} quarter={quarter} weight={weight} now={now} />
        <Room team={team} />
        {carried > 0 ? (
          <p className="mt-1 text-xs text-ink-muted">{t("team.carried", { count: carried })}</p>
        ) : null}
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {entries.length === 0 && !wouldGet ? (
          <p className="px-6 py-3 text-ink-muted max-lg:px-4">{t("team.empty")}</p>
        ) : null}
        <ul>
          {entries.map((entry) => (
            <EntryRow key={entry.id} entry={entry} />
          ))}
        </ul>
        {wouldGet ? (
          <p className="m-2.5 rounded-card border border-dashed border-accent bg-accent-soft px-2.5 py-2 text-xs text-accent">
            {t("team.wouldGet", { title: wouldGet })}
          </p>
        ) : null}
      </div>
    </section>
  );
}

function Figures({
  team,
  quarter,
  weight,
  now,
}: {
  team: DistributionTeam;
  quarter: Quarter;
  weight: Weight;
  now: Date;
}) {
  const { t, format, money, days } = useDistributionWords();
  const rows = { state: "all", teamId: team.id, quarter } as const;
  const customers = `/insights/customers?${addressOf(rows)}`;
  const figures = [
    {
      name: "insights",
      value: format.number(weight.insights),
      href: `/insights?${addressOf(rows)}`,
    },
    { name: "customers", value: format.number(weight.customers), href: customers },
    { name: "revenue", value: money(weight.cents), href: customers + customersIn("customer") },
    {
      name: "oldest",
      value: days(weight.oldest, now),
      href: `/insights?${addressOf({ ...rows, direction: "asc" })}`,
    },
  ] as const;
  return (
    <dl className="mt-2 flex flex-wrap gap-x-2 gap-y-1 2xl:gap-x-5">
      {figures.map(({ name, value, href }) => (
        <div key={name} className="flex flex-col-reverse">
          <dt className="text-xs text-ink-muted">
            {t(`team.${name}`, {
              count: name === "customers" ? weight.customers : weight.insights,
            })}
          </dt>
          <dd className="text-base font-medium 2xl:text-lg">
            <NumberLink href={href}>{value}</NumberLink>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Room({ team }: { team: DistributionTeam }) {
  const { t } = useDistributionWords();
  const { personMonths } = useGaugeWords();
  if (!team.capacity) return <p className="mt-2 text-xs text-ink-muted">{t("team.noCapacity")}</p>;
  const { all, left } = team.capacity;
  const words =
    left === 0
      ? t("team.full", { all: personMonths(all) })
      : left < 0
        ? t("team.over", { amount: personMonths(-left) })
        : t("team.left", { left: left / 2, all: all / 2 });
  return (
    <div className="mt-2 flex items-center gap-2.5 text-xs whitespace-nowrap">
      <div className="min-w-8 flex-1">
        <Meter value={all === 0 ? 0 : (all - left) / all} label={t("team.taken")} />
      </div>
      <span className={left < 0 ? "text-bad" : "text-ink-muted"}>{words}</span>
    </div>
  );
}
