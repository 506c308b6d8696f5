import Link from "next/link";
import { useTranslations } from "next-intl";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { Voice } from "#components/ui/voice.tsx";
import { insightKey } from "#lib/insights/number.ts";
import type { CustomerVoice } from "#lib/insights/reads/of-customer.ts";

/** What they said last, in their own words. */
export function TheirWords({ voices }: { voices: readonly CustomerVoice[] }) {
  const t = useTranslations("customers.page");
  const format = useFormatter();
  if (voices.length === 0) return <p className="text-ink-muted">{t("noVoices")}</p>;
  return (
    <ul>
      {voices.map(({ number, words, language, saidAt }) => (
        <li key={number} className="border-t border-line py-2.5 first:border-t-0 first:pt-0">
          <Voice size="sm" lang={language === "en" || language === "fr" ? language : undefined}>
            {words}
          </Voice>
          <p className="mt-1 text-xs text-ink-muted">
            <Link href={`/insights/${insightKey(number)}`} prefetch={false} className="opens">
              {insightKey(number)}
            </Link>
            ,{" "}
            {format.dateTime(new Date(saidAt), { day: "numeric", month: "short", year: "numeric" })}
          </p>
        </li>
      ))}
    </ul>
  );
}
