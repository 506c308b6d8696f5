"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { RefusalLine } from "#components/form/refusal-line.tsx";
import { useAnswer } from "#components/form/use-answer.ts";
import { KeyResultFields } from "#components/okr/key-result-fields.tsx";
import { asKeyResults, asOwner, emptyKeyResult } from "#components/okr/objective-form-parts.ts";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Plus } from "#components/ui/icons.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { Select, type SelectOption } from "#components/ui/select.tsx";
import { submitForm } from "#lib/act.ts";
import { quarterName } from "#lib/quarter.ts";

export type NewObjectiveProps = {
  quarter: string;
  /** Whom the viewer may set objectives for. */
  owners: readonly SelectOption[];
  parents: readonly SelectOption[];
};

/** The button and the form behind it. */
export function NewObjective(props: NewObjectiveProps) {
  const t = useTranslations("okrs.form");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        icon={<Plus aria-hidden size={16} strokeWidth={1.5} />}
        onClick={() => setIsOpen(true)}
      >
        {t("new")}
      </Button>
      {isOpen ? <ObjectiveDialog {...props} onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}

function ObjectiveDialog({
  quarter,
  owners,
  parents,
  onClose,
}: NewObjectiveProps & { onClose: () => void }) {
  const t = useTranslations("okrs.form");
  const ui = useTranslations("ui");
  const [operationId] = useState(() => crypto.randomUUID());
  const [owner, setOwner] = useState(owners[0]?.value ?? "mine");
  const [drafts, setDrafts] = useState(() => [emptyKeyResult()]);
  const { send, refusal, isPending } = useAnswer();
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const title = String(form.get("title") ?? "");
    const input = {
      operationId,
      quarter,
      title,
      ...asOwner(owner),
      isShared: form.get("shared") === "on",
      commitment: form.get("commitment"),
      parentId: form.get("parent") || null,
      keyResults: asKeyResults(drafts),
    };
    send(() => submitForm("objective.create", input), {
      done: t("saved", { title }),
      undo: operationId,
      after: onClose,
    });
  };
  return (
    <Dialog open onClose={onClose} title={t("new")} description={quarterName(quarter)} wide>
      <form onSubmit={save} className="mt-3 grid gap-3">
        <Field
          label={t("title")}
          hint={t("titleHint")}
          name="title"
          required
          maxLength={300}
          data-autofocus
        />
        <div className="grid grid-cols-2 gap-3 max-md:grid-cols-1">
          <Select
            label={t("level")}
            value={owner}
            onChange={(event) => setOwner(event.target.value)}
            options={owners}
          />
          {owner === "company" ? null : (
            <Select label={t("parent")} name="parent" empty={t("noParent")} options={parents} />
          )}
        </div>
        <RadioGroup
          legend={t("commitment")}
          name="commitment"
          required
          defaultValue="committed"
          options={[
            { value: "committed", label: t("committed") },
            { value: "aspirational", label: t("aspirational") },
          ]}
        />
        {owner === "mine" ? <Checkbox name="shared" label={t("shared")} /> : null}
        <fieldset>
          <legend className="mb-1 text-xs font-medium text-ink-muted">{t("keyResults")}</legend>
          <ol className="grid gap-2">
            {drafts.map((draft, index) => (
              <KeyResultFields
                key={draft.key}
                draft={draft}
                number={index + 1}
                onChange={(change) =>
                  setDrafts(drafts.map((one) => (one === draft ? { ...one, ...change } : one)))
                }
                onRemove={() => setDrafts(drafts.filter((one) => one !== draft))}
              />
            ))}
          </ol>
          {drafts.length < 10 ? (
            <Button
              variant="quiet"
              className="mt-2"
              onClick={() => setDrafts([...drafts, emptyKeyResult()])}
            >
              {t("add")}
            </Button>
          ) : null}
        </fieldset>
        <RefusalLine>{refusal}</RefusalLine>
        <DialogActions>
          <Button variant="quiet" onClick={onClose}>
            {ui("cancel")}
          </Button>
          <Button variant="primary" type="submit" disabled={isPending}>
            {t("save")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
