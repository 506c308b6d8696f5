import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { KeyboardProvider } from "#components/keyboard/keyboard-provider.tsx";
import type { Screen } from "#components/keyboard/screen.ts";
import { BottomBar } from "#components/shell/bottom-bar.tsx";
import { GoKeys } from "#components/shell/go-keys.tsx";
import { MeMenu, type MeMenuProps } from "#components/shell/me-menu.tsx";
import { type NavEntry, NavLink } from "#components/shell/nav-link.tsx";
import { SearchButton } from "#components/shell/search-button.tsx";
import { Logo } from "#components/ui/logo.tsx";
import { Toaster } from "#components/ui/toaster.tsx";

export type AppShellProps = MeMenuProps & {
  /** This person's entries, six at most, in order. */
  nav: readonly NavEntry[];
  /** Everybody hands in: in the phone's menu, whatever the rail shows. */
  handIn: NavEntry;
  /** Every screen the person may open: the command menu and the G keys. */
  screens: readonly Screen[];
  /** Where the command menu and / search, e.g. "/insights?q=". */
  searchHref?: string;
  children: ReactNode;
};

/** Rail (a bar of five on phones), the page beside it, keys, command menu and toasts. */
export function AppShell({ nav, handIn, screens, searchHref, children, ...me }: AppShellProps) {
  const t = useTranslations("shell");
  return (
    <KeyboardProvider
      singleKeys={me.singleKeys}
      screens={screens}
      searchHref={searchHref}
      choose={me.actions}
    >
      <GoKeys screens={screens} />
      <a
        href="#main"
        className="sr-only z-30 rounded-control bg-ink px-3 py-2 text-surface focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t("skip")}
      </a>
      <div className="md:grid md:grid-cols-[11.75rem_minmax(0,1fr)] print:block">
        <header className="sticky top-0 flex h-dvh flex-col gap-px overflow-y-auto border-r border-line px-2 pt-3 pb-2 max-md:hidden print:hidden">
          <div className="px-2 pt-0.5 pb-3">
            <Logo />
          </div>
          <nav aria-label={t("nav")} className="grid gap-px">
            {nav.map((entry) => (
              <NavLink key={entry.href} {...entry} />
            ))}
          </nav>
          <span className="flex-1" />
          <SearchButton />
          <MeMenu {...me} />
        </header>
        <main
          id="main"
          tabIndex={-1}
          className="flex min-h-dvh min-w-0 flex-col bg-surface max-md:pb-16 max-md:[body:has([data-reading])_&]:pb-0 print:pb-0"
        >
          {children}
        </main>
      </div>
      <BottomBar nav={nav} handIn={handIn} me={me} />
      <Toaster />
    </KeyboardProvider>
  );
}
