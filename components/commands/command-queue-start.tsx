"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { startQueue } from "#components/commands/command-queue.ts";
import { refusalSentence } from "#lib/i18n/refusal-sentence.ts";

/** Starts the queue for who is signed in, with the words in which a refusal is told. */
export function CommandQueueStart({ personId }: { personId: string }) {
  const words = useTranslations();
  useEffect(() => {
    startQueue(personId, (refusal) => refusalSentence(words, refusal));
  }, [personId, words]);
  return null;
}
