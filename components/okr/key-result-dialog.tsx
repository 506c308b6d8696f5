"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { ArchiveButton } from "#components/form/archive-button.tsx";
import { useNumberText } from "#components/form/number-field.tsx";
import { RefusalLine } from "#components/form/refusal-line.tsx";
import { useAnswer } from "#components/form/use-answer.ts";
import { MeasureFields } from "#components/okr/measure-fields.tsx";
import { asKeyResult, draftOf, emptyKeyResult } from "#components/okr/objective-form-parts.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { act } from "#lib/act.ts";
import type { KeyResultNode, ObjectiveNode } from "#lib/okrs/tree.ts";

export type KeyResultDialogProps = {
  objective: ObjectiveNode;
  /** A new one when none is given. */
  keyResult?: KeyResultNode;
  onClose: () => void;
};

export function KeyResultDialog({ objective, keyResult, onClose }: KeyResultDialogProps) {
  const t = useTranslations("okrs");
  const ui = useTranslations("ui");
  // Made with the form, so that a second click acts once.
  const [operationId, setOperationId] = useState(() => crypto.randomUUID());
  const written = useNumberText();
  const [draft, setDraft] = useState(() =>
    keyResult ? draftOf(keyResult, written) : emptyKeyResult(),
  );
  const { send, refusal, fields, isPending } = useAnswer();
  const change = (part: Partial<typeof draft>) => {
    setDraft({ ...draft, ...part });
    setOperationId(crypto.randomUUID());
  };
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const input = { operationId, ...asKeyResult(draft) };
    send(
      () =>
        keyResult
          ? act("key-result.edit", { ...input, id: keyResult.id, version: keyResult.version })
          : act("key-result.create", { ...input, objectiveId: objective.id }),
      {
        done: t(keyResult ? "keyResult.saved" : "keyResult.added"),
        undo: operationId,
        after: onClose,
      },
    );
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(keyResult ? "keyResult.editTitle" : "keyResult.addTitle")}
      description={objective.title}
      wide
    >
      <form onSubmit={save} className="mt-3 grid gap-3 font-normal">
        <Field
          label={t("keyResult.title")}
          hint={t("form.keyResultHint")}
          value={draft.title}
          maxLength={300}
          onChange={(event) => change({ title: event.target.value })}
          data-autofocus
        />
        <div className="grid grid-cols-[minmax(0,2fr)_repeat(3,minmax(0,1fr))] items-start gap-2 max-md:grid-cols-2">
          <MeasureFields
            draft={draft}
            onChange={change}
            targetError={fields.target ? t("form.badTarget") : undefined}
            required
          />
        </div>
        <RefusalLine>{refusal}</RefusalLine>
        <DialogActions>
          <Button variant="quiet" onClick={onClose}>
            {ui("cancel")}
          </Button>
          <Button variant="primary" type="submit" disabled={isPending}>
            {t(keyResult ? "edit.save" : "keyResult.add")}
          </Button>
        </DialogActions>
      </form>
      {keyResult ? (
        <ArchiveButton
          action="key-result.archive"
          target={keyResult}
          words={{
            ask: t("edit.archiveAsk"),
            explain: t("keyResult.archiveExplain"),
            confirm: t("keyResult.archive"),
            done: t("keyResult.archived"),
          }}
          onDone={onClose}
        />
      ) : null}
    </Dialog>
  );
}
