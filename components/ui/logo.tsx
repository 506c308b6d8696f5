/** A band with a needle in it: the gauge, and the mark of Tribune. Its name stands beside it. */
export function LogoMark({ className = "h-4 w-5" }: { className?: string }) {
  return (
    <svg viewBox="0 0 20 16" aria-hidden="true" className={className}>
      <path d="M5 1H1.5v14H5M15 1h3.5v14H15" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M8.5 3v10" className="stroke-accent" strokeWidth="3" />
    </svg>
  );
}

export function Logo() {
  return (
    <span className="inline-flex items-center gap-2 text-[0.9375rem] font-semibold tracking-[-0.01em]">
      <LogoMark />
      Tribune
    </span>
  );
}
