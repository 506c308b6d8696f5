import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { DoorWords } from "#components/i18n/door-words.tsx";
import { SignInForm } from "#components/sign-in/sign-in-form.tsx";
import { Logo } from "#components/ui/logo.tsx";
import { chooseLanguage } from "#lib/auth/actions.ts";
import { oidc } from "#lib/auth/options.ts";
import { sampleSignIns } from "#lib/auth/sample-sign-ins.ts";
import { currentActor } from "#lib/auth/session.ts";
import { customerLink, customerLinkAddress } from "#lib/customers/customer-link.ts";
import { env } from "#lib/env.ts";
import { languageOf } from "#lib/i18n/language.ts";
import { handInAddress, handInLink } from "#lib/insights/hand-in-link.ts";

/** What lib/auth/options.ts may say of somebody whom the provider sent. */
const refusals = ["sign-in-unknown", "sign-in-unverified"] as const;

/** Where a link of ours led that needs somebody signed in; an address is never taken from outside. */
function nextOf(asked: Record<string, string | string[] | undefined>): string {
  if (asked.to === "hand-in") return handInAddress(handInLink.parse(asked));
  return asked.to === "customer" ? customerLinkAddress(customerLink.parse(asked)) : "/";
}

const trail = ["inbox", "team", "theme", "initiative", "told"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn"))("title") };
}

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const asked = await searchParams;
  const next = nextOf(asked);
  if (await currentActor()) redirect(next);
  const error = typeof asked.error === "string" ? asked.error : undefined;
  const refusal = refusals.find((known) => known === error);
  const t = await getTranslations("signIn");
  const sentences = await getTranslations("errors");
  const provider = oidc();
  const hats = await getTranslations("hats");
  const samples = (await listSampleSignIns()).map((sample) => {
    const label = hats(sample.label);
    return { ...sample, label, action: t("comeInAs", { name: sample.name, label }) };
  });
  const words = {
    email: t("email"),
    password: t("password"),
    submit: t("submit"),
    or: t("or"),
    sample: t("sample"),
    refused: t("refused"),
    tooMany: t("tooMany", { wait: "WAIT" }),
    unreachable: t("unreachable"),
    busy: t("busy"),
    providerRefused: refusal ? sentences(refusal) : t("providerRefused"),
  };
  return (
    <main className="min-h-dvh bg-canvas lg:grid lg:grid-cols-[minmax(0,560px)_minmax(0,1fr)]">
      <section className="flex min-h-dvh flex-col border-line bg-surface px-5 py-5 md:px-18 md:py-7 lg:border-r">
        <Logo />
        <div className="mt-8 grid gap-3 md:mt-16">
          <h1 className="mb-2 text-number font-semibold">{t("heading")}</h1>
          <DoorWords>
            <SignInForm
              words={words}
              company={provider && { label: t("company", { name: provider.name }) }}
              samples={samples}
              problem={error === "Busy" ? "busy" : error ? "providerRefused" : null}
              next={next}
            />
          </DoorWords>
        </div>
        <LanguageChoice label={t("languages")} />
      </section>
      <section className="hidden flex-col justify-center px-24 lg:flex">
        <p
          className={`mb-3 max-w-[640px] text-voice-lg tracking-[-0.012em] ${samples.length > 0 ? "font-voice" : "font-medium"}`}
        >
          {samples.length > 0 ? t("voice") : t("promise")}
        </p>
        {samples.length > 0 && <p className="text-xs text-ink-muted">{t("voiceBy")}</p>}
        <ol className="mt-12 max-w-[480px]">
          {trail.map((step, index) => (
            <li
              key={step}
              className="relative pb-4 pl-6 text-ink-muted not-last:after:absolute not-last:after:top-[17px] not-last:after:-bottom-[3px] not-last:after:left-[6.5px] not-last:after:border-l not-last:after:border-edge"
            >
              <span
                aria-hidden
                className={`absolute top-1.5 left-[3px] size-2 ${index === trail.length - 1 ? "border-2 border-accent" : "bg-ink"}`}
              />
              <b className="mr-1.5 font-medium text-ink">
                {t(step === "team" && samples.length === 0 ? "trail.anyTeam" : `trail.${step}`)}
              </b>
              {t(`trail.${step}Note`)}
            </li>
          ))}
        </ol>
      </section>
    </main>
  );
}

async function LanguageChoice({ label }: { label: string }) {
  const locale = languageOf(await getLocale());
  return (
    <form action={chooseLanguage} aria-label={label} className="mt-auto flex gap-3 pt-6 text-xs">
      {[
        ["en", "English"],
        ["fr", "Français"],
      ].map(([language, name]) => (
        <button
          key={language}
          type="submit"
          name="language"
          value={language}
          lang={language}
          aria-pressed={locale === language}
          className="min-h-6 cursor-pointer text-ink-faint aria-pressed:font-semibold aria-pressed:text-ink max-md:min-h-11"
        >
          {name}
        </button>
      ))}
    </form>
  );
}

/** The sample company's accounts: shown only where there is a sample company, which only loopback can reach. */
async function listSampleSignIns() {
  if (env().TRIBUNE_SAMPLE_DATA !== "1") return [];
  return sampleSignIns.parse(
    JSON.parse(await readFile(join(process.cwd(), "prisma/sample/sign-ins.json"), "utf8")),
  );
}
