import Link from "next/link";
import { useTranslations } from "next-intl";
import { Section } from "#components/ui/section.tsx";
import { keptFor } from "#lib/outbox/patience.ts";
import type { MessageCounts } from "#lib/outbox/reads/counts.ts";

/** Whether what people are told leaves, and where it is read. */
export function MessagesSection({
  counts,
  hasServer,
}: {
  counts: MessageCounts;
  hasServer: boolean;
}) {
  const t = useTranslations("state.messages");
  const { failed, stuck, sent, waiting } = counts;
  return (
    <Section title={t("title")} note={t("note", { days: keptFor })}>
      <div className="max-w-prose space-y-2">
        {hasServer ? null : <p>{t("noServer")}</p>}
        {stuck > 0 ? <p className="text-bad">{t("stuck", { count: stuck })}</p> : null}
        {failed > 0 ? <p className="text-bad">{t("failedSome", { count: failed })}</p> : null}
        {hasServer && failed + stuck === 0 ? (
          <p className="text-ink-muted">{t("well", { sent, waiting })}</p>
        ) : null}
        <p>
          <Link
            href={`/settings/company/state/messages${failed > 0 ? "?show=failed" : ""}`}
            className="opens"
          >
            {t("open")}
          </Link>
        </p>
      </div>
    </Section>
  );
}
