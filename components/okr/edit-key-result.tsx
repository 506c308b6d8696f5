"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { KeyResultDialog, type KeyResultDialogProps } from "#components/okr/key-result-dialog.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Pencil, Plus } from "#components/ui/icons.tsx";

/** The icon that opens a key result's form: a pencil on its own row, a plus on its objective's. */
export function EditKeyResult(props: Omit<KeyResultDialogProps, "onClose">) {
  const t = useTranslations("okrs");
  const [isOpen, setIsOpen] = useState(false);
  const { objective, keyResult } = props;
  const Icon = keyResult ? Pencil : Plus;
  return (
    <>
      <IconButton
        label={
          keyResult
            ? t("edit.action", { title: keyResult.title ?? t("ownMeasure") })
            : t("keyResult.addTo", { title: objective.title })
        }
        className="md:size-6"
        icon={<Icon aria-hidden size={14} strokeWidth={1.5} />}
        onClick={() => setIsOpen(true)}
      />
      {isOpen ? <KeyResultDialog {...props} onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}
