"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { DialogForm } from "#components/form/dialog-form.tsx";
import { type Place, withPlace } from "#components/theme/place-options.ts";
import { ThemeFields } from "#components/theme/theme-fields.tsx";
import { submitForm, submitFormAndLeave } from "#lib/act.ts";
import type { TribeChoice } from "#lib/insights/views.ts";
import type { Theme } from "#lib/themes/reads/theme.ts";

/** Opens the new theme once it is made. */
export function NewTheme({ tribes, place }: { tribes: readonly TribeChoice[]; place: Place }) {
  const t = useTranslations("themes");
  const router = useRouter();
  return (
    <DialogForm
      button={t("new")}
      look="primary"
      title={t("new")}
      action={async (input) => {
        const answer = await submitFormAndLeave("theme.create", withPlace(input));
        if (answer.ok) router.push(`/themes/${answer.result.id}`);
        return answer;
      }}
      done={t("done.createdNow")}
      submit={t("acts.create")}
    >
      <ThemeFields given={{ title: "", description: "", ...place }} tribes={tribes} />
    </DialogForm>
  );
}

/** Editing what it is, and taking it out of every list. */
export function ThemeActs({ theme, tribes }: { theme: Theme; tribes: readonly TribeChoice[] }) {
  const t = useTranslations("themes");
  const router = useRouter();
  return (
    <>
      <DialogForm
        button={t("acts.archive")}
        look="quiet"
        title={t("acts.archiveTitle")}
        description={t("acts.archiveHint")}
        action={async (input) => {
          const answer = await submitFormAndLeave("theme.archive", input);
          if (answer.ok) router.push("/themes");
          return answer;
        }}
        fixed={{ themeId: theme.id }}
        done={t("done.archived", { theme: theme.title })}
        undoable
        submit={t("acts.archive")}
      />
      <DialogForm
        button={t("acts.edit")}
        title={t("acts.editTitle")}
        action={(input) => submitForm("theme.edit", withPlace(input))}
        fixed={{ themeId: theme.id, version: theme.version }}
        done={t("done.edited")}
        undoable
        submit={t("acts.save")}
      >
        <ThemeFields given={theme} tribes={tribes} />
      </DialogForm>
    </>
  );
}
