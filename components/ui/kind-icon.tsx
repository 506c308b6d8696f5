import { useTranslations } from "next-intl";
import { classNames } from "#components/ui/class-names.ts";
import {
  ArrowDown,
  Bug,
  CircleHelp,
  type Icon,
  Plus,
  Star,
  TriangleAlert,
  Wrench,
} from "#components/ui/icons.tsx";

/** One idea, one icon, everywhere. */
const KINDS = {
  request: Plus,
  problem: TriangleAlert,
  question: CircleHelp,
  praise: Star,
  bug: Bug,
  tech: Wrench,
  topDown: ArrowDown,
} as const satisfies Record<string, Icon>;

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

/** For long lists: an icon without a frame of its own, 14 px, named by the word that is given. */
export function KindMark({ kind, word, className }: KindMarkProps) {
  const Icon = KINDS[kind];
  return (
    <Icon
      role="img"
      aria-label={word}
      size={14}
      strokeWidth={1.5}
      className={classNames("shrink-0 text-ink-muted", className)}
    />
  );
}

type KindMarkProps = { kind: ShownKind; word: string; className?: string };
