import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { DoorWords } from "#components/i18n/door-words.tsx";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Logo } from "#components/ui/logo.tsx";
import { findQuiet } from "#lib/outbox/reads/silences.ts";
import { type Choice, silencingOf } from "#lib/outbox/silence-token.ts";
import { storable } from "#lib/text.ts";

// Public: the foot of a message leads here without signing in. The link's seal is the guard, here and where its button
// leads; to open the page changes nothing.

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("quiet"))("title"), referrer: "same-origin" };
}

const address = z.object({ token: z.string().max(300).transform(storable).catch("") });

export default async function QuietPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { token } = address.parse(await searchParams);
  const t = await getTranslations("quiet");
  const silencing = silencingOf(token);
  const quiet = silencing && (await findQuiet(silencing));
  const words = silencing ? wordOf(silencing.choice) : null;
  return (
    <main className="grid min-h-dvh justify-items-center bg-canvas px-4 py-12">
      <section className="h-fit w-full max-w-md border border-line bg-surface p-6">
        <Logo />
        <h1 className="mt-6 mb-1 text-answer">
          {quiet && words ? t(quiet.isQuiet ? `done.${words}` : `ask.${words}`) : t("closed")}
        </h1>
        <p className="mb-4 text-ink-muted">{quiet ? t("stays") : t("closedText")}</p>
        <DoorWords>
          {quiet ? (
            <form
              method="post"
              action={`/api/quiet?from=page&again=${quiet.isQuiet ? 1 : 0}&token=${encodeURIComponent(token)}`}
              className="flex flex-wrap gap-2"
            >
              <Button type="submit" variant={quiet.isQuiet ? "default" : "primary"}>
                {t(quiet.isQuiet ? "again" : "silence")}
              </Button>
              <ButtonLink href="/settings" variant="quiet">
                {t("settings")}
              </ButtonLink>
            </form>
          ) : (
            <ButtonLink href="/settings">{t("settings")}</ButtonLink>
          )}
        </DoorWords>
      </section>
    </main>
  );
}

function wordOf([of, what]: Choice) {
  return of === "digest" ? what : of;
}
