"use client";

import { type ReactNode, useId } from "react";
import { useOwnWords } from "#components/ui/own-words.ts";

export type RadioOption = { value: string; label: ReactNode; hint?: ReactNode };

/** One choice of a few, all in sight. */
export function RadioGroup({
  legend,
  name,
  options,
  defaultValue,
  onChange,
  required,
}: {
  legend: ReactNode;
  name: string;
  options: readonly RadioOption[];
  defaultValue?: string | undefined;
  onChange?: ((value: string) => void) | undefined;
  required?: boolean;
}) {
  const id = useId();
  const { fault, said } = useOwnWords();
  return (
    <fieldset {...said} aria-describedby={fault ? id : undefined}>
      <legend className="mb-1 text-xs font-medium text-ink-muted">{legend}</legend>
      {options.map(({ value, label, hint }) => (
        <label
          key={value}
          className="flex min-h-7.5 cursor-pointer items-center gap-2.5 max-md:min-h-11"
        >
          <input
            type="radio"
            name={name}
            value={value}
            required={required}
            defaultChecked={value === defaultValue}
            onChange={onChange ? () => onChange(value) : undefined}
            className="size-3.5 shrink-0 cursor-pointer appearance-none rounded-full border border-edge bg-surface checked:border-[4.5px] checked:border-accent"
          />
          <span>
            {label}
            {hint ? <span className="text-xs text-ink-muted"> {hint}</span> : null}
          </span>
        </label>
      ))}
      {fault ? (
        <p id={id} role="alert" className="text-xs text-bad">
          {fault}
        </p>
      ) : null}
    </fieldset>
  );
}
