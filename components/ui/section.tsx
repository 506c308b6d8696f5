import { type ReactNode, useId } from "react";
import { classNames } from "#components/ui/class-names.ts";

/** A part of a page, parted from the one above by a line across the whole width. */
export function Section({
  title,
  note,
  aside,
  children,
  className,
}: {
  title: ReactNode;
  /** A few quieter words after the title. */
  note?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className={classNames(
        "border-b border-line px-6 py-4 last:border-b-0 max-md:px-4",
        className,
      )}
    >
      <div className="mb-2 flex flex-wrap items-baseline gap-x-2">
        <h2 id={id} className="text-base font-semibold">
          {title}
        </h2>
        {note ? <span className="text-xs text-ink-muted">{note}</span> : null}
        {aside ? <div className="ml-auto flex gap-3 text-xs text-ink-muted">{aside}</div> : null}
      </div>
      {children}
    </section>
  );
}
