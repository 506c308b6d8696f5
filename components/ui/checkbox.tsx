import type { ComponentProps, ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { Check } from "#components/ui/icons.tsx";

type Props = Omit<ComponentProps<"input">, "type" | "children"> & {
  label: ReactNode;
  /** In a row or a table head, where the words would repeat. */
  hideLabel?: boolean;
};

export function Checkbox({ label, hideLabel, className, ...input }: Props) {
  return (
    <label
      className={classNames(
        "inline-flex min-h-7 min-w-6 cursor-pointer items-center gap-2 max-md:min-h-11",
        className,
      )}
    >
      <span className="relative grid size-3.5 shrink-0 place-items-center">
        <input
          {...input}
          type="checkbox"
          className="peer absolute inset-0 cursor-pointer appearance-none rounded-chip border border-edge bg-surface checked:border-accent checked:bg-accent disabled:border-line disabled:bg-sunk"
        />
        <Check
          aria-hidden
          size={11}
          strokeWidth={2.5}
          className="pointer-events-none invisible relative text-accent-ink peer-checked:visible"
        />
      </span>
      <span className={hideLabel ? "sr-only" : undefined}>{label}</span>
    </label>
  );
}
