import { useTranslations } from "next-intl";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { useRefusalSentence } from "#components/i18n/use-refusal-sentence.ts";
import { Chip } from "#components/ui/chip.tsx";
import { ExternalLink } from "#components/ui/icons.tsx";
import { Meter } from "#components/ui/meter.tsx";
import type { Delivery } from "#lib/initiatives/views.ts";

/** How the Jira epic stands, as Jira told it last: its word for the status, what is done of all, its dates. */
export function DeliveryFacts({ delivery, now }: { delivery: Delivery; now: Date }) {
  const t = useTranslations("initiatives.delivery");
  const refusalSentence = useRefusalSentence();
  const format = useFormatter();
  const { failure, status, statusCategory, childrenDone, childrenTotal } = delivery;
  const day = (written: string) =>
    format.dateTime(new Date(`${written.slice(0, 10)}T12:00:00Z`), {
      ...{ day: "numeric", month: "short", year: "numeric", timeZone: "UTC" },
    });
  const dates = [
    delivery.startsOn ? t("starts", { day: day(delivery.startsOn) }) : null,
    delivery.dueOn ? t("due", { day: day(delivery.dueOn) }) : null,
    delivery.resolvedAt
      ? t("resolved", {
          day: format.dateTime(new Date(delivery.resolvedAt), { dateStyle: "medium" }),
        })
      : null,
  ].filter((one) => one !== null);
  return (
    <div className="grid w-full gap-1">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {delivery.title ? <span className="wrap-anywhere">{delivery.title}</span> : null}
        {status ? <Chip tone={statusCategory === "done" ? "good" : "line"}>{status}</Chip> : null}
      </p>
      {failure ? (
        <p className="max-w-prose wrap-anywhere text-bad">{refusalSentence(failure)}</p>
      ) : (
        <p className="flex flex-wrap items-center gap-x-3">
          {childrenTotal > 0 ? (
            <span className="w-24">
              <Meter label={t("share")} value={childrenDone / childrenTotal} />
            </span>
          ) : null}
          {t("children", { done: childrenDone, total: childrenTotal })}
          {dates.map((one) => (
            <span key={one} className="text-ink-muted">
              {one}
            </span>
          ))}
        </p>
      )}
      <p className="text-xs text-ink-muted">
        {t("read", { when: format.relativeTime(new Date(delivery.readAt), now) })}
      </p>
    </div>
  );
}

/** The key of an epic, which opens it in Jira where that is known. */
export function EpicKey({ epicKey, url }: { epicKey: string; url: string | null }) {
  if (!url) return epicKey;
  return (
    <a
      href={url}
      target="_blank"
      rel="noreferrer"
      className="inline-flex items-center gap-1 underline decoration-line underline-offset-4"
    >
      {epicKey}
      <ExternalLink aria-hidden size={14} strokeWidth={1.5} className="shrink-0" />
    </a>
  );
}
