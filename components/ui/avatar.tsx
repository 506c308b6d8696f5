/** Initials in a circle, beside a name that says the rest. */
export function Avatar({ name, small }: { name: string; small?: boolean }) {
  const size = small ? "size-5 text-[0.5625rem]" : "size-6 text-flag";
  return (
    <span
      aria-hidden
      className={`grid shrink-0 place-items-center rounded-full border border-line bg-sunk font-semibold tracking-[0.02em] text-ink-muted ${size}`}
    >
      {initialsOf(name)}
    </span>
  );
}

export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends
    .map((word) => [...(word ?? "")][0] ?? "")
    .join("")
    .toLocaleUpperCase("fr");
}
