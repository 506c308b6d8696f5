"use client";

import { createContext, use } from "react";

export type Picking = {
  cursorId: string | null;
  selected: ReadonlySet<string>;
  /** What is being dragged now. */
  draggedId: string | null;
  /** Team, or "pool", that would get it. */
  over: string | null;
  mayPick: boolean;
  mayDrag: boolean;
  /** An instant: ages are counted from it. */
  now: Date;
  money: Readonly<Record<string, number>>;
  go: (entryId: string) => void;
  toggle: (entryId: string) => void;
  /** From the cursor to there. */
  reach: (entryId: string) => void;
};

export const PickingContext = createContext<Picking | null>(null);

export function usePicking(): Picking {
  const picking = use(PickingContext);
  if (!picking) throw new Error("outside a distribution");
  return picking;
}
