import Link from "next/link";
import { useTranslations } from "next-intl";
import { NumberLink } from "#components/ui/stat.tsx";
import type { ServingInitiative } from "#lib/initiatives/reads/of-customer.ts";
import { addressOf } from "#lib/insights/list/address.ts";
import { quarterName } from "#lib/quarter.ts";

const AT_FIRST = 6;

type Props = {
  initiatives: readonly ServingInitiative[];
  organisationId: string;
  /** Whether the list of insights opens for this person. */
  mayList: boolean;
};

/** What is made of what they asked, when, and of how much of it. */
export function Serving({ initiatives, ...rest }: Props) {
  const t = useTranslations("customers.page");
  if (initiatives.length === 0) return <p className="text-ink-muted">{t("noInitiatives")}</p>;
  const more = initiatives.slice(AT_FIRST);
  return (
    <>
      <InitiativeList initiatives={initiatives.slice(0, AT_FIRST)} {...rest} />
      {more.length > 0 ? (
        <details className="border-t border-line pt-2">
          <summary className="w-fit text-ink-muted">
            {t("moreInitiatives", { count: more.length })}
          </summary>
          <InitiativeList initiatives={more} {...rest} />
        </details>
      ) : null}
    </>
  );
}

function InitiativeList({ initiatives, organisationId, mayList }: Props) {
  const t = useTranslations("customers.page");
  return (
    <ul>
      {initiatives.map(({ id, number, title, team, quarters, insights }) => {
        const words = t("behind", { count: insights });
        const list = addressOf({ state: "all", organisationId, initiativeId: id });
        const when = quarters.length > 0 ? quarters.map(quarterName).join(", ") : t("notPlanned");
        return (
          <li key={id} className="border-t border-line py-1.5 first:border-t-0">
            <Link
              href={`/initiatives/${number}`}
              prefetch={false}
              className="block font-medium wrap-anywhere hover:underline"
            >
              {title}
            </Link>
            <span className="flex flex-wrap gap-x-2 text-xs text-ink-muted">
              <span>
                {team}, {when}
              </span>
              <span className="ml-auto">
                {mayList ? <NumberLink href={`/insights?${list}`}>{words}</NumberLink> : words}
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
