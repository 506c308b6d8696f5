"use client";

import { useTranslations } from "next-intl";
import { ActionForm, type Fields } from "#components/form/action-form.tsx";
import { Field } from "#components/ui/field.tsx";
import { submitForm } from "#lib/act.ts";

const MEBIBYTE = 1_048_576;

/** Typed in MiB, kept in bytes. */
export function UploadLimitForm({ bytes, version }: { bytes: number; version: number }) {
  const t = useTranslations("settings.company");
  const save = ({ value, ...setting }: Fields) =>
    submitForm("setting.change", { ...setting, value: Number(value) * MEBIBYTE });
  return (
    <ActionForm
      action={save}
      fixed={{ id: "upload-limit", version }}
      numbers={["value"]}
      submit={t("save")}
      done={t("saved")}
      className="flex flex-wrap items-end gap-2"
    >
      <Field
        label={t("upload")}
        name="value"
        type="number"
        min={1}
        max={65_536}
        step={1}
        required
        defaultValue={Math.round(bytes / MEBIBYTE)}
      />
    </ActionForm>
  );
}
