"use client";

import { useTranslations } from "next-intl";
import type { MeMenuProps } from "#components/shell/me-menu.tsx";
import { MeSettings } from "#components/shell/me-settings.tsx";
import { type NavEntry, NavLink } from "#components/shell/nav-link.tsx";
import { OpenedPopover } from "#components/shell/opened-popover.tsx";
import { SearchButton } from "#components/shell/search-button.tsx";
import { Ellipsis } from "#components/ui/icons.tsx";

const IN_THE_BAR = 4;

type Props = { nav: readonly NavEntry[]; handIn: NavEntry; me: MeMenuProps };

/** On phones: four entries and "more", which holds the others, handing in, the search and one's settings. */
export function BottomBar({ nav, handIn, me }: Props) {
  const t = useTranslations("shell");
  return (
    <header className="fixed inset-x-0 bottom-0 z-10 flex [body:has([data-reading])_&]:hidden border-t border-line bg-canvas px-1 pt-1.5 pb-[calc(0.5rem+env(safe-area-inset-bottom))] md:hidden print:hidden">
      <nav aria-label={t("nav")} className="flex min-w-0 flex-[4]">
        {nav.slice(0, IN_THE_BAR).map((entry) => (
          <NavLink key={entry.href} {...entry} tall />
        ))}
      </nav>
      <button
        type="button"
        popoverTarget="more-menu"
        className="flex h-11 min-w-15 flex-1 flex-col items-center justify-center gap-0.5 rounded-[5px] text-2xs text-ink-muted"
      >
        <Ellipsis aria-hidden size={16} strokeWidth={1.5} />
        {t("more")}
      </button>
      <OpenedPopover
        id="more-menu"
        className="inset-x-2 top-auto bottom-17 m-0 max-h-[80dvh] w-auto overflow-y-auto rounded-float border border-line bg-raised p-3 text-ink shadow-float"
      >
        {() => (
          <>
            <nav aria-label={t("moreNav")} className="mb-2 grid border-b border-line pb-2">
              {[...nav.slice(IN_THE_BAR), handIn, me.settings].map((entry) => (
                <NavLink key={entry.href} {...entry} />
              ))}
            </nav>
            <SearchButton />
            <p className="my-2 border-b border-line px-2 pb-2">
              {me.person.name} <span className="text-xs text-ink-muted">{me.person.role}</span>
            </p>
            <MeSettings {...me} />
          </>
        )}
      </OpenedPopover>
    </header>
  );
}
