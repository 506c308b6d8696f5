import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button.tsx";

/** The way through a list that has more than one page. @param to the address of a page, counted from 1 */
export function Pages({
  page,
  total,
  onPage,
  to,
}: {
  page: number;
  /** How many lines there are on all pages, and how many a page holds. */
  total: number;
  onPage: number;
  to: (page: number) => string;
}) {
  const t = useTranslations("ui.pages");
  const last = Math.ceil(total / onPage);
  if (last <= 1) return null;
  return (
    <nav
      aria-label={t("all")}
      className="flex items-center gap-2 border-t border-line px-6 py-3 max-md:px-4"
    >
      {page > 1 ? (
        <ButtonLink rel="prev" href={to(page - 1)}>
          {t("before")}
        </ButtonLink>
      ) : null}
      <span className="text-xs text-ink-muted">{t("here", { page, last })}</span>
      {page < last ? (
        <ButtonLink rel="next" href={to(page + 1)}>
          {t("after")}
        </ButtonLink>
      ) : null}
    </nav>
  );
}
