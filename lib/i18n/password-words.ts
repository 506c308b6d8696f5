import "server-only";
import { getTranslations } from "next-intl/server";

/** What a field for a new password says, on pages that nobody is signed in on too. */
export async function passwordWords() {
  const [t, errors] = await Promise.all([getTranslations("signIn"), getTranslations("errors")]);
  return {
    label: t("newPassword"),
    hint: t("newPasswordHint"),
    good: t("newPasswordGood"),
    "password-short": errors("password-short"),
    "password-own-words": errors("password-own-words"),
    "password-common": errors("password-common"),
  };
}
