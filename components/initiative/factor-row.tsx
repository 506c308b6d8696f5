"use client";

import { useState } from "react";
import { NumberField, useNumberText } from "#components/form/number-field.tsx";
import { RefusalLine } from "#components/form/refusal-line.tsx";
import { useAnswer } from "#components/form/use-answer.ts";
import { useFactorWords } from "#components/initiative/factor-words.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { submitForm } from "#lib/act.ts";
import { effortNumber, type Factor, reachNumber } from "#lib/initiatives/rice.ts";

export type FactorView = {
  factor: Factor;
  value: number | null;
  /** Who gave it, when (already written) and why. */
  setBy: string | null;
  setAt: string | null;
  reason: string | null;
};

/** One factor: its value and what it means, who gave it, when and why; changed in place. */
export function FactorRow({
  initiativeId,
  version,
  view,
  floor,
  mayScore,
  isEdited,
  wasEdited,
  onEdit,
}: {
  initiativeId: string;
  version: number;
  view: FactorView;
  /** Customers who asked: the least that the reach can be. */
  floor: number;
  mayScore: boolean;
  isEdited: boolean;
  wasEdited: boolean;
  onEdit: (factor: Factor | null) => void;
}) {
  const { t, value, meaning } = useFactorWords();
  const { factor } = view;
  return (
    <div className="grid grid-cols-[6rem_minmax(0,12rem)_minmax(0,1fr)_auto] items-baseline gap-x-4 border-t border-line py-2 max-md:grid-cols-[minmax(0,1fr)_auto]">
      <h2 className="font-semibold">{t(`factor.${factor}`)}</h2>
      <p className="max-md:row-start-2">
        <b className="text-lg font-medium">{value(factor, view.value)}</b>{" "}
        <span className="text-xs text-ink-muted">{meaning(factor, view.value)}</span>
      </p>
      <div className="min-w-0 max-md:col-span-2 max-md:row-start-3">
        {view.reason ? <p className="wrap-anywhere">{view.reason}</p> : null}
        {view.setAt ? (
          <p className="text-xs text-ink-muted">
            {view.setBy ?? t("system")}, {view.setAt}
          </p>
        ) : null}
        {factor === "reach" && floor > 0 ? (
          <p className="text-xs text-ink-muted">{t("factor.floor", { count: floor })}</p>
        ) : null}
      </div>
      {mayScore && !isEdited ? (
        <Button
          variant="quiet"
          autoFocus={wasEdited}
          className="max-md:col-start-2 max-md:row-start-1"
          onClick={() => onEdit(factor)}
        >
          {t(view.value === null ? "factor.give" : "factor.change")}
          <span className="sr-only"> {t(`factor.${factor}`)}</span>
        </Button>
      ) : null}
      {isEdited ? (
        <FactorForm {...{ initiativeId, version, view }} onClose={() => onEdit(null)} />
      ) : null}
    </div>
  );
}

function FactorForm({
  initiativeId,
  version,
  view,
  onClose,
}: {
  initiativeId: string;
  version: number;
  view: FactorView;
  onClose: () => void;
}) {
  const { t, steps } = useFactorWords();
  const { send, refusal, isPending } = useAnswer();
  const { factor } = view;
  const scale = steps(factor);
  const perUnit = factor === "effort" ? 2 : 1;
  const written = useNumberText();
  const [given, setGiven] = useState(() => (view.value === null ? "" : startOf(view.value)));
  const [reason, setReason] = useState("");
  const [operationId] = useState(() => crypto.randomUUID());
  // A step of a scale by its code, a number as it is typed.
  function startOf(value: number): string {
    return scale ? `${value}` : written(value / perUnit);
  }
  const save = (value: number | string | null) =>
    send(
      () =>
        submitForm("initiative.score", {
          operationId,
          initiativeId,
          factor,
          value,
          reason,
          version,
        }),
      {
        done: t("done.scored", { factor: t(`factor.${factor}`) }),
        undo: operationId,
        after: onClose,
      },
    );
  const control = {
    label: t(`factor.${factor}`),
    required: true,
    autoFocus: true,
    value: given,
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save(scale ? Number(given) : given);
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
      className="col-span-full mt-2 grid grid-cols-[12rem_minmax(0,1fr)] items-start gap-3 bg-canvas p-3 max-md:grid-cols-1"
    >
      {scale ? (
        <Select
          {...control}
          options={scale}
          empty={t("factor.choose")}
          onChange={(event) => setGiven(event.target.value)}
        />
      ) : (
        <NumberField
          {...control}
          rule={factor === "reach" ? reachNumber : effortNumber}
          hint={t(`hint.${factor === "reach" ? "reach" : "effort"}`)}
          onText={setGiven}
        />
      )}
      <Field
        label={t("factor.why")}
        optional={t("optional")}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="col-span-full flex flex-wrap gap-2">
        <Button type="submit" variant="primary" disabled={isPending}>
          {t("factor.save")}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {t("cancel")}
        </Button>
        {view.value === null ? null : (
          <Button
            variant="quiet"
            className="ml-auto"
            disabled={isPending}
            onClick={() => save(null)}
          >
            {t("factor.takeBack")}
          </Button>
        )}
      </div>
      <div className="col-span-full empty:hidden">
        <RefusalLine>{refusal}</RefusalLine>
      </div>
    </form>
  );
}
