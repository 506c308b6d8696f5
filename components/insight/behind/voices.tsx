import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CustomerName } from "#components/customer/customer-name.tsx";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { shortMoney } from "#components/insight/short-money.ts";
import { Voice } from "#components/ui/voice.tsx";
import { NONE } from "#lib/insights/list/address.ts";
import { insightKey } from "#lib/insights/number.ts";
import type { VoiceBehind, VoicesBehind } from "#lib/insights/reads/behind.ts";

/**
 * Each customer once, in their own words, then what was said for nobody in particular. What is not shown is said, with
 * where it is.
 */
export function Voices({
  voices,
  list,
  shown = 6,
  none,
}: {
  voices: VoicesBehind;
  /** Address of the insights' list; null where they don't open for this person. */
  list: string | null;
  /** How many stand there before one asks for more. */
  shown?: number;
  none: ReactNode;
}) {
  const t = useTranslations("insights.behind");
  const { ofCustomers, customers, ofNobody, nobodys } = voices;
  if (ofCustomers.length + ofNobody.length === 0) return <p className="text-ink-muted">{none}</p>;
  const first = ofCustomers.length > 0 ? ofCustomers.slice(0, shown) : ofNobody.slice(0, shown);
  const rest = ofCustomers.slice(shown);
  const unnamed = ofCustomers.length > 0 ? ofNobody : ofNobody.slice(shown);
  const beyond = customers - ofCustomers.length;
  const further = nobodys - ofNobody.length;
  return (
    <>
      <VoiceList voices={first} mayOpen={list !== null} />
      {rest.length > 0 ? (
        <More words={t("moreVoices", { count: customers - shown })}>
          <VoiceList voices={rest} mayOpen={list !== null} />
          {beyond > 0 ? (
            <a href="#customers" className="opens text-xs">
              {t("voicesBeyond", { count: customers })}
            </a>
          ) : null}
        </More>
      ) : null}
      {unnamed.length > 0 ? (
        <More words={t("unnamed", { count: nobodys - ofNobody.length + unnamed.length })}>
          <VoiceList voices={unnamed} mayOpen={list !== null} />
          {further > 0 && list ? (
            <Link href={`${list}&organisation=${NONE}`} className="opens text-xs">
              {t("unnamedBeyond")}
            </Link>
          ) : null}
        </More>
      ) : null}
    </>
  );
}

function More({ words, children }: { words: ReactNode; children: ReactNode }) {
  return (
    <details className="border-t border-line pt-2">
      <summary className="w-fit text-ink-muted">{words}</summary>
      {children}
    </details>
  );
}

function VoiceList({ voices, mayOpen }: { voices: readonly VoiceBehind[]; mayOpen: boolean }) {
  return (
    <ul>
      {voices.map((voice) => (
        <VoiceRow
          key={`${voice.insightNumber}-${voice.organisation}`}
          voice={voice}
          mayOpen={mayOpen}
        />
      ))}
    </ul>
  );
}

function VoiceRow({ voice, mayOpen }: { voice: VoiceBehind; mayOpen: boolean }) {
  const t = useTranslations("insights.behind");
  const format = useFormatter();
  const locale = useLocale();
  const { language, state, moneyCents, requester } = voice;
  const key = insightKey(voice.insightNumber);
  return (
    <li className="border-t border-line py-3 first:border-t-0 first:pt-1">
      <Voice lang={language === "en" || language === "fr" ? language : undefined}>
        {voice.words}
      </Voice>
      <p className="mt-1 flex flex-wrap items-baseline gap-x-2 text-xs text-ink-muted">
        <span>
          {voice.organisationId && voice.organisation ? (
            <CustomerName
              id={voice.organisationId}
              name={voice.organisation}
              className="font-semibold text-ink"
            />
          ) : (
            <b className="font-semibold text-ink">{t("nobody")}</b>
          )}
          {state === "prospect" || state === "lost" ? ` · ${t(state)}` : ""}
          {moneyCents ? ` · ${shortMoney(moneyCents, locale)}` : ""}
          {requester ? ` · ${requester}` : ""}
        </span>
        <span className="ml-auto">
          {mayOpen ? (
            <Link href={`/insights/${key}`} prefetch={false} className="opens">
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
