import Link from "next/link";
import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";

export type Tab = { href: string; label: ReactNode; count?: ReactNode; current: boolean };

/** Views of one screen, each an address. */
export function Tabs({
  label,
  tabs,
  aside,
}: {
  label: string;
  tabs: readonly Tab[];
  aside?: ReactNode;
}) {
  return (
    <div className="flex h-9 shrink-0 items-stretch border-b border-line px-6 max-md:h-11 max-md:px-4">
      <nav
        aria-label={label}
        className="-mb-px flex min-w-0 flex-1 gap-5 overflow-x-auto overflow-y-hidden"
      >
        {tabs.map((tab) => (
          <Link
            key={tab.href}
            href={tab.href}
            aria-current={tab.current ? "page" : undefined}
            className={classNames(
              "flex items-center gap-1.5 border-b-2 whitespace-nowrap focus-visible:-outline-offset-2",
              tab.current
                ? "border-ink font-medium text-ink"
                : "border-transparent text-ink-muted hover:text-ink",
            )}
          >
            {tab.label}
            {tab.count === undefined ? null : (
              <span className="text-xs font-normal text-ink-faint">{tab.count}</span>
            )}
          </Link>
        ))}
      </nav>
      {aside ? <div className="flex items-center gap-2 pl-4 max-md:hidden">{aside}</div> : null}
    </div>
  );
}
