import { useTranslations } from "next-intl";
import { Choice, type FormAction } from "#components/shell/choice.tsx";
import { Button } from "#components/ui/button.tsx";
import { LogOut } from "#components/ui/icons.tsx";
import { type Language, type Locale, localeOf, regionsOf } from "#lib/i18n/language.ts";

export type MeSettingsProps = {
  locale: Language;
  region: string | null;
  theme: "system" | "light" | "dark";
  singleKeys: boolean;
  actions: {
    /** Form fields: locale · region · theme · singleKeys ("on" or "off"). */
    setLocale: FormAction;
    setRegion: FormAction;
    setTheme: FormAction;
    setSingleKeys: FormAction;
    signOut: FormAction;
  };
};

/** What a person chooses for themselves, each choice a form of its own: it holds at once. */
export function MeSettings({ locale, region, theme, singleKeys, actions }: MeSettingsProps) {
  const t = useTranslations("shell");
  return (
    <div className="grid gap-3">
      <Choice
        legend={t("language")}
        name="locale"
        action={actions.setLocale}
        chosen={locale}
        options={[
          ["en", "English"],
          ["fr", "Français"],
        ]}
      />
      <Choice
        legend={t("region")}
        name="region"
        action={actions.setRegion}
        chosen={localeOf(locale, region).slice(-2)}
        options={regionsOf[locale].map((one) => [one, wordsOf(localeOf(locale, one))])}
      />
      <Choice
        legend={t("theme.title")}
        name="theme"
        action={actions.setTheme}
        chosen={theme}
        options={[
          ["system", t("theme.system")],
          ["light", t("theme.light")],
          ["dark", t("theme.dark")],
        ]}
      />
      <Choice
        legend={t("singleKeys.title")}
        name="singleKeys"
        action={actions.setSingleKeys}
        chosen={singleKeys ? "on" : "off"}
        options={[
          ["on", t("singleKeys.on")],
          ["off", t("singleKeys.off")],
        ]}
      />
      <form action={actions.signOut} className="border-t border-line pt-2">
        <Button
          type="submit"
          variant="quiet"
          icon={<LogOut aria-hidden size={16} strokeWidth={1.5} />}
        >
          {t("signOut")}
        </Button>
      </form>
    </div>
  );
}

/** What the choice means, by an example: "Royaume-Uni, 31/12/2026". */
function wordsOf(locale: Locale): string {
  const place = new Intl.DisplayNames(locale, { type: "region" }).of(locale.slice(-2));
  const day = new Date(Date.UTC(2026, 11, 31));
  const written = new Intl.DateTimeFormat(locale, { dateStyle: "short", timeZone: "UTC" });
  return `${place}, ${written.format(day)}, ${new Intl.NumberFormat(locale).format(1234.5)}`;
}
