import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { Voice } from "#components/ui/voice.tsx";
import { insightKey } from "#lib/insights/number.ts";
import type { ThemeVoice } from "#lib/themes/reads/theme.ts";

const SHOWN = 4;

/** Each customer once, in their own words. */
export function ThemeVoices({ voices }: { voices: readonly ThemeVoice[] }) {
  const t = useTranslations("themes.page");
  if (voices.length === 0) return <p className="text-ink-muted">{t("noVoices")}</p>;
  const rest = voices.slice(SHOWN);
  return (
    <>
      <VoiceList voices={voices.slice(0, SHOWN)} />
      {rest.length > 0 ? (
        <details className="border-t border-line pt-2">
          <summary className="w-fit text-ink-muted">
            {t("moreVoices", { count: rest.length })}
          </summary>
          <VoiceList voices={rest} />
        </details>
      ) : null}
    </>
  );
}

function VoiceList({ voices }: { voices: readonly ThemeVoice[] }) {
  return (
    <ul>
      {voices.map((voice) => (
        <VoiceRow key={`${voice.insightNumber}-${voice.organisation}`} voice={voice} />
      ))}
    </ul>
  );
}

function VoiceRow({ voice }: { voice: ThemeVoice }) {
  const t = useTranslations("themes.page");
  const format = useFormatter();
  const { language, organisationState: state } = voice;
  return (
    <li className="border-t border-line py-3 first:border-t-0 first:pt-1">
      <Voice lang={language === "en" || language === "fr" ? language : undefined}>
        {voice.words}
      </Voice>
      <p className="mt-1 flex flex-wrap items-baseline gap-x-2 text-xs text-ink-muted">
        <span>
          <b className="font-semibold text-ink">{voice.organisation ?? t("nobody")}</b>
          {state === "prospect" || state === "lost" ? ` · ${t(state)}` : ""}
          {voice.requester ? ` · ${voice.requester}` : ""}
        </span>
        <span className="ml-auto">
          <Link
            href={`/insights/${insightKey(voice.insightNumber)}`}
            prefetch={false}
            className="opens"
          >
            {insightKey(voice.insightNumber)}
          </Link>
          , {format.dateTime(voice.saidAt, { day: "numeric", month: "short", year: "numeric" })}
        </span>
      </p>
    </li>
  );
}
