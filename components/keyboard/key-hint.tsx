import { keyCaps } from "#components/keyboard/key-caps.ts";
import { ModCap } from "#components/keyboard/mod-cap.tsx";

/**
 * Key caps beside what they do; hidden where there is no keyboard to speak of, and from assistive
 * technology, which reads aria-keyshortcuts instead.
 */
export function KeyHint({
  keys,
  onInk,
  className = "",
}: {
  /** As in the key map. */
  keys: string;
  /** On a primary button or a toast. */
  onInk?: boolean;
  className?: string;
}) {
  const look = onInk ? "border-current" : "border-line border-b-edge bg-surface text-ink-muted";
  return (
    <span
      aria-hidden
      className={`inline-flex shrink-0 gap-0.5 touch:hidden print:hidden ${className}`}
    >
      {keys.split(" ").map((step) => (
        <kbd
          key={step}
          className={`inline-grid h-4.5 min-w-4.5 place-items-center rounded-chip border px-1 font-sans text-2xs leading-none font-medium ${look}`}
        >
          {step.startsWith("Mod") ? <ModCap step={step} /> : keyCaps(step, false)}
        </kbd>
      ))}
    </span>
  );
}
