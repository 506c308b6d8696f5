import type { DeclaredMessages } from "#lib/i18n/declared-messages.ts";
import type { Locale } from "#lib/i18n/language.ts";

declare module "use-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: DeclaredMessages;
  }
}
