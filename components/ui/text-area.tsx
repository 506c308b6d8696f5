"use client";

import type { ComponentProps } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { CONTROL_CLASS, FieldFrame, type FieldFrameProps } from "#components/ui/field.tsx";

/** Several lines; grows with what is written. `voice` sets a customer's words in serif; `tall` for a screen's one text. */
export function TextArea({
  label,
  hideLabel,
  hint,
  error,
  optional,
  className,
  voice,
  tall,
  rows = 3,
  ...rest
}: FieldFrameProps &
  Omit<ComponentProps<"textarea">, keyof FieldFrameProps> & {
    voice?: boolean;
    tall?: boolean;
  }) {
  return (
    <FieldFrame {...{ label, hideLabel, hint, error, optional, className }}>
      {(control) => (
        <textarea
          {...rest}
          {...control}
          rows={rows}
          className={classNames(
            CONTROL_CLASS,
            "field-sizing-content max-h-96 py-2",
            tall ? "min-h-40" : "min-h-15",
            voice && (tall ? "font-voice text-voice" : "font-voice text-voice-sm"),
          )}
        />
      )}
    </FieldFrame>
  );
}
