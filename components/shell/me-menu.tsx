import { useTranslations } from "next-intl";
import { MeButton } from "#components/shell/me-button.tsx";
import { MeSettings, type MeSettingsProps } from "#components/shell/me-settings.tsx";
import { Avatar } from "#components/ui/avatar.tsx";

export type MeMenuProps = MeSettingsProps & {
  person: { name: string /** e.g. "PM · Mobile" */; role: string };
};

/** Who one is signed in as; opens to language, theme, keys and the way out. Needs no script. */
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
      <div
        id="me-menu"
        popover="auto"
        className="inset-auto bottom-14 left-2 m-0 w-60 rounded-float border border-line bg-raised p-3 text-ink shadow-float"
      >
        <MeSettings {...props} />
      </div>
    </>
  );
}
