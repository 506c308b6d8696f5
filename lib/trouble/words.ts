import "server-only";
import type { IncomingHttpHeaders } from "node:http";
import { createTranslator } from "use-intl/core";
import type { AnyWords } from "#lib/i18n/any-words.ts";
import { isLanguage, type Language, preferredLanguage } from "#lib/i18n/language.ts";
import { loadMessages } from "#lib/i18n/messages.ts";
import type { Kind } from "#lib/trouble/kind-of-request.ts";
import type { Trouble } from "#lib/troubles.ts";

/** What an answer says that can't be given, to a person or to a script. */
export type TroubleWords = (
  trouble: Trouble,
  kind: Kind,
  asking: IncomingHttpHeaders,
) => { type: string; text: string };

/** Read beforehand: when they are needed nothing else may be at hand. */
export async function troubleWords(): Promise<TroubleWords> {
  const english = await translatorOf("en");
  const french = await translatorOf("fr");
  return (trouble, kind, asking) => {
    if (kind !== "page") {
      const text = JSON.stringify({ error: { key: trouble, params: {} } });
      return { type: "application/json", text };
    }
    const language = languageOf(asking);
    const t = language === "fr" ? french : english;
    const words = {
      title: t.markup("ui.trouble.title"),
      text: t.markup(`errors.${trouble}`),
      again: t.markup("ui.trouble.again"),
    };
    return { type: "text/html; charset=utf-8", text: pageOf(language, words) };
  };
}

async function translatorOf(locale: Language): Promise<AnyWords> {
  const messages = await loadMessages(locale);
  return createTranslator({ locale, messages });
}

/** Who asks can't be looked up now: as before sign-in, the cookie's language or the browser's. */
function languageOf({ cookie, ...asking }: IncomingHttpHeaders): Language {
  const chosen = /(?:^|;\s*)language=(\w+)/.exec(cookie ?? "")?.[1] ?? "";
  return isLanguage(chosen) ? chosen : preferredLanguage(asking["accept-language"] ?? "");
}

function pageOf(
  language: Language,
  { title, text, again }: { title: string; text: string; again: string },
): string {
  return `<!DOCTYPE html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="5"><title>${title} · Tribune</title>
<style>:root{color-scheme:light dark;font:15px/1.5 system-ui,sans-serif}main{max-width:32rem;margin:20vh auto;padding:0 1rem}h1{font-size:1.2rem}</style>
</head><body><main role="alert"><h1>${title}</h1><p>${text}</p><p>${again}</p></main></body></html>
`;
}
