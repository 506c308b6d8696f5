import { useTranslations } from "next-intl";
import { NumberLink } from "#components/ui/stat.tsx";

/** What of a screen is shown, where a number elsewhere opens only a part of it, and the way to all of it. */
export function Narrowed({ words, all }: { words: string; all: string }) {
  const t = useTranslations("ui");
  return (
    <p className="border-b border-line bg-canvas px-6 py-1.5 text-xs text-ink-muted max-md:px-4">
      {words} <NumberLink href={all}>{t("seeAll")}</NumberLink>
    </p>
  );
}
