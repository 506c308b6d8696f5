"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { ActionForm } from "#components/form/action-form.tsx";
import { RefusalLine } from "#components/form/refusal-line.tsx";
import { useAnswer } from "#components/form/use-answer.ts";
import { useOrganisations } from "#components/form/use-organisations.ts";
import { Button } from "#components/ui/button.tsx";
import { ComboField } from "#components/ui/combobox/combo-field.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
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

function MergeForm({ customer, onDone }: { customer: Customer; onDone: () => void }) {
  const t = useTranslations("customers.merge");
  const ui = useTranslations("ui");
  const other = useOrganisations(null, customer.id);
  const { send, refusal, isPending } = useAnswer();
  const [isUnknown, setIsUnknown] = useState(false);
  const [operationId] = useState(() => crypto.randomUUID());
  const say = (text: string) => {
    setIsUnknown(false);
    other.setText(text);
  };
  const merge = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const otherId = await other.id();
    setIsUnknown(!otherId);
    if (otherId)
      send(() => act("customer.merge", { operationId, keepId: customer.id, otherId }), {
        done: t("merged", { name: other.text.trim(), keep: customer.name }),
        after: onDone,
      });
  };
  return (
    <form onSubmit={merge} className="mt-3 grid gap-3">
      <ComboField
        label={t("other")}
        name="other"
        text={other.text}
        onText={say}
        choices={other.choices}
        isSettled={other.isSettled}
        onTake={(choice) => {
          setIsUnknown(false);
          other.take(choice);
        }}
        required
        maxLength={200}
        error={isUnknown ? t("unknown") : undefined}
      />
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
