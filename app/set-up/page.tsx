import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { DoorWords } from "#components/i18n/door-words.tsx";
import { SetUpForm } from "#components/people/set-up-form.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Logo } from "#components/ui/logo.tsx";
import { languageOf } from "#lib/i18n/language.ts";
import { passwordWords } from "#lib/i18n/password-words.ts";
import { isSetupOpen } from "#lib/people/writes/set-up.ts";
import { storable } from "#lib/text.ts";

// Public: nobody can sign in yet. The token that the start printed is the guard, on this page and in its action.

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("setUp"))("title"), referrer: "no-referrer" };
}

const address = z.object({ token: z.string().max(200).transform(storable).catch("") });

export default async function SetUpPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { token } = address.parse(await searchParams);
  const [t, errors, words, language, isOpen] = await Promise.all([
    getTranslations("setUp"),
    getTranslations("errors"),
    passwordWords(),
    getLocale(),
    isSetupOpen(token),
  ]);
  return (
    <main className="grid min-h-dvh justify-items-center bg-canvas px-4 py-12">
      <section className="h-fit w-full max-w-md border border-line bg-surface p-6">
        <Logo />
        <h1 className="mt-6 text-answer">{isOpen ? t("answer") : t("closedTitle")}</h1>
        <p className="mt-1 mb-4 text-ink-muted">{isOpen ? t("text") : t("closed")}</p>
        {isOpen ? (
          <DoorWords>
            <SetUpForm
              token={token}
              language={languageOf(language)}
              words={{
                ...words,
                name: t("name"),
                email: t("email"),
                submit: t("submit"),
                signIn: t("signIn"),
                next: t("next"),
                done: t("done", { email: "EMAIL" }),
                closed: t("closed"),
                invalid: t("invalid"),
                notSent: errors("not-sent"),
              }}
            />
          </DoorWords>
        ) : (
          <ButtonLink href="/sign-in">{t("signIn")}</ButtonLink>
        )}
      </section>
    </main>
  );
}
