import Link from "next/link";
import { useTranslations } from "next-intl";
import { quarterName } from "#lib/quarter.ts";
import type { ThemeInitiative } from "#lib/themes/reads/theme.ts";

/** What was made of the theme, and when it is planned. */
export function ThemeInitiatives({ initiatives }: { initiatives: readonly ThemeInitiative[] }) {
  const t = useTranslations("themes.page");
  if (initiatives.length === 0) return <p className="text-ink-muted">{t("noInitiatives")}</p>;
  return (
    <ul>
      {initiatives.map(({ number, title, team, quarters }) => (
        <li key={number} className="flex flex-wrap items-baseline gap-x-2 py-1">
          <Link
            href={`/initiatives/${number}`}
            className="min-w-0 font-medium wrap-anywhere hover:underline"
          >
            <span className="mr-2 text-xs font-normal text-ink-muted">INI-{number}</span>
            {title}
          </Link>
          <span className="ml-auto text-xs whitespace-nowrap text-ink-muted">
            {team}, {quarters.length > 0 ? quarters.map(quarterName).join(", ") : t("nowhere")}
          </span>
        </li>
      ))}
    </ul>
  );
}
