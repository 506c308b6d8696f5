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
  const Icon = KINDS[kind];
  const icon = <Icon aria-hidden size={14} strokeWidth={1.5} className="shrink-0 text-ink-muted" />;
  if (decorative) return icon;
  return (
    <span title={t(kind)} className="inline-grid shrink-0">
      {icon}
      <span className="sr-only">{t(kind)}</span>
    </span>
  );
}
