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
import { classNames } from "#components/ui/class-names.ts";

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

/** For long lists: the icon as `KindSheet` drew it once, 14 px, named by the word that is given. */
export function KindMark({ kind, word, className }: KindMarkProps) {
  return (
    <svg
      role="img"
      aria-label={word}
      width={14}
      height={14}
      className={classNames("shrink-0 text-ink-muted", className)}
    >
      <use href={`#kind-${kind}`} />
    </svg>
  );
}

type KindMarkProps = { kind: ShownKind; word: string; className?: string };

/** Every icon once, for the marks of one page. */
export function KindSheet() {
  return (
    <svg aria-hidden className="hidden">
      {Object.entries(KINDS).map(([kind, Icon]) => (
        <symbol key={kind} id={`kind-${kind}`} viewBox="0 0 24 24">
          <Icon size={24} strokeWidth={1.5} />
        </symbol>
      ))}
    </svg>
  );
}
