"use client";

import type { ReactNode } from "react";
import { FLOAT_CLASS, useAnchored } from "#components/ui/anchored.tsx";
import { Button, type ButtonProps } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";

/** A button and the small panel it opens: filters, the factors of a score. */
export function Popover({
  label,
  button,
  trigger,
  children,
  className,
}: {
  /** The panel's name. */
  label: string;
  /** What the button shows. */
  button: ReactNode;
  trigger?: Omit<ButtonProps, "popoverTarget" | "style" | "children">;
  children: ReactNode | ((close: () => void) => ReactNode);
  className?: string;
}) {
  const anchored = useAnchored();
  return (
    <>
      <Button {...trigger} {...anchored.trigger}>
        {button}
      </Button>
      <div
        {...anchored.panel}
        ref={anchored.panelRef}
        role="dialog"
        aria-label={label}
        className={classNames(FLOAT_CLASS, "min-w-56 p-3", className)}
      >
        {/* A form begins afresh each time it is opened. */}
        {typeof children === "function" ? anchored.isOpen && children(anchored.close) : children}
      </div>
    </>
  );
}
