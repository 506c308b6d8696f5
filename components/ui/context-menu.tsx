"use client";

import { type ReactNode, useLayoutEffect, useRef } from "react";
import { FLOAT_LOOK } from "#components/ui/anchored.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { itemsOf, moveFocus } from "#components/ui/menu.tsx";

export type Point = { x: number; y: number };

/**
 * The menu of a thing, where the hand is: by the right button, the menu key or a long press. The platform would close
 * its own kind of popover as the finger that opened it lifts, so that this one closes itself.
 */
export function ContextMenu({
  label,
  at,
  onClose,
  children,
}: {
  label: string;
  at: Point;
  onClose: () => void;
  children: ReactNode;
}) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const panel = ref.current;
    if (!panel) return;
    const from = document.activeElement;
    panel.showPopover();
    place(panel, at);
    itemsOf(panel)[0]?.focus();
    const isWithin = (target: EventTarget | null) =>
      target instanceof Node && panel.contains(target);
    const leave = (event: Event) => (isWithin(event.target) ? undefined : onClose());
    document.addEventListener("pointerdown", leave);
    document.addEventListener("scroll", leave, true);
    return () => {
      document.removeEventListener("pointerdown", leave);
      document.removeEventListener("scroll", leave, true);
      // Before what was chosen opens a dialog, which gives the focus back to where it finds it.
      if (isWithin(document.activeElement) && from instanceof HTMLElement)
        from.focus({ preventScroll: true });
      panel.hidePopover();
    };
  }, [onClose, at]);
  return (
    <div
      ref={ref}
      popover="manual"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key === "Escape" || event.key === "Tab") {
          event.preventDefault();
          onClose();
        } else moveFocus(event);
      }}
      onClick={onClose}
      onContextMenu={(event) => event.preventDefault()}
      className={classNames(
        FLOAT_LOOK,
        "inset-auto m-0 max-h-[70dvh] min-w-48 overflow-y-auto p-1.5",
      )}
    >
      {children}
    </div>
  );
}

const MARGIN = 8;

/** Beside the hand, so that all of it is seen. */
function place(panel: HTMLElement, { x, y }: Point) {
  const isRoomy = x + panel.offsetWidth + MARGIN < window.innerWidth;
  const left = isRoomy ? x : x - panel.offsetWidth;
  const top = Math.min(y, window.innerHeight - panel.offsetHeight - MARGIN);
  panel.style.left = `${Math.max(MARGIN, left)}px`;
  panel.style.top = `${Math.max(MARGIN, top)}px`;
}
