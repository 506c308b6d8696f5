"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type EntryChoices, EntryFields } from "#components/catalogue/entry-fields.tsx";
import { ActionForm } from "#components/form/action-form.tsx";
import { DialogForm } from "#components/form/dialog-form.tsx";
import { submitForm, submitFormAndLeave } from "#lib/act.ts";
import { askOf, type Entry } from "#lib/catalogue/views.ts";

/** Opens the new entry once it is written. */
export function NewEntry({ choices }: { choices: EntryChoices }) {
  const t = useTranslations("catalogue");
  const router = useRouter();
  return (
    <DialogForm
      button={t("new")}
      look="primary"
      title={t("new")}
      action={async (input) => {
        const answer = await submitFormAndLeave("entry.create", input);
        if (answer.ok) router.push(`/catalogue/${answer.result.id}`);
        return answer;
      }}
      lists={["words"]}
      done={t("done.created")}
      submit={t("acts.create")}
    >
      <EntryFields given={null} choices={choices} />
    </DialogForm>
  );
}

export function EntryActs({ entry, choices }: { entry: Entry; choices: EntryChoices }) {
  const t = useTranslations("catalogue");
  const router = useRouter();
  const { id, version, title } = entry;
  return (
    <>
      <DialogForm
        button={t("acts.archive")}
        look="quiet"
        title={t("acts.archiveTitle")}
        description={t("acts.archiveHint")}
        action={async (input) => {
          const answer = await submitFormAndLeave("entry.archive", input);
          if (answer.ok) router.push("/catalogue");
          return answer;
        }}
        fixed={{ id, version }}
        done={t("done.archived", { title })}
        undoable
        submit={t("acts.archive")}
      />
      <DialogForm
        button={t("acts.edit")}
        title={t("acts.editTitle")}
        action={(input) => submitForm("entry.edit", input)}
        fixed={{ id, version }}
        lists={["words"]}
        done={t("done.edited")}
        undoable
        submit={t("acts.save")}
      >
        <EntryFields given={entry} choices={choices} />
      </DialogForm>
    </>
  );
}

/** Why it asks to be looked at, and the one press that says it is so. */
export function EntryAsks({ entry, mayEdit }: { entry: Entry; mayEdit: boolean }) {
  const t = useTranslations("catalogue");
  const ask = askOf(entry);
  if (ask === null) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-sunk px-6 py-2 max-md:px-4">
      <p>{t(`askNote.${ask}`)}</p>
      {mayEdit && ask !== "adrift" ? (
        <ActionForm
          action="entry.verify"
          fixed={{ ids: [entry.id] }}
          done={t("done.verified")}
          undoable
          variant="default"
          submit={t(ask === "draft" ? "acts.publish" : "acts.verify")}
        />
      ) : null}
    </div>
  );
}
