"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { startQueue } from "#components/commands/command-queue.ts";

/** Starts the queue for who is signed in, with the words in which a refusal is told. */
export function CommandQueueStart({ personId }: { personId: string }) {
  const t = useTranslations("errors");
  useEffect(() => {
    startQueue(personId, ({ key, params }) =>
      t.has(key) ? t(key, params) : t("unexpected", { id: "", ...params }),
    );
  }, [personId, t]);
  return null;
}
