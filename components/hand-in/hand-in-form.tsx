"use client";

import Link from "next/link";
import { unstable_rethrow, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState, useTransition } from "react";
import { RefusalLine } from "#components/form/refusal-line.tsx";
import { useCustomers } from "#components/hand-in/use-customers.ts";
import { useDraft } from "#components/hand-in/use-draft.ts";
import { keysOf } from "#components/keyboard/key-map.ts";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { handIn } from "#lib/insights/actions.ts";
import { insightKinds, proposeKind } from "#lib/insights/kinds.ts";
import { insightKey } from "#lib/insights/number.ts";

export type HandInStart = { text: string; title: string; customer: string };

/** What was said, for whom, and it is gone. Nothing typed is lost when it is refused or the connection is. */
export function HandInForm({ personId, start }: { personId: string; start: HandInStart }) {
  const t = useTranslations("handIn");
  const kinds = useTranslations("ui.kind");
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const textField = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(start.text);
  const [customer, setCustomer] = useState(start.customer);
  const [hasTitle, setHasTitle] = useState(start.title !== "");
  const [operationId, setOperationId] = useState(() => crypto.randomUUID());
  const [received, setReceived] = useState<string | null>(null);
  const { found, known, isNew } = useCustomers(customer);
  const { send, refusal, isPending } = useSending();
  const keep = useDraft(personId, textField, setText);

  function write(next: string) {
    setText(next);
    keep(next);
    if (next) setReceived(null);
  }
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const field = (name: string) => String(given.get(name) ?? "").trim() || undefined;
    const input = {
      operationId,
      body: text,
      title: field("title"),
      kind: field("kind"),
      ...(known ? { organisationId: known.id } : { organisationName: field("customer") }),
    };
    send(text.trim() !== "", input, (number) => {
      setReceived(insightKey(number));
      setOperationId(crypto.randomUUID());
      form.current?.reset();
      write("");
      setCustomer("");
      setHasTitle(false);
      textField.current?.focus();
      router.refresh();
    });
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
        value={text}
        onChange={(event) => write(event.target.value)}
        maxLength={100_000}
        required
        autoFocus
      />
      <div className="grid grid-cols-2 items-start gap-3 max-md:grid-cols-1">
        <Field
          label={t("customer")}
          optional={t("optional")}
          hint={isNew ? t("customerNew", { name: customer.trim() }) : t("customerHint")}
          name="customer"
          list="hand-in-customers"
          value={customer}
          onChange={(event) => setCustomer(event.target.value)}
          maxLength={200}
          autoComplete="off"
        />
        <datalist id="hand-in-customers">
          {found.map(({ id, name }) => (
            <option key={id} value={name} />
          ))}
        </datalist>
        <Select
          label={t("kind")}
          name="kind"
          empty={
            text.trim() ? t("proposed", { kind: kinds(proposeKind(text)) }) : t("proposedNone")
          }
          options={insightKinds.map((kind) => ({ value: kind, label: kinds(kind) }))}
        />
      </div>
      {hasTitle ? (
        <Field
          label={t("titleField")}
          optional={t("optional")}
          name="title"
          defaultValue={start.title}
          maxLength={500}
        />
      ) : null}
      <RefusalLine>{refusal}</RefusalLine>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary" keys={keysOf("send")} disabled={isPending}>
          {t("send")}
        </Button>
        {hasTitle ? null : (
          <Button variant="quiet" onClick={() => setHasTitle(true)}>
            {t("addTitle")}
          </Button>
        )}
        <p role="status">{received ? <Received insight={received} /> : null}</p>
      </div>
    </form>
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

type Handed = Parameters<typeof handIn>[0];

function useSending() {
  const t = useTranslations("handIn");
  const errors = useTranslations("errors");
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isPending, start] = useTransition();
  const send = (hasText: boolean, input: Handed, after: (number: number) => void) =>
    start(async () => {
      if (!hasText) return setRefusal(t("empty"));
      try {
        const answer = await handIn(input);
        setRefusal(answer.ok ? null : errors(answer.error.key, answer.error.params));
        if (answer.ok) after(answer.result.number);
      } catch (error) {
        unstable_rethrow(error);
        setRefusal(t("failed"));
      }
    });
  return { send, refusal, isPending };
}
