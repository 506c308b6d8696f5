"use client";

import { type ReactNode, useRef } from "react";
import { useKeys } from "#components/keyboard/use-keys.ts";

/** All that stands in a person's day, one line under the other whatever list it is of: J and K go from line to line. */
export function TodayLines({ children }: { children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null);
  const move = (by: 1 | -1) => () => {
    const lines = [...(ref.current?.querySelectorAll<HTMLElement>("a[data-line]") ?? [])];
    const at = lines.findIndex((line) => line.matches(":focus"));
    lines[Math.min(lines.length - 1, Math.max(0, at === -1 ? 0 : at + by))]?.focus();
  };
  useKeys("list", { next: move(1), previous: move(-1) });
  return (
    <div ref={ref} className="min-w-0">
      {children}
    </div>
  );
}
