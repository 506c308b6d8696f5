import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { currentActor } from "#lib/auth/session.ts";
import { companyTimeZone } from "#lib/clock.ts";
import {
  isLanguage,
  type Locale,
  languageOf,
  localeOf,
  preferredLanguage,
} from "#lib/i18n/language.ts";
import { loadMessages } from "#lib/i18n/messages.ts";

/** A person's own language and region; before sign-in the cookie's, else the browser's. */
export default getRequestConfig(async () => {
  const locale = await localeOfRequest();
  return { locale, messages: await loadMessages(languageOf(locale)), timeZone: companyTimeZone() };
});

async function localeOfRequest(): Promise<Locale> {
  const actor = await currentActor();
  if (actor) return localeOf(actor.language, actor.region);
  const chosen = (await cookies()).get("language")?.value;
  if (chosen && isLanguage(chosen)) return localeOf(chosen);
  return localeOf(preferredLanguage((await headers()).get("accept-language") ?? ""));
}
