import Link from "next/link";
import { useTranslations } from "next-intl";
import { ActionForm } from "#components/form/action-form.tsx";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { Chip, type ChipTone } from "#components/ui/chip.tsx";
import { Cell, ColumnHead, Row, RowHead, Table } from "#components/ui/table.tsx";
import { sentenceOf } from "#lib/history/sentence.ts";
import type { ShownMessage } from "#lib/outbox/reads/messages.ts";

/** To whom, about what, how it stands and why; each opens as it reads. */
export function MessageTable({ messages }: { messages: readonly ShownMessage[] }) {
  const t = useTranslations("state.messages");
  const format = useFormatter();
  const when = (date: Date) => format.dateTime(date, { dateStyle: "medium", timeStyle: "short" });
  return (
    <Table caption={t("title")}>
      <thead>
        <tr>
          <ColumnHead>{t("to")}</ColumnHead>
          <ColumnHead>{t("what")}</ColumnHead>
          <ColumnHead>{t("state")}</ColumnHead>
          <ColumnHead number className="max-md:hidden">
            {t("when")}
          </ColumnHead>
        </tr>
      </thead>
      <tbody>
        {messages.map((message) => (
          <Row key={message.id} className="align-top">
            <RowHead>
              <Link
                href={`/settings/company/state/messages/${message.id}`}
                aria-label={t("read", { name: message.recipient })}
                className="hover:underline"
              >
                {message.recipient}
              </Link>
              <span className="block text-xs font-normal wrap-anywhere text-ink-muted">
                {message.email}
              </span>
            </RowHead>
            <Cell className="wrap-anywhere">
              <What message={message} />
            </Cell>
            <Cell>
              <MessageState message={message} />
            </Cell>
            <Cell number className="text-ink-muted max-md:hidden">
              {message.endedAt
                ? when(message.endedAt)
                : t("leaves", { when: when(message.notBefore) })}
              {message.tries > 0 ? (
                <span className="block text-xs">{t("tries", { count: message.tries })}</span>
              ) : null}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function What({ message: { kind, noticeIds, act } }: { message: ShownMessage }) {
  const t = useTranslations("state.messages");
  const acts = useTranslations("operations");
  const format = useFormatter();
  if (kind === "digest") return t("digest", { count: noticeIds.length });
  if (!act) return <span className="text-ink-muted">{t("private")}</span>;
  return (
    <>
      <b className="font-medium">{act.actor ?? "Tribune"}</b> {sentenceOf(acts, format, act)}
    </>
  );
}

const tones = {
  waiting: "line",
  sending: "line",
  unsure: "warn",
  sent: "line",
  failed: "bad",
  withdrawn: "plain",
} as const satisfies Record<ShownMessage["state"], ChipTone>;

/** How it stands, why, what the server said, and what can be done about it. */
export function MessageState({
  message: { id, state, failure, answer, doubts },
}: {
  message: Pick<ShownMessage, "id" | "state" | "failure" | "answer" | "doubts">;
}) {
  const t = useTranslations("state.messages");
  const isKept = failure === "no-server";
  return (
    <>
      <span className="flex flex-wrap gap-1">
        <Chip tone={tones[state]}>{t(`of.${isKept ? "kept" : state}`)}</Chip>
        {doubts > 0 && state === "sent" ? <Chip tone="warn">{t("doubt")}</Chip> : null}
      </span>
      {failure && !isKept ? (
        <span className="mt-1 block text-xs text-ink-muted">{t(`why.${failure}`)}</span>
      ) : null}
      {answer && failure ? (
        <code className="mt-1 block text-xs wrap-anywhere text-ink-muted">{answer}</code>
      ) : null}
      {state === "failed" ? (
        <span className="mt-1 block">
          <ActionForm
            action="message.retry"
            fixed={{ ids: [id] }}
            submit={t("again")}
            done={t("againDone", { count: 1 })}
            variant="default"
          />
        </span>
      ) : null}
    </>
  );
}
