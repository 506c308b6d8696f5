import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { shortMoney } from "#components/insight/short-money.ts";
import { NumberLink } from "#components/ui/stat.tsx";
import { Voice } from "#components/ui/voice.tsx";
import type { Evidence as EvidenceView, VoiceBehind } from "#lib/initiatives/reads/initiative.ts";

const SHOWN = 6;

/** Who asked, in their own words, each customer once. */
export function Evidence({
  evidence,
  themeIds,
  mayOpen,
}: {
  evidence: EvidenceView;
  themeIds: readonly string[];
  /** Whether insights open for this person. */
  mayOpen: boolean;
}) {
  const t = useTranslations("initiatives.evidence");
  const { voices } = evidence;
  const href =
    mayOpen && themeIds.length === 1 ? `/insights?state=all&theme=${themeIds[0]}` : "#voices";
  return (
    <section aria-label={t("title")} className="px-6 py-4 max-md:px-4">
      <h2 className="text-base font-semibold">{t("title")}</h2>
      <Totals evidence={evidence} href={href} />
      {voices.length === 0 ? <p className="mt-3 text-ink-muted">{t("none")}</p> : null}
      <ul id="voices">
        {voices.slice(0, SHOWN).map((voice) => (
          <VoiceRow
            key={`${voice.insightNumber}-${voice.organisation}`}
            voice={voice}
            mayOpen={mayOpen}
          />
        ))}
      </ul>
      {voices.length > SHOWN ? (
        <details className="border-t border-line pt-2">
          <summary className="w-fit text-ink-muted">
            {t("more", { count: voices.length - SHOWN })}
          </summary>
          <ul>
            {voices.slice(SHOWN).map((voice) => (
              <VoiceRow
                key={`${voice.insightNumber}-${voice.organisation}`}
                voice={voice}
                mayOpen={mayOpen}
              />
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

function Totals({ evidence, href }: { evidence: EvidenceView; href: string }) {
  const t = useTranslations("initiatives.evidence");
  const format = useFormatter();
  const locale = useLocale();
  const { insights, customers, revenueCents, atStakeCents } = evidence;
  const numbers = [
    { value: format.number(insights), label: t("insights", { count: insights }) },
    { value: format.number(customers), label: t("customers", { count: customers }) },
    ...(revenueCents ? [{ value: shortMoney(revenueCents, locale), label: t("revenue") }] : []),
    ...(atStakeCents ? [{ value: shortMoney(atStakeCents, locale), label: t("atStake") }] : []),
  ];
  return (
    <dl className="mt-2 flex flex-wrap gap-x-8 gap-y-2 pb-3">
      {numbers.map(({ value, label }) => (
        <div key={label} className="flex flex-col-reverse">
          <dt className="text-xs text-ink-muted">{label}</dt>
          <dd className="text-number">
            <NumberLink href={href}>{value}</NumberLink>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function VoiceRow({ voice, mayOpen }: { voice: VoiceBehind; mayOpen: boolean }) {
  const t = useTranslations("initiatives.evidence");
  const format = useFormatter();
  const locale = useLocale();
  const key = `INS-${voice.insightNumber}`;
  return (
    <li className="border-t border-line py-3">
      <Voice lang={voice.language === "en" || voice.language === "fr" ? voice.language : undefined}>
        {voice.words}
      </Voice>
      <p className="mt-1 flex flex-wrap items-baseline gap-x-2 text-xs text-ink-muted">
        <span>
          <b className="font-semibold text-ink">{voice.organisation ?? t("nobody")}</b>
          {voice.revenueCents ? ` · ${shortMoney(voice.revenueCents, locale)}` : ""}
          {voice.state === "prospect" ? ` · ${t("prospect")}` : ""}
          {voice.state === "lost" ? ` · ${t("lost")}` : ""}
        </span>
        <span className="ml-auto">
          {mayOpen ? (
            <Link href={`/insights/${voice.insightNumber}`} className="opens">
              {key}
            </Link>
          ) : (
            key
          )}
          , {format.dateTime(voice.saidAt, { day: "numeric", month: "short", year: "numeric" })}
        </span>
      </p>
    </li>
  );
}
