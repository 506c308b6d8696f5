"use client";

import { createContext, use } from "react";
import type { Hold } from "#lib/roadmap/hold.ts";

export type RoadmapHand = {
  hold: Hold | null;
  /** The card that the keys act on: an item's id, or "tray:" and an initiative's. */
  cursor: string | null;
  /** The one card that Tab leads to. */
  tabStop: string | null;
  setCursor: (cursor: string) => void;
  /** Whether this person may change that team's lane. */
  isOpen: (teamId: string) => boolean;
  mayDraft: boolean;
  /** Half person-months that all lanes are as wide as. */
  scale: number;
};

export const RoadmapContext = createContext<RoadmapHand | null>(null);

export function useHand(): RoadmapHand {
  const hand = use(RoadmapContext);
  if (!hand) throw new Error("outside a roadmap");
  return hand;
}
