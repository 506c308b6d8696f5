import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "#components/form/action-form.tsx";
import { Chip } from "#components/ui/chip.tsx";
import type { OpenSession } from "#lib/auth/reads/sessions.ts";

/** Where somebody is signed in; each can be ended from here. */
export function OwnSessions({
  sessions,
  timeZone,
}: {
  sessions: readonly OpenSession[];
  timeZone: string;
}) {
  const t = useTranslations("settings.own");
  const locale = useLocale();
  const style = new Intl.DateTimeFormat(locale, {
    dateStyle: "long",
    timeStyle: "short",
    timeZone,
  });
  return (
    <>
      <ul className="max-w-2xl">
        {sessions.map((session) => (
          <li
            key={session.id}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2 last:border-b-0"
          >
            <div className="mr-auto">
              <span className="font-medium">{session.browser ?? t("unknownBrowser")}</span>{" "}
              {session.isThisOne ? <Chip>{t("thisOne")}</Chip> : null}
              <span className="block text-xs text-ink-muted">
                {t("since", {
                  since: style.format(session.createdAt),
                  address: session.address ?? "none",
                  until: style.format(session.expiresAt),
                })}
              </span>
            </div>
            {session.isThisOne ? null : (
              <ActionForm
                action="session.end"
                fixed={{ id: session.id }}
                submit={t("end")}
                done={t("ended")}
                variant="quiet"
              />
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 2 ? (
        <ActionForm
          action="session.end"
          submit={t("endOthers")}
          done={t("ended")}
          variant="default"
        />
      ) : null}
    </>
  );
}
