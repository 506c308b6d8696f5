import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { currentActor } from "#lib/auth/session.ts";
import { companyTimeZone } from "#lib/clock.ts";
import { isLanguage, type Language, preferredLanguage } from "#lib/i18n/language.ts";
import { loadMessages } from "#lib/i18n/messages.ts";

/** A person's own language; before sign-in the cookie's, else the browser's. */
export default getRequestConfig(async () => {
  const locale = await languageOfRequest();
  return { locale, messages: await loadMessages(locale), timeZone: companyTimeZone() };
});

async function languageOfRequest(): Promise<Language> {
  const actor = await currentActor();
  if (actor) return actor.language;
  const chosen = (await cookies()).get("language")?.value;
  if (chosen && isLanguage(chosen)) return chosen;
  return preferredLanguage((await headers()).get("accept-language") ?? "");
}
