"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import {
  type AccountsAnswer,
  accountsAnswer,
  refusalAnswer,
} from "#components/customer/accounts-answer.ts";
import { AccountsReport } from "#components/customer/accounts-report.tsx";
import { RefusalLine } from "#components/form/refusal-line.tsx";
import { said } from "#components/form/said.ts";
import { useRefusalSentence } from "#components/i18n/use-refusal-sentence.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";

/** Accounts from a file: first what would change, then the change itself. */
export function ImportAccounts() {
  const t = useTranslations("customers.accounts");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button variant="primary" onClick={() => setIsOpen(true)}>
        {t("button")}
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => setIsOpen(false)}
        title={t("title")}
        description={t("text")}
        wide
      >
        <AccountsForm onClose={() => setIsOpen(false)} />
      </Dialog>
    </>
  );
}

type Step = { answer: AccountsAnswer; isDone: boolean };

function AccountsForm({ onClose }: { onClose: () => void }) {
  const t = useTranslations("customers.accounts");
  const refusalSentence = useRefusalSentence();
  const router = useRouter();
  const [step, setStep] = useState<Step | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isPending, setIsPending] = useState(false);
  const [operationId] = useState(() => crypto.randomUUID());
  const isSeen = step !== null && !step.isDone;
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const file = new FormData(event.currentTarget).get("file");
    if (!(file instanceof File)) return;
    setIsPending(true);
    const sent = await post(file, isSeen ? operationId : null);
    setIsPending(false);
    setRefusal(sent.ok ? null : refusalSentence(sent.error));
    if (!sent.ok) return;
    setStep({ answer: sent.answer, isDone: isSeen });
    if (isSeen) router.refresh();
  };
  return (
    <form onSubmit={send} className="mt-3 grid gap-3">
      <Field
        label={t("file")}
        name="file"
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        required
        onChange={() => setStep(null)}
        className="[&_input]:py-1 max-md:[&_input]:py-2.5"
      />
      <RefusalLine>{refusal}</RefusalLine>
      {step ? <AccountsReport answer={step.answer} isDone={step.isDone} /> : null}
      <DialogActions>
        <Button variant="quiet" onClick={onClose}>
          {t("close")}
        </Button>
        {step?.isDone ? null : (
          <Button variant="primary" type="submit" disabled={isPending}>
            {isSeen ? t("take") : t("look")}
          </Button>
        )}
      </DialogActions>
    </form>
  );
}

type Sent =
  | { ok: true; answer: AccountsAnswer }
  | { ok: false; error: { key: string; params: Record<string, string | number> } };

async function post(file: File, operationId: string | null): Promise<Sent> {
  const query = operationId ? `?operation=${operationId}` : "";
  try {
    const response = await fetch(`/api/customers/accounts${query}`, { method: "POST", body: file });
    const body: unknown = await response.json();
    return response.ok
      ? { ok: true, answer: said(accountsAnswer, body) }
      : { ok: false, error: said(refusalAnswer, body).error };
  } catch {
    return { ok: false, error: { key: "not-sent", params: {} } };
  }
}
