import type { ComponentProps, ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";

/** Hairlines, no stripes. The caption names it for those who don't see what stands above. */
export function Table({
  caption,
  children,
  className,
}: {
  caption: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  return (
    <table className={classNames("w-full border-collapse", className)}>
      <caption className="sr-only">{caption}</caption>
      {children}
    </table>
  );
}

type Cell<Tag extends "th" | "td"> = ComponentProps<Tag> & { number?: boolean };

const PADDING = "px-3 first:pl-6 last:pr-6 max-md:px-2 max-md:first:pl-4 max-md:last:pr-4";

export function ColumnHead({ number, className, ...rest }: Cell<"th">) {
  return (
    <th
      scope="col"
      {...rest}
      className={classNames(
        PADDING,
        "h-8 text-xs font-medium whitespace-nowrap text-ink-faint",
        number ? "text-right" : "text-left",
        className,
      )}
    />
  );
}

export function RowHead({ className, ...rest }: Cell<"th">) {
  return (
    <th
      scope="row"
      {...rest}
      className={classNames(PADDING, "py-1.5 text-left font-medium", className)}
    />
  );
}

export function Cell({ number, className, ...rest }: Cell<"td">) {
  return (
    <td
      {...rest}
      className={classNames(PADDING, "py-1.5", number && "text-right whitespace-nowrap", className)}
    />
  );
}

/** 36 px rows parted by a line; a total stands on the canvas. */
export function Row({ total, className, ...rest }: ComponentProps<"tr"> & { total?: boolean }) {
  return (
    <tr
      {...rest}
      className={classNames(
        "h-9 border-t border-line",
        total && "bg-canvas font-medium",
        className,
      )}
    />
  );
}
