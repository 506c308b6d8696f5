"use client";

import { useTranslations } from "next-intl";
import { MeButton } from "#components/shell/me-button.tsx";
import { MeSettings, type MeSettingsProps } from "#components/shell/me-settings.tsx";
import { type NavEntry, NavLink } from "#components/shell/nav-link.tsx";
import { OpenedPopover } from "#components/shell/opened-popover.tsx";
import { Avatar } from "#components/ui/avatar.tsx";

export type MeMenuProps = MeSettingsProps & {
  person: { name: string /** e.g. "PM · Mobile" */; role: string };
  /** The page with all of it, and one's password and sessions. */
  settings: NavEntry;
};

/** Who one is signed in as; opens to language, theme, keys and the way out. */
export function MeMenu(props: MeMenuProps) {
  const t = useTranslations("shell");
  const { name, role } = props.person;
  return (
    <>
      <MeButton>
        <Avatar name={name} />
        <span className="min-w-0">
          <span className="block truncate">{name}</span>
          <span className="block truncate text-xs text-ink-faint">{role}</span>
          <span className="sr-only">{t("me")}</span>
        </span>
      </MeButton>
      <OpenedPopover
        id="me-menu"
        className="inset-auto bottom-14 left-2 m-0 w-72 rounded-float border border-line bg-raised p-3 text-ink shadow-float"
      >
        {() => (
          <>
            <MeSettings {...props} />
            <div className="mt-2 border-t border-line pt-2">
              <NavLink {...props.settings} />
            </div>
          </>
        )}
      </OpenedPopover>
    </>
  );
}
