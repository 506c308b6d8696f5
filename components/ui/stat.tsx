import Link from "next/link";
import type { ReactNode } from "react";

/** A number, or words with one, that opens to the rows behind it. */
export function NumberLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="opens">
      {children}
    </Link>
  );
}

/** A big number with its noun below. One that cannot be opened is a bug, but where nothing is kept of what it counts. */
export function Stat({
  value,
  label,
  href,
  children,
}: {
  /** Already written in the person's language. */
  value: ReactNode;
  label: ReactNode;
  href: string | null;
  /** What to know beside it, e.g. "2 late now". */
  children?: ReactNode;
}) {
  const words = (
    <>
      <span className={`block text-number ${href === null ? "" : "opens"}`}>{value}</span>
      <span className="block text-xs text-ink-muted group-hover:text-ink">{label}</span>
    </>
  );
  return (
    <div>
      {href === null ? (
        words
      ) : (
        <Link href={href} className="group block w-fit">
          {words}
        </Link>
      )}
      {children ? <div className="text-xs text-ink-muted">{children}</div> : null}
    </div>
  );
}
