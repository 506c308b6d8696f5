"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "#components/form/action-form.tsx";

/** Ends a silence. */
export function AllowMessages({ id }: { id: string }) {
  const t = useTranslations("settings.own.messages");
  return (
    <ActionForm
      action="message.allow"
      fixed={{ id }}
      submit={t("allow")}
      done={t("allowed")}
      variant="quiet"
      undoable
    />
  );
}
