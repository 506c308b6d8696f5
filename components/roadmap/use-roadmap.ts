"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { send, undoLast } from "#components/commands/command-queue.ts";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { useRoadmapWords } from "#components/roadmap/use-words.ts";
import type { Band } from "#lib/roadmap/band.ts";
import {
  type Board,
  type Card,
  cardOf,
  lanesOf,
  type Target,
  type TrayCard,
  withLane,
  withMoved,
  withPlaced,
  withResized,
  withTakenOut,
  withTribe,
} from "#lib/roadmap/board.ts";
import { afterItemIdAt, cardFrom, type Hold } from "#lib/roadmap/hold.ts";
import type { Roadmap } from "#lib/roadmap/reads/roadmap.ts";

export type RoadmapActions = ReturnType<typeof useRoadmap>["actions"];

/** The board as the person sees it: every act shows at once and follows to the server in order. */
export function useRoadmap(roadmap: Roadmap) {
  const router = useRouter();
  const { t, personMonths } = useRoadmapWords();
  const [shown, setShown] = useState({ from: roadmap, board: boardOf(roadmap) });
  // The server's word replaces ours whenever a newer one arrives.
  if (shown.from !== roadmap) setShown({ from: roadmap, board: boardOf(roadmap) });
  const { board } = shown;
  const { quarter } = roadmap;
  useKeys("anywhere", { undo: () => (undoLast() ? undefined : false) });
  const change = (to: (board: Board) => Board) =>
    setShown((now) => ({ ...now, board: to(now.board) }));
  const refresh = () => router.refresh();
  const laneNamed = (teamId: string) => lanesOf(board).find((lane) => lane.teamId === teamId);

  function place(hold: Pick<Hold, "subject" | "effortHalfMonths">, target: Target): string {
    const card = cardFrom(hold, crypto.randomUUID());
    const lane = laneNamed(target.teamId);
    const was = board.tray.find((one) => one.initiativeId === card.initiativeId);
    change((now) => withPlaced(now, card, target));
    send({
      name: "roadmap.place",
      input: {
        itemId: card.id,
        initiativeId: card.initiativeId,
        teamId: target.teamId,
        quarter,
        effortHalfMonths: card.effortHalfMonths,
        afterItemId: lane ? afterItemIdAt(lane, target.index) : null,
      },
      label: t("done.placed", { title: card.title, team: lane?.name ?? "" }),
      undoable: true,
      onUndo: () => change((now) => withTrayCard(withTakenOut(now, card.id), was)),
      onRefused: refresh,
      onUndoRefused: refresh,
    });
    return card.id;
  }

  function move(itemId: string, target: Target): void {
    const found = cardOf(board, itemId);
    const lane = laneNamed(target.teamId);
    if (!found || !lane) return;
    const home = {
      teamId: found.lane.teamId,
      index: found.lane.cards.findIndex((card) => card.id === itemId),
    };
    change((now) => withMoved(now, itemId, target));
    send({
      name: "roadmap.move",
      input: {
        itemId,
        teamId: target.teamId,
        afterItemId: afterItemIdAt(lane, target.index, itemId),
        version: found.card.version,
      },
      label: t("done.moved", { title: found.card.title, team: lane.name }),
      undoable: true,
      onUndo: () => change((now) => withMoved(now, itemId, home)),
      onRefused: refresh,
      onUndoRefused: refresh,
    });
  }

  function resize(itemId: string, halfMonths: number): void {
    const found = cardOf(board, itemId);
    if (!found || halfMonths < 1 || halfMonths === found.card.effortHalfMonths) return;
    const before = found.card.effortHalfMonths;
    change((now) => withResized(now, itemId, halfMonths));
    send({
      name: "roadmap.resize",
      input: { itemId, effortHalfMonths: halfMonths, version: found.card.version },
      label: t("done.resized", { title: found.card.title, effort: personMonths(halfMonths) }),
      undoable: true,
      onUndo: () => change((now) => withResized(now, itemId, before)),
      onRefused: refresh,
      onUndoRefused: refresh,
    });
  }

  function takeOut(itemId: string): void {
    const found = cardOf(board, itemId);
    if (!found) return;
    const { card, lane } = found;
    const home = { teamId: lane.teamId, index: lane.cards.indexOf(card) };
    change((now) => withTakenOut(now, itemId));
    send({
      name: "roadmap.take-out",
      input: { itemIds: [itemId] },
      label: t("done.takenOut", { title: card.title, team: lane.name }),
      undoable: true,
      onUndo: () => change((now) => withPlaced(now, card, home)),
      onRefused: refresh,
      onUndoRefused: refresh,
    });
  }

  function setCapacity(teamId: string, halfMonths: number, reserveHalfMonths: number): void {
    const lane = laneNamed(teamId);
    const before = {
      capacityHalfMonths: lane?.capacityHalfMonths ?? null,
      reserveHalfMonths: lane?.reserveHalfMonths ?? 0,
    };
    change((now) => withLane(now, teamId, { capacityHalfMonths: halfMonths, reserveHalfMonths }));
    const input = { teamId, quarter, halfMonths, reserveHalfMonths };
    send({
      name: "capacity.set",
      input,
      undoable: true,
      onRefused: refresh,
      onUndoRefused: refresh,
      onUndo: () => change((now) => withLane(now, teamId, before)),
    });
  }

  function setBand(tribeId: string, band: Band): void {
    const version = board.tribes.find((tribe) => tribe.id === tribeId)?.version ?? 1;
    change((now) => withTribe(now, tribeId, { band, version: version + 1 }));
    const input = { perimeter: "tribe", tribeId, band, version };
    send({ name: "band.set", input, onRefused: refresh });
  }

  function setQuarter(tribeId: string, act: "commit" | "close" | "reopen"): void {
    const tribe = board.tribes.find((one) => one.id === tribeId)?.name ?? "";
    send({
      name: `roadmap.${act}`,
      input: { tribeId, quarter },
      label: t(`done.${act}`, { tribe, quarter }),
      onDone: refresh,
      onRefused: refresh,
    });
  }

  return {
    board,
    actions: { place, move, resize, takeOut, setCapacity, setBand, setQuarter },
  };
}

function boardOf({ tribes, tray }: Roadmap): Board {
  return { tribes, tray };
}

/** Back in the tray with what it knew there. */
function withTrayCard(board: Board, was: TrayCard | undefined): Board {
  if (!was) return board;
  const same = (one: Pick<Card, "initiativeId">) => one.initiativeId === was.initiativeId;
  return { ...board, tray: board.tray.map((one) => (same(one) ? was : one)) };
}
