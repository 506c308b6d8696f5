"use client";

import { useTranslations } from "next-intl";
import { DialogForm } from "#components/form/dialog-form.tsx";
import { SubjectFields } from "#components/initiative/subject-fields.tsx";
import type { Initiative, TeamChoice } from "#lib/initiatives/reads/initiative.ts";

/** Editing what it is, and taking it out of every list. */
export function InitiativeActs({
  initiative,
  teams,
}: {
  initiative: Initiative;
  teams: readonly TeamChoice[];
}) {
  const t = useTranslations("initiatives");
  return (
    <>
      <DialogForm
        button={t("acts.archive")}
        look="quiet"
        title={t("acts.archiveTitle")}
        description={t("acts.archiveHint")}
        action="initiative.archive"
        fixed={{ initiativeIds: [initiative.id] }}
        done={t("done.archived", { title: initiative.title })}
        undoable
        submit={t("acts.archive")}
      />
      <DialogForm
        button={t("acts.edit")}
        title={t("acts.edit")}
        action="initiative.edit"
        fixed={{ initiativeId: initiative.id, version: initiative.version }}
        done={t("done.edited")}
        undoable
        submit={t("factor.save")}
      >
        <SubjectFields given={initiative} teams={teams} />
      </DialogForm>
    </>
  );
}
