"use client";

import { useRoadmapWords } from "#components/roadmap/use-words.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { quarterName } from "#lib/quarter.ts";

/** Asks once before a quarter becomes a record: others see it closed. */
export function CloseDialog({
  tribe,
  quarter,
  onCancel,
  onClose,
}: {
  tribe: string;
  quarter: string;
  onCancel: () => void;
  onClose: () => void;
}) {
  const { t } = useRoadmapWords();
  return (
    <Dialog
      open
      onClose={onCancel}
      title={t("close.title", { tribe, quarter: quarterName(quarter) })}
      description={t("close.description")}
    >
      <DialogActions>
        <Button variant="quiet" onClick={onCancel}>
          {t("cancel")}
        </Button>
        <Button variant="primary" onClick={onClose} data-autofocus>
          {t("close.verb")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
