import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CopyButton } from "#components/catalogue/copy-button.tsx";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { ExternalLink } from "#components/ui/icons.tsx";
import type { Entry } from "#lib/catalogue/views.ts";
import { initiativeKey } from "#lib/initiatives/number.ts";

export type EntrySaid = Omit<Entry, "verifiedAt"> & { verifiedAt: Date | string | null };

/** What to say comes first, then its limits, where it is, what proves it and who says so. */
export function EntrySheet({
  entry,
  marked = (text) => text,
}: {
  entry: EntrySaid;
  /** Marks the words that were asked for. */
  marked?: (text: string) => ReactNode;
}) {
  const t = useTranslations("catalogue.sheet");
  const { toSay, limits, place, words, initiative } = entry;
  return (
    <dl
      aria-label={t("label")}
      className="grid max-w-3xl gap-y-2 md:grid-cols-[6.5rem_minmax(0,1fr)]"
    >
      {toSay ? (
        <Line label={t("toSay")}>
          <span className="whitespace-pre-line">{marked(toSay)}</span>
          <CopyButton text={toSay} />
        </Line>
      ) : null}
      {limits ? <Line label={t("limits")}>{marked(limits)}</Line> : null}
      {place ? <Line label={t("place")}>{marked(place)}</Line> : null}
      <Links entry={entry} />
      {initiative ? (
        <Line label={t("initiative")}>
          <Link href={`/initiatives/${initiative.number}`} className="opens">
            {initiativeKey(initiative.number)} · {initiative.title}
          </Link>
        </Line>
      ) : null}
      {words.length > 0 ? (
        <Line label={t("words")}>
          <span className="text-ink-muted">{marked(words.join(", "))}</span>
        </Line>
      ) : null}
      <Verified entry={entry} />
    </dl>
  );
}

function Links({ entry: { helpUrl, videoUrl, trainingUrl } }: { entry: EntrySaid }) {
  const t = useTranslations("catalogue.sheet");
  const links = (
    [
      ["help", helpUrl],
      ["video", videoUrl],
      ["training", trainingUrl],
    ] as const
  ).flatMap(([name, href]) => (href === null ? [] : [{ name, href }]));
  if (links.length === 0) return null;
  return (
    <Line label={t("links")}>
      <span className="flex flex-wrap gap-x-6 gap-y-1">
        {links.map(({ name, href }) => (
          <a
            key={name}
            href={href}
            target="_blank"
            rel="noreferrer"
            className="inline-flex items-center gap-1.5 underline-offset-4 hover:underline max-md:min-h-11"
          >
            {t(name)}
            <ExternalLink aria-hidden size={14} strokeWidth={1.5} className="text-ink-muted" />
          </a>
        ))}
      </span>
    </Line>
  );
}

function Verified({ entry: { verifiedAt, verifiedBy, team } }: { entry: EntrySaid }) {
  const t = useTranslations("catalogue.sheet");
  const format = useFormatter();
  if (verifiedAt === null) return <Line label={t("verified")}>{t("never")}</Line>;
  const at = new Date(verifiedAt);
  const day = format.dateTime(at, { day: "numeric", month: "long", year: "numeric" });
  return (
    <Line label={t("verified")}>
      {t("verifiedBy", { day, who: verifiedBy ?? t("nobody"), team: team ?? "none" })}
    </Line>
  );
}

function Line({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <>
      <dt className="text-xs leading-5 text-ink-muted max-md:mt-1.5">{label}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </>
  );
}
