import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { useRefusalSentence } from "#components/i18n/use-refusal-sentence.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { act } from "#lib/act.ts";
import type { InsightRow } from "#lib/insights/views.ts";

/** When somebody else was faster, what was typed stays and the refusal says so. */
export function EditTitleDialog({ row, onClose }: { row: InsightRow; onClose: () => void }) {
  const t = useTranslations("insights.dialog");
  const refusalSentence = useRefusalSentence();
  const [state, save, isPending] = useActionState(
    async (_: unknown, form: FormData) => {
      const title = String(form.get("title") ?? "").trim();
      const answer = await act("insight.edit-title", {
        id: row.id,
        version: row.version,
        title: title || null,
      });
      if (answer.ok) onClose();
      return {
        title,
        error: answer.ok ? undefined : refusalSentence(answer.error),
      };
    },
    { title: row.title ?? "", error: undefined },
  );
  return (
    <Dialog open onClose={onClose} title={t("titleTitle")}>
      <form action={save} className="mt-3">
        <Field
          label={t("title")}
          name="title"
          defaultValue={state.title}
          error={state.error}
          maxLength={500}
          data-autofocus
        />
        <DialogActions>
          <Button variant="quiet" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button type="submit" variant="primary" disabled={isPending}>
            {t("save")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
