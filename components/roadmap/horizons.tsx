import Link from "next/link";
import { useTranslations } from "next-intl";
import { PageHeader } from "#components/ui/page-header.tsx";
import { TribeFlag } from "#components/ui/tribe-flag.tsx";
import { horizons, type OnHorizon } from "#lib/roadmap/views.ts";

/** The roadmap for whoever is outside Product: what comes now, next and later, and of whom. */
export function Horizons({ planned }: { planned: readonly OnHorizon[] }) {
  const t = useTranslations("roadmap");
  const now = planned.filter(({ horizon }) => horizon === "now");
  return (
    <>
      <PageHeader
        crumb={t("title")}
        answer={t("horizons.answer", { now: now.length, all: planned.length })}
      />
      <div className="grid flex-1 divide-line max-md:divide-y md:grid-cols-3 md:divide-x">
        {horizons.map((horizon) => {
          const here = planned.filter((one) => one.horizon === horizon);
          return (
            <section key={horizon} aria-labelledby={horizon} className="px-6 py-4 max-md:px-4">
              <h2 id={horizon} className="mb-2 text-base font-semibold">
                {t(`horizons.${horizon}`)}{" "}
                <span className="text-xs font-normal text-ink-muted">{here.length}</span>
              </h2>
              {here.length === 0 ? (
                <p className="text-ink-muted">{t("horizons.nothing")}</p>
              ) : (
                <ul>
                  {here.map(({ number, title, tribe }) => (
                    <li
                      key={number}
                      className="flex items-start gap-2 border-t border-line py-2 first:border-t-0"
                    >
                      <TribeFlag name={tribe.name} letters={tribe.code} position={tribe.position} />
                      <Link
                        href={`/initiatives/${number}`}
                        className="min-w-0 wrap-anywhere hover:underline"
                      >
                        {title}
                      </Link>
                    </li>
                  ))}
                </ul>
              )}
            </section>
          );
        })}
      </div>
    </>
  );
}
