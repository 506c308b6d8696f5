"use client";

import { useState } from "react";
import { BandGauge } from "#components/gauge/band-gauge.tsx";
import { useRoadmapWords } from "#components/roadmap/use-words.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { quarterName } from "#lib/quarter.ts";
import { bandsOf, effortOf, roomOf, type TribeBoard } from "#lib/roadmap/board.ts";

/** What is about to be committed, in numbers; what is over capacity or outside its band is said, not forbidden. */
export function CommitDialog({
  tribe,
  quarter,
  isRevision,
  onClose,
  onCommit,
}: {
  tribe: TribeBoard;
  quarter: string;
  isRevision: boolean;
  onClose: () => void;
  /** With why it is revised, where somebody says so. */
  onCommit: (note: string) => void;
}) {
  const { t, personMonths } = useRoadmapWords();
  const [note, setNote] = useState("");
  const effort = effortOf(tribe.lanes);
  const count = tribe.lanes.reduce((sum, lane) => sum + lane.cards.length, 0);
  const over = tribe.lanes.flatMap((lane) => {
    const room = roomOf(lane);
    return room !== null && room < 0 ? [{ name: lane.name, by: -room }] : [];
  });
  const verb = t(isRevision ? "commit.publish" : "commit.verb");
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(isRevision ? "commit.revision" : "commit.title", {
        tribe: tribe.name,
        quarter: quarterName(quarter),
      })}
      description={t("commit.description")}
    >
      <p className="mt-3">
        {t("commit.summary", { count, effort: personMonths(effort.totalHalfMonths) })}
      </p>
      <div className="mt-2">
        <BandGauge size="lg" name={tribe.name} {...effort} {...bandsOf(tribe)} />
      </div>
      {over.length > 0 ? (
        <ul className="mt-2 text-bad">
          {over.map(({ name, by }) => (
            <li key={name}>{t("answer.over", { team: name, amount: personMonths(by) })}</li>
          ))}
        </ul>
      ) : null}
      {isRevision ? (
        <TextArea
          label={t("commit.note")}
          className="mt-3"
          rows={2}
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      ) : null}
      <DialogActions>
        <Button variant="quiet" onClick={onClose}>
          {t("cancel")}
        </Button>
        <Button variant="primary" onClick={() => onCommit(note.trim())} data-autofocus>
          {verb}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
