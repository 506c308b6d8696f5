import { Ban, Check, CircleCheck, Clock, GitMerge, Inbox, X } from "#components/ui/icons.tsx";
import type { Outcome } from "#lib/insights/outcomes.ts";

const icons = {
  shipped: Check,
  planned: Clock,
  exists: CircleCheck,
  open: Inbox,
  declined: X,
  "out-of-scope": Ban,
  duplicate: GitMerge,
} as const satisfies Record<Outcome, unknown>;

/** Beside the words that say it. */
export function OutcomeIcon({ outcome }: { outcome: Outcome }) {
  const Icon = icons[outcome];
  return <Icon aria-hidden size={14} strokeWidth={1.5} className="shrink-0 text-ink-muted" />;
}
