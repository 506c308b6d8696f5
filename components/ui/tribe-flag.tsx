import { classNames } from "#components/ui/class-names.ts";
import { TRIBE_BACKGROUND, TRIBE_TEXT, tribeHue } from "#components/ui/tribe-hue.ts";

/**
 * Three letters of a Tribe: solid once assigned, letters alone while only proposed. Read aloud as
 * the Tribe's name, or not at all when the name stands beside it.
 */
export function TribeFlag({
  name,
  position,
  letters = lettersOf(name),
  proposed,
  decorative,
}: {
  name: string;
  /** In the company's order, from 1; null for what is no Tribe (a craft, a department). */
  position: number | null;
  letters?: string;
  proposed?: boolean;
  decorative?: boolean;
}) {
  const hue = position === null ? null : tribeHue(position);
  const solid = hue ? TRIBE_BACKGROUND[hue] : "bg-ink-muted";
  const text = hue ? TRIBE_TEXT[hue] : "text-ink-muted";
  return (
    <span
      title={decorative ? undefined : name}
      className={classNames(
        "inline-grid h-4 shrink-0 items-center rounded-flag text-flag font-semibold tracking-wider",
        proposed
          ? `min-w-7 justify-start ${text}`
          : `min-w-8 justify-center px-1 text-surface ${solid}`,
      )}
    >
      <span aria-hidden>{letters}</span>
      {decorative ? null : <span className="sr-only">{name}</span>}
    </span>
  );
}

/** "Écoute" is ÉCO: the first three letters, capitals kept accented as French asks. */
export function lettersOf(name: string): string {
  return name
    .replaceAll(/[^\p{L}\p{N}]/gu, "")
    .slice(0, 3)
    .toLocaleUpperCase("fr");
}
