import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OwnMessages } from "#components/people/own-messages.tsx";
import { OwnPassword } from "#components/people/own-password.tsx";
import { OwnSessions } from "#components/people/own-sessions.tsx";
import { MeSettings } from "#components/shell/me-settings.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import {
  setDigest,
  setLanguage,
  setMessages,
  setRegion,
  setSingleKeys,
  setTheme,
  setTimeZone,
  signOut,
} from "#lib/auth/actions.ts";
import { requirePerson } from "#lib/auth/page-guard.ts";
import { findOwnAccount, listOwnSessions } from "#lib/auth/reads/sessions.ts";
import { moment } from "#lib/clock.ts";
import { passwordWords } from "#lib/i18n/password-words.ts";
import { findWishes, listSilences } from "#lib/outbox/reads/silences.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

export default async function SettingsPage() {
  const viewer = await requirePerson("own-settings:edit");
  const at = moment();
  const [t, own, words, account, sessions, wishes, silences] = await Promise.all([
    getTranslations("settings"),
    getTranslations("settings.own"),
    passwordWords(),
    findOwnAccount(viewer),
    listOwnSessions(viewer, at.now),
    findWishes(viewer),
    listSilences(viewer),
  ]);
  return (
    <>
      <PageHeader crumb={t("title")} answer={t("answer")} />
      <div className="border-b border-line px-6 py-4 max-md:px-4">
        <div className="max-w-md">
          <MeSettings
            locale={viewer.language}
            region={viewer.region}
            theme={viewer.theme}
            singleKeys={viewer.singleKeys}
            actions={{ setLocale: setLanguage, setRegion, setTheme, setSingleKeys, signOut }}
          />
        </div>
      </div>
      <Section title={own("messages.title")} note={own("messages.note")}>
        <OwnMessages
          wishes={wishes}
          silences={silences}
          companyTimeZone={at.timeZone}
          actions={{ setMessages, setDigest, setTimeZone }}
        />
      </Section>
      <Section title={own("password")}>
        {account.hasPassword ? (
          <OwnPassword
            account={{ name: viewer.name, email: account.email }}
            words={{
              ...words,
              current: own("current"),
              save: own("changePassword"),
              done: own("passwordChanged"),
            }}
          />
        ) : (
          <p className="text-ink-muted">{own("noPassword")}</p>
        )}
      </Section>
      <Section title={own("sessions")} note={own("sessionsNote")}>
        <OwnSessions sessions={sessions} timeZone={at.timeZone} />
      </Section>
    </>
  );
}
