import Link from "next/link";
import { useTranslations } from "next-intl";
import { ActionForm } from "#components/form/action-form.tsx";
import { ZoneChoice } from "#components/people/zone-choice.tsx";
import { Choice, type FormAction } from "#components/shell/choice.tsx";
import type { Silenced, Wishes } from "#lib/outbox/reads/silences.ts";

export type OwnMessagesProps = {
  wishes: Wishes;
  silences: readonly Silenced[];
  companyTimeZone: string;
  /** Form fields: messages · digest · timeZone (empty: the company's). */
  actions: { setMessages: FormAction; setDigest: FormAction; setTimeZone: FormAction };
};

/** One channel, one digest, and what is silenced; each choice holds at once. */
export function OwnMessages({ wishes, silences, companyTimeZone, actions }: OwnMessagesProps) {
  const t = useTranslations("settings.own.messages");
  return (
    <div className="grid max-w-xl gap-3">
      <Choice
        legend={t("channel")}
        name="messages"
        action={actions.setMessages}
        chosen={wishes.messages}
        options={[
          ["mail", t("mail")],
          ["none", t("none")],
        ]}
      />
      {wishes.messages === "none" ? null : (
        <>
          <Choice
            legend={t("digest")}
            name="digest"
            action={actions.setDigest}
            chosen={wishes.digest}
            options={[
              ["weekdays", t("weekdays")],
              ["weekly", t("weekly")],
              ["never", t("never")],
            ]}
          />
          <ZoneChoice
            chosen={wishes.timeZone}
            company={companyTimeZone}
            action={actions.setTimeZone}
          />
        </>
      )}
      <div>
        <h3 className="text-xs font-medium text-ink-muted">{t("silenced")}</h3>
        {silences.length === 0 ? (
          <p className="text-ink-muted">{t("silencedNone")}</p>
        ) : (
          <ul>
            {silences.map((silence) => (
              <li
                key={silence.id}
                className="flex items-center justify-between gap-3 border-b border-line py-1 last:border-b-0"
              >
                <SilencedThing silence={silence} />
                <ActionForm
                  action="message.allow"
                  fixed={{ id: silence.id }}
                  submit={t("allow")}
                  done={t("allowed")}
                  variant="quiet"
                  undoable
                />
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

function SilencedThing({ silence: { kind, subjectKind, path } }: { silence: Silenced }) {
  const t = useTranslations("settings.own.messages");
  if (kind) return <span>{t(`kind.${kind}`)}</span>;
  const thing = things.find((one) => one === subjectKind);
  const words = thing ? t(`thing.${thing}`) : subjectKind;
  return path ? (
    <Link href={path} className="opens">
      {words}
    </Link>
  ) : (
    <span>{words}</span>
  );
}

const things = [
  ...(["insight", "theme", "initiative", "objective", "key_result"] as const),
  ...(["organisation", "team", "tribe_quarter", "person"] as const),
];
