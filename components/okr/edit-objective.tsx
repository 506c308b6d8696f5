"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { ArchiveButton } from "#components/form/archive-button.tsx";
import { RefusalLine } from "#components/form/refusal-line.tsx";
import { useAnswer } from "#components/form/use-answer.ts";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Pencil } from "#components/ui/icons.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { Select } from "#components/ui/select.tsx";
import { submitForm } from "#lib/act.ts";
import type { ObjectiveNode } from "#lib/okrs/tree.ts";

type Props = { objective: ObjectiveNode; parents: readonly ObjectiveNode[] };

export function EditObjective(props: Props) {
  const t = useTranslations("okrs.edit");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <IconButton
        label={t("action", { title: props.objective.title })}
        className="md:size-6"
        icon={<Pencil aria-hidden size={14} strokeWidth={1.5} />}
        onClick={() => setIsOpen(true)}
      />
      {isOpen ? <EditDialog {...props} onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}

function EditDialog({ objective, parents, onClose }: Props & { onClose: () => void }) {
  const t = useTranslations("okrs");
  const ui = useTranslations("ui");
  const { send, refusal, isPending } = useAnswer();
  const [operationId] = useState(() => crypto.randomUUID());
  const { id, version, level } = objective;
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const input = {
      operationId,
      id,
      version,
      title: form.get("title"),
      commitment: form.get("commitment"),
      parentId: form.get("parent") || null,
      isShared: form.get("shared") === "on",
    };
    send(() => submitForm("objective.edit", input), {
      done: t("edit.saved"),
      undo: operationId,
      after: onClose,
    });
  };
  return (
    <Dialog open onClose={onClose} title={t("edit.title")}>
      <form onSubmit={save} className="mt-3 grid gap-3 font-normal">
        <Field
          label={t("form.title")}
          name="title"
          required
          maxLength={300}
          defaultValue={objective.title}
          data-autofocus
        />
        <RadioGroup
          legend={t("form.commitment")}
          name="commitment"
          defaultValue={objective.commitment}
          options={[
            { value: "committed", label: t("form.committed") },
            { value: "aspirational", label: t("form.aspirational") },
          ]}
        />
        {level === "company" ? null : (
          <Select
            label={t("form.parent")}
            name="parent"
            empty={t("form.noParent")}
            defaultValue={objective.parentId ?? ""}
            options={parents
              .filter((parent) => parent.level !== "individual" && parent.id !== id)
              .map((parent) => ({ value: parent.id, label: parent.title }))}
          />
        )}
        {level === "individual" ? (
          <Checkbox name="shared" label={t("form.shared")} defaultChecked={objective.isShared} />
        ) : null}
        <RefusalLine>{refusal}</RefusalLine>
        <DialogActions>
          <Button variant="quiet" onClick={onClose}>
            {ui("cancel")}
          </Button>
          <Button variant="primary" type="submit" disabled={isPending}>
            {t("edit.save")}
          </Button>
        </DialogActions>
      </form>
      <ArchiveButton
        action="objective.archive"
        target={objective}
        words={{
          ask: t("edit.archiveAsk"),
          explain: t("edit.archiveExplain"),
          confirm: t("edit.archive"),
          done: t("edit.archived"),
        }}
        onDone={onClose}
      />
    </Dialog>
  );
}
