import { useTranslations } from "next-intl";
import { useActionState, useState } from "react";
import { useRefusalSentence } from "#components/i18n/use-refusal-sentence.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { toast } from "#components/ui/toast-store.ts";
import { act } from "#lib/act.ts";
import { insightKey } from "#lib/insights/number.ts";
import type { InsightRow } from "#lib/insights/views.ts";

/** One more ask out of the same text. */
export function SplitDialog({ row, onClose }: { row: InsightRow; onClose: () => void }) {
  const t = useTranslations("insights");
  const refusalSentence = useRefusalSentence();
  const insight = insightKey(row.number);
  const [operationId] = useState(() => crypto.randomUUID());
  const [title, setTitle] = useState("");
  const [body, setBody] = useState("");
  const [error, save, isPending] = useActionState(async () => {
    const part = { body, ...(title.trim() ? { title } : {}) };
    const answer = await act("insight.split", { id: row.id, parts: [part], operationId });
    if (!answer.ok) return refusalSentence(answer.error);
    toast.done({ message: t("done.split", { count: 1, insight }) });
    onClose();
    return undefined;
  }, undefined);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("dialog.splitTitle", { insight })}
      description={t("dialog.splitHint", { insight })}
    >
      <form action={save} className="mt-3 grid gap-3">
        <TextArea
          voice
          label={t("dialog.splitBody")}
          value={body}
          onChange={(event) => setBody(event.target.value)}
          error={error}
          required
          maxLength={100_000}
          data-autofocus
        />
        <Field
          label={t("dialog.splitPartTitle")}
          optional={t("dialog.optional")}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
          maxLength={500}
        />
        <DialogActions>
          <Button variant="quiet" onClick={onClose}>
            {t("dialog.cancel")}
          </Button>
          <Button type="submit" variant="primary" disabled={isPending}>
            {t("dialog.split")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
