/**
 * Who may still change a lane. While a quarter is a draft, all who draft may (history and undo guard
 * it). Once its Tribe has committed it, only leads of that very Tribe revise it, and the CPO. A closed
 * quarter is a record: it is reopened first.
 */
import type { Actor } from "#lib/auth/actor.ts";
import { can } from "#lib/auth/policy.ts";

export const quarterStates = ["draft", "committed", "closed"] as const;
export type QuarterState = (typeof quarterStates)[number];

/** Why this person may not change a lane of that Tribe: a key of the error sentences; null when they may. */
export function refusalToChange(
  actor: Actor,
  { tribeId, state }: { tribeId: string; state: QuarterState },
): "not-allowed" | "quarter-committed" | "quarter-closed" | null {
  if (!can(actor, "roadmap:draft")) return "not-allowed";
  if (state === "closed") return "quarter-closed";
  const isOpen = state === "draft" || can(actor, "roadmap:commit", { tribeId });
  return isOpen ? null : "quarter-committed";
}

export function isQuarterState(value: string): value is QuarterState {
  return quarterStates.some((state) => state === value);
}
