import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MeSettings } from "#components/shell/me-settings.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { setLanguage, setSingleKeys, setTheme, signOut } from "#lib/auth/actions.ts";
import { requirePerson } from "#lib/auth/page-guard.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

export default async function SettingsPage() {
  const viewer = await requirePerson("own-settings:edit");
  const t = await getTranslations("settings");
  return (
    <>
      <PageHeader crumb={t("title")} answer={t("answer")} />
      <div className="max-w-md px-6 py-4 max-md:px-4">
        <MeSettings
          locale={viewer.language}
          theme={viewer.theme}
          singleKeys={viewer.singleKeys}
          actions={{ setLocale: setLanguage, setTheme, setSingleKeys, signOut }}
        />
      </div>
    </>
  );
}
