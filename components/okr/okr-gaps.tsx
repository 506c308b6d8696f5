import Link from "next/link";
import { useTranslations } from "next-intl";
import { Section } from "#components/ui/section.tsx";
import { TribeFlag } from "#components/ui/tribe-flag.tsx";
import type { PlannedInitiative } from "#lib/okrs/reads.ts";

/** The gap seen from the roadmap: what is planned and serves nothing that was aimed at. */
export function OkrGaps({ initiatives }: { initiatives: readonly PlannedInitiative[] }) {
  const t = useTranslations("okrs.gap");
  return (
    <Section title={t("title")} note={t("count", { count: initiatives.length })}>
      <div id="unlinked">
        {initiatives.length === 0 ? <p className="text-ink-muted">{t("none")}</p> : null}
        <ul className="grid gap-x-8 md:grid-cols-2">
          {initiatives.map(({ id, number, title, team, tribe }) => (
            <li key={id} className="flex items-center gap-2 border-b border-line py-1.5">
              <TribeFlag
                name={tribe.name}
                letters={tribe.code}
                position={tribe.position}
                proposed
              />
              <Link href={`/initiatives/${number}`} className="min-w-0 flex-1 hover:underline">
                {title}
              </Link>
              <span className="text-xs text-ink-muted">{team}</span>
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}
