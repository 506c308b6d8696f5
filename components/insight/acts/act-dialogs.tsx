"use client";

import { AnswerRows } from "#components/insight/dialogs/answer-rows.tsx";
import { EditTitleDialog } from "#components/insight/dialogs/edit-title-dialog.tsx";
import { GiveDialog } from "#components/insight/dialogs/give-dialog.tsx";
import { MergeDialog } from "#components/insight/dialogs/merge-dialog.tsx";
import { SnoozeDialog } from "#components/insight/dialogs/snooze-dialog.tsx";
import { SplitDialog } from "#components/insight/dialogs/split-dialog.tsx";
import type { Triage } from "#components/insight/inbox/use-triage.ts";
import ThemePicker from "#components/theme/theme-picker.tsx";
import type { InsightRow, TribeChoice } from "#lib/insights/views.ts";

export type ActDialog = {
  name: "give" | "answer" | "decline" | "snooze" | "merge" | "theme" | "split" | "editTitle";
  /** To give: the Tribe already chosen by a digit. */
  tribe?: TribeChoice | undefined;
  /** To a theme: the name that was proposed for a new one. */
  theme?: string | undefined;
};

/** Loaded when first asked for: what needs more than a key or a press. */
export default function ActDialogs({
  dialog,
  rows,
  tribes,
  today,
  triage,
  onGrouped,
  onDuplicate,
  onClose,
}: {
  dialog: ActDialog;
  rows: readonly InsightRow[];
  tribes: readonly TribeChoice[];
  today: string;
  triage: Triage;
  /**
   * The server has put these under a theme, or taken them out again, or said no to what was proposed,
   * or taken others out of it. */
  onGrouped?: ((ids: string[]) => void) | undefined;
  /** It was answered that they are one with another: which one is asked next. */
  onDuplicate: () => void;
  onClose: () => void;
}) {
  const [row] = rows;
  switch (dialog.name) {
    case "give":
      return (
        <GiveDialog
          rows={rows}
          tribes={tribes}
          chosen={dialog.tribe}
          onGive={(tribe, reason) => triage.give(rows, tribe, reason)}
          onClose={onClose}
        />
      );
    case "answer":
    case "decline":
      return (
        <AnswerRows
          rows={rows}
          isDeclining={dialog.name === "decline"}
          onAnswer={(given) => triage.answer(rows, given)}
          onDuplicate={onDuplicate}
          onClose={onClose}
        />
      );
    case "snooze":
      return (
        <SnoozeDialog
          rows={rows}
          today={today}
          onSnooze={(until) => triage.snooze(rows, until)}
          onClose={onClose}
        />
      );
    case "theme":
      return (
        <ThemePicker
          rows={rows}
          tribes={tribes}
          named={dialog.theme}
          triage={triage}
          onDone={() => onGrouped?.(rows.map(({ id }) => id))}
          onClose={onClose}
        />
      );
    case "merge":
      return (
        <MergeDialog
          rows={rows}
          onMerge={(into) => triage.merge(rows, into)}
          onRefused={() => onGrouped?.(rows.map(({ id }) => id))}
          onClose={onClose}
        />
      );
    case "split":
      return row ? (
        <SplitDialog row={row} onDone={() => onGrouped?.([row.id])} onClose={onClose} />
      ) : null;
    case "editTitle":
      return row ? <EditTitleDialog row={row} onClose={onClose} /> : null;
  }
}
