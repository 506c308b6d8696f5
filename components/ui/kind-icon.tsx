import {
  ArrowDown,
  Bug,
  CircleHelp,
  type LucideIcon,
  Plus,
  Star,
  TriangleAlert,
  Wrench,
} from "lucide-react";
import { useTranslations } from "next-intl";

/** One idea, one icon, everywhere. */
const KINDS = {
  request: Plus,
  problem: TriangleAlert,
  question: CircleHelp,
  praise: Star,
  bug: Bug,
  tech: Wrench,
  topDown: ArrowDown,
} as const satisfies Record<string, LucideIcon>;

export type ShownKind = keyof typeof KINDS;

/** Read aloud as its word, unless the word stands beside it. */
export function KindIcon({ kind, decorative }: { kind: ShownKind; decorative?: boolean }) {
  const t = useTranslations("ui.kind");
  return decorative ? <Sign kind={kind} /> : <KindSign kind={kind} word={t(kind)} />;
}

/** The same for long lists, which look the word up themselves. */
export function KindSign({ kind, word }: { kind: ShownKind; word: string }) {
  return (
    <span title={word} className="inline-grid shrink-0">
      <Sign kind={kind} />
      <span className="sr-only">{word}</span>
    </span>
  );
}

function Sign({ kind }: { kind: ShownKind }) {
  const Icon = KINDS[kind];
  return <Icon aria-hidden size={14} strokeWidth={1.5} className="shrink-0 text-ink-muted" />;
}
