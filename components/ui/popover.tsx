"use client";

import { type ReactNode, useEffect } from "react";
import { FLOAT_CLASS, useAnchored } from "#components/ui/anchored.tsx";
import { Button, type ButtonProps } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";

/**
 * A button and the small panel it opens: filters, the factors of a score. Its first control has the focus, also when
 * a key opened it from elsewhere; the platform gives it back.
 */
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
  const { isOpen, panelRef } = anchored;
  useEffect(() => {
    if (isOpen) panelRef.current?.querySelector<HTMLElement>(CONTROLS)?.focus();
  }, [isOpen, panelRef]);
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
        {typeof children === "function" ? isOpen && children(anchored.close) : children}
      </div>
    </>
  );
}

const CONTROLS = "input:not([type=hidden]), select, textarea, button, a[href]";
