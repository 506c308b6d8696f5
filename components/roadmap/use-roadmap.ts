"use client";

import { useRouter } from "next/navigation";
import { useReducer, useState } from "react";
import { send, undoLast } from "#components/commands/command-queue.ts";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { tellGap } from "#components/live/follow-news.ts";
import { focusCardSoon } from "#components/roadmap/focus-card.ts";
import { type Change, firstState, step } from "#components/roadmap/roadmap-state.ts";
import { useRoadmapWords } from "#components/roadmap/use-words.ts";
import type { Asked } from "#lib/commands.ts";
import { quarterName } from "#lib/quarter.ts";
import type { Band } from "#lib/roadmap/band.ts";
import {
  type Board,
  type Card,
  cardOf,
  type Lane,
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
import { trayId } from "#lib/roadmap/neighbour.ts";
import type { Roadmap } from "#lib/roadmap/reads/roadmap.ts";

export type RoadmapActions = ReturnType<typeof useRoadmap>["actions"];

/** The board as the person sees it: every act shows at once and follows to the server in order. */
export function useRoadmap(roadmap: Roadmap) {
  const router = useRouter();
  const { t, personMonths } = useRoadmapWords();
  const [state, dispatch] = useReducer(step, roadmap, (first) => firstState(boardOf(first)));
  const [from, setFrom] = useState(roadmap);
  if (from !== roadmap) {
    setFrom(roadmap);
    dispatch({ type: "arrive", board: boardOf(roadmap) });
  }
  const { board } = state;
  const { quarter } = roadmap;
  useKeys("anywhere", { undo: () => (undoLast() ? undefined : false) });
  const laneNamed = (teamId: string) => lanesOf(board).find((lane) => lane.teamId === teamId);

  /** Shown at once and sent; `back` shows its undo, and leads the hand to that card. A refusal says that somebody else came first. */
  function act(sent: Sent, change: Change, back: Change | null, cardId?: string): void {
    const operationId = send({
      ...sent,
      undoable: back !== null,
      onDone: () => dispatch({ type: "answered", operationId }),
      onRefused: () => {
        dispatch({ type: "refused", operationId });
        tellGap();
      },
      onUndo: () => {
        if (back) dispatch({ type: "undo", operationId, change: back });
        if (cardId) focusCardSoon(cardId);
      },
      onUndoRefused: () => {
        dispatch({ type: "undo-refused", operationId });
        tellGap();
      },
    });
    dispatch({ type: "do", operationId, change });
  }

  function place(hold: Pick<Hold, "subject" | "effortHalfMonths">, target: Target): string {
    const card = cardFrom(hold, crypto.randomUUID());
    const lane = laneNamed(target.teamId);
    const was = board.tray.find((one) => one.initiativeId === card.initiativeId);
    const input = {
      itemId: card.id,
      initiativeId: card.initiativeId,
      teamId: target.teamId,
      quarter,
      effortHalfMonths: card.effortHalfMonths,
      afterItemId: lane ? afterItemIdAt(lane, target.index) : null,
    };
    const label = t("done.placed", { title: card.title, team: lane?.name ?? "" });
    act(
      { name: "roadmap.place", input, label },
      (now) => (cardOf(now, card.id) ? now : withPlaced(now, card, target)),
      (now) => withTrayCard(withTakenOut(now, card.id), was),
      trayId(card.initiativeId),
    );
    focusCardSoon(card.id);
    return card.id;
  }

  function move(itemId: string, target: Target): void {
    const found = cardOf(board, itemId);
    const lane = laneNamed(target.teamId);
    if (!found || !lane) return;
    const { version, title } = found.card;
    const home = { teamId: found.lane.teamId, index: found.lane.cards.indexOf(found.card) };
    const afterItemId = afterItemIdAt(lane, target.index, itemId);
    const input = { itemId, teamId: target.teamId, afterItemId, version };
    act(
      { name: "roadmap.move", input, label: t("done.moved", { title, team: lane.name }) },
      atVersion(itemId, version, (now) => withMoved(now, itemId, target)),
      atVersion(itemId, version + 1, (now) => withMoved(now, itemId, home)),
      itemId,
    );
    focusCardSoon(itemId);
  }

  function resize(itemId: string, halfMonths: number): void {
    const found = cardOf(board, itemId);
    if (!found || halfMonths < 1 || halfMonths === found.card.effortHalfMonths) return;
    const { version, title, effortHalfMonths: before } = found.card;
    const input = { itemId, effortHalfMonths: halfMonths, version };
    const label = t("done.resized", { title, effort: personMonths(halfMonths) });
    act(
      { name: "roadmap.resize", input, label },
      atVersion(itemId, version, (now) => withResized(now, itemId, halfMonths)),
      atVersion(itemId, version + 1, (now) => withResized(now, itemId, before)),
      itemId,
    );
  }

  function takeOut(itemId: string): void {
    const found = cardOf(board, itemId);
    if (!found) return;
    const { card, lane } = found;
    const home = { teamId: lane.teamId, index: lane.cards.indexOf(card) };
    const label = t("done.takenOut", { title: card.title, team: lane.name });
    act(
      { name: "roadmap.take-out", input: { itemIds: [itemId] }, label },
      (now) => withTakenOut(now, itemId),
      (now) => (cardOf(now, itemId) ? now : withPlaced(now, card, home)),
      itemId,
    );
  }

  function setCapacity(teamId: string, halfMonths: number, reserveHalfMonths: number): void {
    const lane = laneNamed(teamId);
    if (!lane) return;
    const { capacityVersion: version, capacityHalfMonths, ...was } = lane;
    const after = { capacityHalfMonths: halfMonths, reserveHalfMonths };
    const before = { capacityHalfMonths, reserveHalfMonths: was.reserveHalfMonths };
    const input = { teamId, quarter, version, halfMonths, reserveHalfMonths };
    act(
      { name: "capacity.set", input },
      atCapacity(teamId, version, { ...after, capacityVersion: version + 1 }),
      // Taken back, what was set for the first time is not there again.
      atCapacity(teamId, version + 1, {
        ...before,
        capacityVersion: version === 0 ? 0 : version + 2,
      }),
    );
  }

  function setBand(tribeId: string, band: Band): void {
    const version = board.tribes.find((tribe) => tribe.id === tribeId)?.version ?? 1;
    const input = { perimeter: "tribe", tribeId, band, version } as const;
    act(
      { name: "band.set", input },
      (now) =>
        now.tribes.some((tribe) => tribe.id === tribeId && tribe.version === version)
          ? withTribe(now, tribeId, { band, version: version + 1 })
          : now,
      null,
    );
  }

  function setQuarter(tribeId: string, how: QuarterAct, note = ""): void {
    const tribe = board.tribes.find((one) => one.id === tribeId)?.name ?? "";
    send({
      name: `roadmap.${how}`,
      input: { tribeId, quarter, ...(note && { note }) },
      label: t(`done.${how}`, { tribe, quarter: quarterName(quarter) }),
      onDone: () => router.refresh(),
      onRefused: tellGap,
    });
  }

  return {
    board,
    actions: { place, move, resize, takeOut, setCapacity, setBand, setQuarter },
  };
}

export type QuarterAct = "commit" | "withdraw" | "close" | "reopen";

type Sent = Asked & { label?: string };

function boardOf({ tribes, tray }: Roadmap): Board {
  return { tribes, tray };
}

/** Only to the card as it was when this was done. */
function atVersion(itemId: string, version: number, change: Change): Change {
  return (board) => (cardOf(board, itemId)?.card.version === version ? change(board) : board);
}

/** Only to the capacity as it was when this was done. */
function atCapacity(teamId: string, version: number, change: Partial<Lane>): Change {
  const isAsItWas = (lane: Lane) => lane.teamId === teamId && lane.capacityVersion === version;
  return (board) => (lanesOf(board).some(isAsItWas) ? withLane(board, teamId, change) : board);
}

/** Back in the tray with what it knew there. */
function withTrayCard(board: Board, was: TrayCard | undefined): Board {
  if (!was) return board;
  const same = (one: Pick<Card, "initiativeId">) => one.initiativeId === was.initiativeId;
  return { ...board, tray: board.tray.map((one) => (same(one) ? was : one)) };
}
