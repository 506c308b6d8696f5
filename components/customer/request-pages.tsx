import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button.tsx";
import type { RequestPart } from "#lib/insights/outcomes.ts";
import { REQUESTS_ON_PAGE } from "#lib/insights/reads/of-customer.ts";

/** The way to the next page of what they asked, where there is more than one. */
export function RequestPages({
  here,
  show,
  page,
  total,
}: {
  here: string;
  show: RequestPart;
  page: number;
  /** How many there are on all pages. */
  total: number;
}) {
  const t = useTranslations("customers.list");
  const last = Math.ceil(total / REQUESTS_ON_PAGE);
  if (last <= 1) return null;
  const to = (other: number) => `${here}?show=${show}&page=${other}`;
  return (
    <nav
      aria-label={t("pages")}
      className="flex items-center gap-2 border-t border-line px-6 py-3 max-md:px-4"
    >
      {page > 1 ? <ButtonLink href={to(page - 1)}>{t("before")}</ButtonLink> : null}
      <span className="text-xs text-ink-muted">{t("page", { page, last })}</span>
      {page < last ? (
        <ButtonLink rel="next" href={to(page + 1)}>
          {t("after")}
        </ButtonLink>
      ) : null}
    </nav>
  );
}
