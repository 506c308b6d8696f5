"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { send } from "#components/commands/command-queue.ts";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { Section } from "#components/ui/section.tsx";
import type { Unestimated } from "#lib/initiatives/reads/unestimated.ts";
import { quarterName } from "#lib/quarter.ts";

/** The sizes that are said most, in half person-months; any other is given on the initiative's own page. */
const sizes = [1, 2, 4, 6, 10, 16];

/** What one's team has to estimate, each in one press. */
export function EstimateList({ rows }: { rows: readonly Unestimated[] }) {
  const t = useTranslations("today.estimates");
  const format = useFormatter();
  const [given, setGiven] = useState<ReadonlySet<string>>(new Set());
  const shown = rows.filter(({ id }) => !given.has(id));
  if (shown.length === 0) return null;
  const months = (halves: number) => format.number(halves / 2, { maximumFractionDigits: 1 });
  const mark = (id: string, isGiven: boolean) =>
    setGiven(
      (before) => new Set([...before].filter((one) => one !== id).concat(isGiven ? id : [])),
    );
  const estimate = ({ id, number, version }: Unestimated, value: number) => {
    mark(id, true);
    send({
      name: "initiative.score",
      input: { initiativeId: id, factor: "effort", value, version },
      label: t("done", { name: `INI-${number}`, months: months(value) }),
      undoable: true,
      onRefused: () => mark(id, false),
      onUndo: () => mark(id, false),
      onUndoRefused: () => mark(id, true),
    });
  };
  return (
    <Section title={t("title")} note={t("note", { count: shown.length })}>
      <ul>
        {shown.map((row) => (
          <li
            key={row.id}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-1.5 last:border-b-0"
          >
            <Link
              href={`/initiatives/INI-${row.number}`}
              data-line
              className="-mx-2 min-w-0 flex-1 basis-60 rounded-control px-2 py-0.5 hover:bg-sunk"
            >
              <span className="block font-medium wrap-anywhere">{row.title}</span>
              <span className="block text-xs text-ink-muted">
                INI-{row.number} ·{" "}
                {row.quarter ? t("planned", { quarter: quarterName(row.quarter) }) : t("free")}
              </span>
            </Link>
            <fieldset className="flex shrink-0 gap-1">
              <legend className="sr-only">{t("choose", { name: `INI-${row.number}` })}</legend>
              {sizes.map((size) => (
                <button
                  key={size}
                  type="button"
                  onClick={() => estimate(row, size)}
                  className="h-7 min-w-9 rounded-control border border-edge px-1.5 text-xs tabular-nums hover:bg-sunk max-md:h-11 max-md:min-w-11"
                >
                  {months(size)}
                </button>
              ))}
            </fieldset>
          </li>
        ))}
      </ul>
    </Section>
  );
}
