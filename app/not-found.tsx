import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#components/ui/button.tsx";

/** Absent and refused look alike. */
export default async function NotFound() {
  const t = await getTranslations("problems");
  return (
    <main className="grid max-w-lg justify-items-start gap-2 px-6 py-12 max-md:px-4">
      <h1 className="text-answer">{t("notFound.title")}</h1>
      <p className="text-ink-muted">{t("notFound.text")}</p>
      <ButtonLink href="/" className="mt-2">
        {t("notFound.home")}
      </ButtonLink>
    </main>
  );
}
