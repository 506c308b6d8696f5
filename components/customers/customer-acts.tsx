"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { ActionForm } from "#components/form/action-form.tsx";
import { askServer } from "#components/form/ask-server.ts";
import { RefusalLine } from "#components/form/refusal-line.tsx";
import { organisationsSaid } from "#components/form/said.ts";
import { useAnswer } from "#components/form/use-answer.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { act } from "#lib/act.ts";

type Customer = { id: string; name: string; merged: readonly { id: string; name: string }[] };

/** What can be done with one customer: made one with another, and parted again. */
export function CustomerActs({ customer }: { customer: Customer }) {
  const t = useTranslations("customers.merge");
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  return (
    <>
      <Button
        variant="quiet"
        aria-label={t("openFor", { name: customer.name })}
        onClick={() => setIsOpen(true)}
      >
        {t("open")}
      </Button>
      <Dialog
        open={isOpen}
        onClose={close}
        title={t("title", { name: customer.name })}
        description={t("text", { name: customer.name })}
      >
        <MergeForm customer={customer} onDone={close} />
        {customer.merged.map(({ id, name }) => (
          <div key={id} className="mt-4 grid justify-items-start gap-2 border-t border-line pt-3">
            <p className="text-ink-muted">{t("partText", { name, keep: customer.name })}</p>
            <ActionForm
              action="customer.part"
              fixed={{ id }}
              submit={t("part", { name })}
              done={t("parted", { name })}
              variant="default"
              onDone={close}
            />
          </div>
        ))}
      </Dialog>
    </>
  );
}

type Choice = { id: string; name: string };

function MergeForm({ customer, onDone }: { customer: Customer; onDone: () => void }) {
  const t = useTranslations("customers.merge");
  const ui = useTranslations("ui");
  const list = useId();
  const { send, refusal, isPending } = useAnswer();
  const [found, setFound] = useState<readonly Choice[]>([]);
  const [isUnknown, setIsUnknown] = useState(false);
  const [operationId] = useState(() => crypto.randomUUID());
  const propose = async (text: string) => {
    setIsUnknown(false);
    setFound((await choices(text)).filter(({ id }) => id !== customer.id));
  };
  const merge = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get("other") ?? "").trim();
    const other = [...found, ...(await choices(text))].find(
      ({ name }) => name.toLowerCase() === text.toLowerCase(),
    );
    setIsUnknown(!other);
    if (other)
      send(() => act("customer.merge", { operationId, keepId: customer.id, otherId: other.id }), {
        done: t("merged", { name: other.name, keep: customer.name }),
        after: onDone,
      });
  };
  return (
    <form onSubmit={merge} className="mt-3 grid gap-3">
      <Field
        label={t("other")}
        name="other"
        list={list}
        autoComplete="off"
        required
        maxLength={200}
        onChange={(event) => propose(event.currentTarget.value)}
        error={isUnknown ? t("unknown") : undefined}
      />
      <datalist id={list}>
        {found.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
      <RefusalLine>{refusal}</RefusalLine>
      <DialogActions>
        <Button variant="quiet" onClick={onDone}>
          {ui("cancel")}
        </Button>
        <Button type="submit" variant="primary" disabled={isPending}>
          {t("submit")}
        </Button>
      </DialogActions>
    </form>
  );
}

async function choices(text: string): Promise<readonly Choice[]> {
  if (text.trim() === "") return [];
  const address = `/api/customers?q=${encodeURIComponent(text)}`;
  return (await askServer(address, organisationsSaid))?.organisations ?? [];
}
