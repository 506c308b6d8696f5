"use client";

import { useState } from "react";
import { FactorRow, type FactorView } from "#components/initiative/factor-row.tsx";
import { useFactorWords } from "#components/initiative/factor-words.ts";
import { keysOf } from "#components/keyboard/key-map.ts";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { Button } from "#components/ui/button.tsx";
import type { Factor } from "#lib/initiatives/rice.ts";

/** The score and what makes it; R changes it, from the first factor that is missing. */
export function RicePanel({
  initiativeId,
  version,
  score,
  factors,
  floor,
  mayScore,
}: {
  initiativeId: string;
  version: number;
  score: number | null;
  factors: readonly FactorView[];
  floor: number;
  mayScore: boolean;
}) {
  const { t, format, value } = useFactorWords();
  const [edited, setEdited] = useState<Factor | null>(null);
  // Whose form was closed last: its button takes the focus back.
  const [left, setLeft] = useState<Factor | null>(null);
  const edit = (factor: Factor | null) => {
    setLeft(factor === null ? edited : null);
    setEdited(factor);
  };
  const missing = factors.filter((view) => view.value === null);
  const first = missing[0]?.factor ?? factors[0]?.factor ?? null;
  useKeys("screen", mayScore ? { rescore: () => edit(first) } : {});
  return (
    <section aria-label={t("score.title")} className="border-b border-line px-6 py-4 max-md:px-4">
      <div className="flex flex-wrap items-end gap-x-6 gap-y-2 pb-3">
        <p>
          <b className="block text-score">{score === null ? "–" : format.number(score)}</b>
          <span className="text-xs text-ink-muted">{t("score.title")}</span>
        </p>
        <p className="flex-1 pb-1">
          {score === null
            ? t("score.missing", {
                factors: format.list(
                  missing.map((view) => t(`factor.${view.factor}`).toLowerCase()),
                ),
              })
            : t("score.formula", {
                formula: factors
                  .map((view) => value(view.factor, view.value))
                  .join(" × ")
                  .replace(/ × (?=[^×]*$)/, " ÷ "),
                score: format.number(score),
              })}
        </p>
        {mayScore ? (
          <Button keys={keysOf("rescore")} onClick={() => edit(first)}>
            {t(score === null ? "score.give" : "score.change")}
          </Button>
        ) : null}
      </div>
      {factors.map((view) => (
        <FactorRow
          key={`${view.factor}-${view.value}-${view.setAt}`}
          {...{ initiativeId, version, view, floor, mayScore }}
          isEdited={edited === view.factor}
          wasEdited={left === view.factor}
          onEdit={edit}
        />
      ))}
    </section>
  );
}
