"use client";

import { type CSSProperties, useId, useRef, useState } from "react";

/**
 * Ties a button to what it opens: the platform's popover in the top layer, closed by Escape, by a
 * click outside and by a second press, placed by CSS anchors and turned over near an edge.
 */
export function useAnchored() {
  const raw = useId();
  const id = `pop${raw.replaceAll(/\W/g, "")}`;
  const anchor = `--${id}`;
  const panelRef = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const place: CSSProperties & { positionAnchor: string; positionTryFallbacks: string } = {
    positionAnchor: anchor,
    positionTryFallbacks: "flip-block, flip-inline",
  };
  const mark: CSSProperties & { anchorName: string } = { anchorName: anchor };
  return {
    isOpen,
    close: () => panelRef.current?.hidePopover(),
    panelRef,
    trigger: { popoverTarget: id, "aria-expanded": isOpen, style: mark },
    panel: {
      id,
      popover: "auto" as const,
      onToggle: (event: { newState: string }) => setIsOpen(event.newState === "open"),
      style: place,
    },
  };
}

export const FLOAT_LOOK = "rounded-float border border-line bg-raised text-ink shadow-float";

export const FLOAT_CLASS = `inset-auto m-0 mt-1 [position-area:block-end_span-inline-end] ${FLOAT_LOOK}`;
