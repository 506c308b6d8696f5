import Link from "next/link";
import { useTranslations } from "next-intl";
import { Popover } from "#components/ui/popover.tsx";
import type { ServingInitiative } from "#lib/okrs/views.ts";

/** How many initiatives are behind a key result, opening to them; an individual one needs none. */
export function ServedBy({
  title,
  initiatives,
  isPrivate,
}: {
  title: string;
  initiatives: readonly ServingInitiative[];
  isPrivate: boolean;
}) {
  const t = useTranslations("okrs");
  if (initiatives.length === 0)
    return isPrivate ? null : <span className="text-warn">{t("servedNone")}</span>;
  return (
    <Popover
      label={t("servedByTitle", { title })}
      button={<span className="opens">{initiatives.length}</span>}
      trigger={{
        variant: "quiet",
        className: "h-6! px-1! font-normal!",
        "aria-label": `${initiatives.length}: ${t("servedByTitle", { title })}`,
      }}
      className="max-w-96"
    >
      <ul className="grid gap-1 text-left text-sm">
        {initiatives.map(({ id, number, title: name, team }) => (
          <li key={id}>
            <Link href={`/initiatives/${number}`} className="text-ink hover:underline">
              {name}
            </Link>
            <span className="block text-xs text-ink-muted">{team}</span>
          </li>
        ))}
      </ul>
    </Popover>
  );
}
