"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "#components/form/action-form.tsx";
import { NumberField } from "#components/form/number-field.tsx";
import { MEBIBYTE, uploadLimitNumber } from "#lib/settings/upload-limit.ts";

/** Typed in MiB, kept in bytes. */
export function UploadLimitForm({ bytes, version }: { bytes: number; version: number }) {
  const t = useTranslations("settings.company");
  return (
    <ActionForm
      action="setting.change"
      fixed={{ id: "upload-limit", version }}
      submit={t("save")}
      done={t("saved")}
      className="flex flex-wrap items-end gap-2"
    >
      <NumberField
        label={t("upload")}
        name="value"
        rule={uploadLimitNumber}
        required
        defaultValue={Math.round(bytes / MEBIBYTE)}
      />
    </ActionForm>
  );
}
