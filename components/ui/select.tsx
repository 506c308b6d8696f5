"use client";

import type { ComponentProps } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { CONTROL_CLASS, FieldFrame, type FieldFrameProps } from "#components/ui/field.tsx";
import { ChevronDown } from "#components/ui/icons.tsx";

export type SelectOption = { value: string; label: string; disabled?: boolean };

/** The platform's own list: it weighs nothing, works before the page's code is there, and on phones. */
export function Select({
  label,
  hideLabel,
  hint,
  error,
  optional,
  className,
  options,
  empty,
  ...rest
}: FieldFrameProps &
  Omit<ComponentProps<"select">, keyof FieldFrameProps | "children"> & {
    options: readonly SelectOption[];
    /** What stands for no choice, e.g. "All Tribes". */
    empty?: string;
  }) {
  return (
    <FieldFrame {...{ label, hideLabel, hint, error, optional, className }}>
      {(control) => (
        <span className="relative grid items-center">
          <select
            {...rest}
            {...control}
            className={classNames(CONTROL_CLASS, "h-8 appearance-none pr-7 max-md:h-11")}
          >
            {empty === undefined ? null : <option value="">{empty}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown
            aria-hidden
            size={14}
            strokeWidth={1.5}
            className="pointer-events-none absolute right-2 text-ink-muted"
          />
        </span>
      )}
    </FieldFrame>
  );
}
