"use client";

import { useRoadmapWords } from "#components/roadmap/use-words.ts";
import {
  type Board,
  bandsOf,
  effortOf,
  lanesOf,
  roomOf,
  type TribeBoard,
} from "#lib/roadmap/board.ts";
import { techShare } from "#lib/roadmap/tech-share.ts";

/** The screen's sentence: does it fit, and is there room for tech? */
export function useAnswer(board: Board, waiting: number): string {
  const { t, personMonths } = useRoadmapWords();
  const lanes = lanesOf(board);
  if (lanes.every((lane) => lane.cards.length === 0)) return t("answer.empty", { count: waiting });
  return t("answer.line", { fit: fit(), tech: tech() });

  function fit(): string {
    const rooms = lanes.map((lane) => ({ lane, room: roomOf(lane) }));
    if (rooms.every(({ room }) => room === null)) return t("answer.unknown");
    const over = rooms.flatMap(({ lane, room }) =>
      room !== null && room < 0 ? [{ name: lane.name, by: -room }] : [],
    );
    const [first] = over;
    if (!first) return t("answer.fits");
    if (over.length > 1) return t("answer.overMany", { count: over.length });
    return t("answer.over", { team: first.name, amount: personMonths(first.by) });
  }

  function tech(): string {
    const outside = board.tribes.flatMap((tribe) => {
      const share = shareOf(tribe);
      return share.state === "below" || share.state === "above" ? [{ tribe, share }] : [];
    });
    const [first] = outside;
    if (!first) return t(board.tribes.length === 1 ? "answer.within" : "answer.withinAll");
    if (outside.length > 1) return t("answer.outsideMany", { count: outside.length });
    const { tribe, share } = first;
    const amount = share.state === "below" ? (share.add ?? share.swap) : share.takeOut;
    return t(`answer.${share.state}`, {
      tribe: tribe.name,
      amount: amount === null ? "none" : personMonths(amount),
    });
  }
}

function shareOf(tribe: TribeBoard) {
  return techShare({ ...effortOf(tribe.lanes), band: bandsOf(tribe).band });
}
