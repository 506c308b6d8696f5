import type { ComponentProps, ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";

/** A square button that is only an icon: `label` is its name, and its tooltip. */
export function IconButton({
  label,
  icon,
  className,
  type = "button",
  ...rest
}: Omit<ComponentProps<"button">, "aria-label" | "children"> & {
  label: string;
  icon: ReactNode;
}) {
  return (
    <button
      {...rest}
      type={type}
      aria-label={label}
      title={label}
      className={classNames(
        "inline-grid size-7 shrink-0 place-items-center rounded-control text-ink-muted hover:bg-sunk hover:text-ink max-md:size-11",
        className,
      )}
    >
      {icon}
    </button>
  );
}
