"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ClipboardEvent, type FormEvent, useRef, useState } from "react";
import { RefusalLine } from "#components/form/refusal-line.tsx";
import { AskerFields } from "#components/hand-in/asker-fields.tsx";
import { CustomerField } from "#components/hand-in/customer-field.tsx";
import type { HandInFields } from "#components/hand-in/hand-in-fields.ts";
import { useFields } from "#components/hand-in/use-fields.ts";
import { useSending } from "#components/hand-in/use-sending.ts";
import { keysOf } from "#components/keyboard/key-map.ts";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { insightKinds, proposeKind } from "#lib/insights/kinds.ts";
import { readPastedMail } from "#lib/insights/mail/pasted-mail.ts";
import { insightKey } from "#lib/insights/number.ts";

type Props = { personId: string; start: HandInFields; today: string };

/** What was said, for whom, and it is gone. Nothing typed is lost when it is refused or the connection is. */
export function HandInForm({ personId, start, today }: Props) {
  const t = useTranslations("handIn");
  const kinds = useTranslations("ui.kind");
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const textField = useRef<HTMLTextAreaElement>(null);
  const [operationId, setOperationId] = useState(() => crypto.randomUUID());
  const [received, setReceived] = useState<string | null>(null);
  const { fields, earlier, customers, domain, ...given } = useFields(personId, start);
  const [opened, setOpened] = useState({ title: false, asker: false });
  const { send, refusal, isPending } = useSending();
  const hasTitle = opened.title || fields.title !== "";
  const hasAsker =
    opened.asker || [fields.requesterName, fields.requesterEmail, fields.saidOn].some(Boolean);

  function change(some: Partial<HandInFields>) {
    given.change(some);
    if (some.text) setReceived(null);
  }
  function paste(event: ClipboardEvent<HTMLTextAreaElement>) {
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    const kept = value.slice(0, selectionStart) + value.slice(selectionEnd);
    const whole = event.clipboardData.getData("text/plain");
    const mail = kept.trim() === "" ? readPastedMail(whole) : null;
    if (!mail) return;
    event.preventDefault();
    setReceived(null);
    given.takeMail(mail, whole);
  }
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    send(
      fields.text.trim() !== "",
      () => given.input(operationId),
      (number) => {
        setReceived(insightKey(number));
        setOperationId(crypto.randomUUID());
        setOpened({ title: false, asker: false });
        given.clear();
        textField.current?.focus();
        // A reload must not fill the form once more.
        window.history.replaceState(null, "", "/hand-in");
        router.refresh();
      },
    );
  }
  useKeys("dialog", { send: () => form.current?.requestSubmit() });

  return (
    <form ref={form} onSubmit={submit} className="grid max-w-3xl gap-3 px-6 py-4 max-md:px-4">
      <TextArea
        ref={textField}
        voice
        tall
        label={t("text")}
        placeholder={t("placeholder")}
        name="text"
        value={fields.text}
        onChange={(event) => change({ text: event.target.value })}
        onPaste={paste}
        maxLength={100_000}
        required
        autoFocus
      />
      <div className="grid grid-cols-2 items-start gap-3 max-md:grid-cols-1">
        <CustomerField
          value={fields.customer}
          onChange={(customer) => change({ customer })}
          {...{ customers, domain }}
        />
        <Select
          label={t("kind")}
          name="kind"
          value={fields.kind}
          onChange={(event) => change({ kind: event.target.value })}
          empty={
            fields.text.trim()
              ? t("proposed", { kind: kinds(proposeKind(`${fields.title}\n${fields.text}`)) })
              : t("proposedNone")
          }
          options={insightKinds.map((kind) => ({ value: kind, label: kinds(kind) }))}
        />
      </div>
      {hasTitle ? (
        <Field
          label={t("titleField")}
          optional={t("optional")}
          name="title"
          value={fields.title}
          onChange={(event) => change({ title: event.target.value })}
          maxLength={500}
        />
      ) : null}
      {hasAsker ? (
        <AskerFields {...{ fields, today, change }} onAddress={given.proposeCustomer} />
      ) : null}
      {fields.whole ? (
        <Aside words={t("mailRead")} act={t("mailWhole")} onAct={given.bringBack} />
      ) : null}
      {earlier ? (
        <Aside words={t("earlier")} act={t("earlierBack")} onAct={given.takeEarlier} />
      ) : null}
      <RefusalLine>{refusal}</RefusalLine>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary" keys={keysOf("send")} disabled={isPending}>
          {t("send")}
        </Button>
        {hasTitle ? null : (
          <Button variant="quiet" onClick={() => setOpened({ ...opened, title: true })}>
            {t("addTitle")}
          </Button>
        )}
        {hasAsker ? null : (
          <Button variant="quiet" onClick={() => setOpened({ ...opened, asker: true })}>
            {t("addAsker")}
          </Button>
        )}
        <p role="status">{received ? <Received insight={received} /> : null}</p>
      </div>
    </form>
  );
}

function Aside({ words, act, onAct }: { words: string; act: string; onAct: () => void }) {
  return (
    <div className="flex flex-wrap items-center gap-x-2 text-xs text-ink-muted">
      <p role="status">{words}</p>
      <Button variant="quiet" onClick={onAct}>
        {act}
      </Button>
    </div>
  );
}

function Received({ insight }: { insight: string }) {
  const t = useTranslations("handIn");
  return t.rich("received", {
    insight,
    link: (words) => (
      <Link href={`/insights/${insight}`} className="font-medium underline underline-offset-4">
        {words}
      </Link>
    ),
  });
}
