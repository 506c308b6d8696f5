import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { DoorWords } from "#components/i18n/door-words.tsx";
import { ChoosePassword } from "#components/sign-in/choose-password.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Logo } from "#components/ui/logo.tsx";
import { findOpenLink } from "#lib/auth/reads/password-links.ts";
import { now } from "#lib/clock.ts";
import { passwordWords } from "#lib/i18n/password-words.ts";
import { storable } from "#lib/text.ts";

// Public: whoever comes here can't sign in yet. The link is the guard, on this page and in its action; to open the page
// uses nothing up, as those who look through mail do.

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn"))("newPassword"), referrer: "no-referrer" };
}

const address = z.object({ token: z.string().max(200).transform(storable).catch("") });

export default async function PasswordPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { token } = address.parse(await searchParams);
  const [t, errors, words, link] = await Promise.all([
    getTranslations("signIn"),
    getTranslations("errors"),
    passwordWords(),
    findOpenLink(token, now()),
  ]);
  return (
    <main className="grid min-h-dvh justify-items-center bg-canvas px-4 py-12">
      <section className="h-fit w-full max-w-md border border-line bg-surface p-6">
        <Logo />
        <h1 className="mt-6 mb-1 text-answer">
          {link ? t("choose", { name: link.name }) : t("linkClosed")}
        </h1>
        {link ? (
          <DoorWords>
            <ChoosePassword
              token={token}
              account={{ name: link.name, email: link.email }}
              words={{
                ...words,
                email: t("email"),
                save: t("savePassword"),
                done: t("passwordChosen"),
                signIn: t("submit"),
                "password-link-closed": errors("password-link-closed"),
                notSent: errors("not-sent"),
              }}
            />
          </DoorWords>
        ) : (
          <>
            <p className="mb-4 text-ink-muted">{errors("password-link-closed")}</p>
            <ButtonLink href="/sign-in">{t("submit")}</ButtonLink>
          </>
        )}
      </section>
    </main>
  );
}
