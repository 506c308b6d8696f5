"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { RefusalLine } from "#components/form/refusal-line.tsx";
import { useAnswer } from "#components/form/use-answer.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { act } from "#lib/act.ts";

type Acted = { id: string; name: string; isPaused: boolean };

/** Pull now, pause or go on, disconnect. */
export function SourceActs({ id, name, isPaused }: Acted) {
  const t = useTranslations("sources.page");
  const ui = useTranslations("ui");
  const router = useRouter();
  const { send, refusal, isPending } = useAnswer();
  const [isAsking, setIsAsking] = useState(false);
  const [operationId] = useState(() => crypto.randomUUID());
  const pause = () =>
    send(() => act(isPaused ? "source.resume" : "source.pause", { id }), {
      done: isPaused ? t("resumed") : t("paused"),
    });
  const disconnect = () =>
    send(() => act("source.disconnect", { id, operationId }), {
      done: t("disconnected"),
      after: () => router.push("/settings/sources"),
    });
  return (
    <>
      {isPaused ? null : (
        <Button
          disabled={isPending}
          onClick={() => send(() => act("source.ask-pull", { id }), { done: t("pullAsked") })}
        >
          {t("pullNow")}
        </Button>
      )}
      <Button disabled={isPending} onClick={pause}>
        {isPaused ? t("resume") : t("pause")}
      </Button>
      <Button variant="quiet" onClick={() => setIsAsking(true)}>
        {t("disconnect")}
      </Button>
      <Dialog
        open={isAsking}
        onClose={() => setIsAsking(false)}
        title={t("disconnectConfirm", { name })}
        description={t("disconnectExplain")}
      >
        <RefusalLine>{refusal}</RefusalLine>
        <DialogActions>
          <Button variant="quiet" onClick={() => setIsAsking(false)}>
            {ui("cancel")}
          </Button>
          <Button variant="primary" disabled={isPending} onClick={disconnect}>
            {t("disconnectConfirm", { name })}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
