import { useState } from "react";
import { useKeys } from "#components/keyboard/use-keys.ts";
import type { Subject } from "#lib/roadmap/board.ts";

export type Tie = "keyResult" | "epic";
export type Tying = { tie: Tie; subject: Subject };

/** What the card at hand is tied to, asked by key or by button; `chosen` is null while one is held. */
export function useLinks(chosen: Subject | null, mayLink: boolean) {
  const [tying, setTying] = useState<Tying | null>(null);
  const open = (tie: Tie, subject = chosen) => (subject ? setTying({ tie, subject }) : undefined);
  useKeys(
    "roadmap",
    chosen && mayLink
      ? { linkKeyResult: () => open("keyResult"), linkEpic: () => open("epic") }
      : {},
    { subject: chosen?.title },
  );
  return { tying, open, close: () => setTying(null) };
}
