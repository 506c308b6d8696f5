"use client";

import Link from "next/link";
import { useState } from "react";
import { NumberField, useNumberText } from "#components/form/number-field.tsx";
import { useHand } from "#components/roadmap/roadmap-context.ts";
import type { Tie } from "#components/roadmap/use-links.ts";
import type { RoadmapActions } from "#components/roadmap/use-roadmap.ts";
import { useRoadmapWords } from "#components/roadmap/use-words.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { Select } from "#components/ui/select.tsx";
import { effortNumber } from "#lib/initiatives/rice.ts";
import { type Board, holds, type Lane, lanesOf } from "#lib/roadmap/board.ts";
import type { Hold } from "#lib/roadmap/hold.ts";
import { numberIn } from "#lib/typed-number.ts";

/** Team, rank and effort of one card by form: for fingers, and for who would rather read than drag. */
export function MoveDialog({
  board,
  hold,
  actions,
  onClose,
  onLink,
}: {
  board: Board;
  /** The card as if picked up where it lies; its target is where it is proposed. */
  hold: Hold;
  actions: RoadmapActions;
  onClose: () => void;
  /** Null for who may tie it to nothing. */
  onLink: ((tie: Tie) => void) | null;
}) {
  const { t } = useRoadmapWords();
  const { isOpen } = useHand();
  const { from, subject } = hold;
  const itemId = from?.itemId;
  const [teamId, setTeamId] = useState(hold.target?.teamId ?? "");
  const [index, setIndex] = useState(hold.target?.index ?? 0);
  const written = useNumberText();
  const [effort, setEffort] = useState(() => written(hold.effortHalfMonths / 2));
  const lanes = lanesOf(board).filter(
    (lane) => isOpen(lane.teamId) && !holds(lane, subject.initiativeId, itemId),
  );
  const lane = lanes.find((one) => one.teamId === teamId);
  const months = numberIn(effort, effortNumber);
  const save = () => {
    if (months === null) return;
    const target = { teamId, index };
    const effortHalfMonths = months * 2;
    if (!itemId) actions.place({ subject, effortHalfMonths }, target);
    else {
      if (from.teamId !== teamId || from.index !== index) actions.move(itemId, target);
      actions.resize(itemId, effortHalfMonths);
    }
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title={subject.title}>
      <form
        className="mt-3 grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (lane) save();
        }}
      >
        <Select
          label={t("move.team")}
          data-autofocus
          value={teamId}
          options={lanes.map((one) => ({ value: one.teamId, label: one.name }))}
          onChange={(event) => {
            setTeamId(event.target.value);
            setIndex(othersOf(lanes, event.target.value, itemId).length);
          }}
        />
        <Select
          label={t("move.rank")}
          value={`${index}`}
          options={[
            { value: "0", label: t("move.first") },
            ...othersOf(lanes, teamId, itemId).map((card, at) => ({
              value: `${at + 1}`,
              label: t("move.after", { title: card.title }),
            })),
          ]}
          onChange={(event) => setIndex(Number(event.target.value))}
        />
        <NumberField
          label={t("move.effort")}
          rule={effortNumber}
          required
          value={effort}
          onText={setEffort}
        />
        {onLink ? (
          <p className="flex flex-wrap items-center gap-1 text-ink-muted">
            {t("link.with")}
            <Button variant="quiet" onClick={() => onLink("keyResult")}>
              {t("link.keyResultVerb")}
            </Button>
            <Button variant="quiet" onClick={() => onLink("epic")}>
              {t("link.epicVerb")}
            </Button>
          </p>
        ) : null}
        <DialogActions>
          <Link href={`/initiatives/${subject.number}`} className="mr-auto underline">
            {t("move.open")}
          </Link>
          {itemId ? (
            <Button
              onClick={() => {
                actions.takeOut(itemId);
                onClose();
              }}
            >
              {t("move.takeOut")}
            </Button>
          ) : null}
          <Button type="submit" variant="primary" disabled={!lane}>
            {t(itemId ? "move.save" : "move.place")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function othersOf(lanes: readonly Lane[], teamId: string, itemId: string | undefined) {
  const lane = lanes.find((one) => one.teamId === teamId);
  return lane ? lane.cards.filter((card) => card.id !== itemId) : [];
}
