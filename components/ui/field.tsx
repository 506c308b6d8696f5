"use client";

import { type ComponentProps, type ReactNode, useId } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { useOwnWords } from "#components/ui/own-words.ts";

export type FieldFrameProps = {
  label: ReactNode;
  /** The label is there for those who don't see the screen; the place says it to the others. */
  hideLabel?: boolean | undefined;
  hint?: ReactNode;
  /** The sentence of what is wrong; marks the control too. */
  error?: ReactNode;
  optional?: ReactNode;
  className?: string | undefined;
};

type ControlProps = {
  id: string;
  "aria-invalid": true | undefined;
  "aria-describedby": string | undefined;
};

/** Label above, control, then the hint and what is wrong, by us or by the browser's own rules, tied to the control. */
export function FieldFrame({
  label,
  hideLabel,
  hint,
  error,
  optional,
  className,
  children,
}: FieldFrameProps & { children: (control: ControlProps) => ReactNode }) {
  const id = useId();
  const { fault, said } = useOwnWords();
  const wrong = error || fault;
  const describedBy = [hint ? `${id}-hint` : "", wrong ? `${id}-error` : ""].join(" ").trim();
  return (
    <div className={classNames("grid gap-1", className)} {...said}>
      <label htmlFor={id} className={hideLabel ? "sr-only" : "text-xs font-medium text-ink-muted"}>
        {label}
        {optional ? <span className="font-normal text-ink-faint"> {optional}</span> : null}
      </label>
      {children({
        id,
        "aria-invalid": wrong ? true : undefined,
        "aria-describedby": describedBy || undefined,
      })}
      {hint ? (
        <p id={`${id}-hint`} className="text-xs text-ink-muted">
          {hint}
        </p>
      ) : null}
      {wrong ? (
        <p id={`${id}-error`} role="alert" className="text-xs text-bad">
          {wrong}
        </p>
      ) : null}
    </div>
  );
}

export const CONTROL_CLASS =
  "w-full rounded-control border border-edge bg-surface px-2.5 text-ink aria-invalid:border-bad aria-invalid:bg-bad-soft disabled:border-line disabled:bg-sunk disabled:text-ink-muted max-md:text-base";

export type FieldProps = FieldFrameProps & Omit<ComponentProps<"input">, keyof FieldFrameProps>;

/** One line of input with its label. */
export function Field({
  label,
  hideLabel,
  hint,
  error,
  optional,
  className,
  ...input
}: FieldProps) {
  return (
    <FieldFrame {...{ label, hideLabel, hint, error, optional, className }}>
      {(control) => (
        <input {...input} {...control} className={classNames(CONTROL_CLASS, "h-8 max-md:h-11")} />
      )}
    </FieldFrame>
  );
}
