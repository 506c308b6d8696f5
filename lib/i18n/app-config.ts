import type { DeclaredMessages } from "#lib/i18n/declared-messages.ts";
import type { Language } from "#lib/i18n/language.ts";

declare module "use-intl" {
  interface AppConfig {
    Locale: Language;
    Messages: DeclaredMessages;
  }
}
