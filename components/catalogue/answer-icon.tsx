import { Check, CircleDashed, Clock, type Icon, X } from "#components/ui/icons.tsx";
import type { EntryAnswer } from "#lib/catalogue/answers.ts";

const icons: Record<EntryAnswer, Icon> = {
  yes: Check,
  partly: CircleDashed,
  no: X,
  planned: Clock,
};

/** Beside the answer's words, in ink: an answer is no alarm. */
export function AnswerIcon({ answer }: { answer: EntryAnswer }) {
  const Shown = icons[answer];
  return (
    <Shown aria-hidden size={16} strokeWidth={1.5} className="mt-0.5 shrink-0 text-ink-muted" />
  );
}
