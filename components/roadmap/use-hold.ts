"use client";

import { useEffect, useRef, useState } from "react";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { cardElement } from "#components/roadmap/focus-card.ts";
import { useDragWatch } from "#components/roadmap/use-drag.ts";
import type { RoadmapActions } from "#components/roadmap/use-roadmap.ts";
import { type Board, lanesOf } from "#lib/roadmap/board.ts";
import { type Hold, isAtHome, takes, toLane, toRank } from "#lib/roadmap/hold.ts";
import { type Direction, heir, neighbour, trayId } from "#lib/roadmap/neighbour.ts";
import { asHold, pickUp } from "#lib/roadmap/pick-up.ts";

/** The card at hand: chosen by the cursor, picked up by Enter or by dragging, put down or given back. */
export function useHold({
  board,
  actions,
  isOpen,
  onRefused,
}: {
  board: Board;
  actions: RoadmapActions;
  isOpen: (teamId: string) => boolean;
  /** Somebody reached for a card that is not theirs to move. */
  onRefused: (teamId: string) => void;
}) {
  const [cursor, setCursor] = useState<string | null>(null);
  const [hold, setHold] = useState<Hold | null>(null);
  const focusNext = useRef<string | null>(null);
  useEffect(() => {
    if (!focusNext.current) return;
    cardElement(focusNext.current)?.focus();
    focusNext.current = null;
  });

  const chosen = cursor ? asHold(board, cursor, "keys") : null;

  function pick(cardId: string, by: Hold["by"]): void {
    const picked = pickUp(board, cardId, by, isOpen);
    if (!picked) return;
    if ("refusedBy" in picked) onRefused(picked.refusedBy);
    else setHold(picked.hold);
  }

  function putDown(held: Hold): void {
    setHold(null);
    if (!held.target || isAtHome(held)) return;
    if (held.from) actions.move(held.from.itemId, held.target);
    const id = held.from?.itemId ?? actions.place(held, held.target);
    setCursor(id);
    focusNext.current = id;
  }

  function go(direction: Direction): false | undefined {
    if (!isOnCard()) return false;
    if (hold) {
      const step = direction === "up" || direction === "left" ? -1 : 1;
      const isAcross = direction === "up" || direction === "down";
      const target = isAcross ? toLane(board, hold, step, isOpen) : toRank(board, hold, step);
      setHold({ ...hold, target });
      return;
    }
    const next = cursor ? neighbour(board, cursor, direction) : null;
    if (!next) return;
    cardElement(next)?.focus();
  }

  const resize = (step: 1 | -1) => {
    if (chosen?.from) actions.resize(chosen.from.itemId, chosen.effortHalfMonths + step);
  };
  const takeOut = () => {
    if (!chosen?.from || hold) return;
    focusNext.current = cursor && heir(board, cursor);
    actions.takeOut(chosen.from.itemId);
    setCursor(focusNext.current);
  };
  const ifMine = (act: () => void) => (): false | undefined => {
    if (!isOnCard() || !chosen?.from) return false;
    if (!isOpen(chosen.from.teamId)) onRefused(chosen.from.teamId);
    else act();
  };

  useKeys(
    "roadmap",
    {
      place: () => {
        if (!isOnCard() || !cursor) return false;
        if (hold) putDown(hold);
        else pick(cursor, "keys");
      },
      release: () => {
        if (!hold) return false;
        setHold(null);
      },
      teamBefore: () => go("up"),
      teamAfter: () => go("down"),
      rankUp: () => go("left"),
      rankDown: () => go("right"),
      takeOff: ifMine(takeOut),
      larger: ifMine(() => resize(1)),
      smaller: ifMine(() => resize(-1)),
    },
    { subject: chosen?.subject.title },
  );

  useDragWatch({
    onPick: (cardId) => {
      setCursor(cardId);
      pick(cardId, "mouse");
    },
    onOver: (over) => {
      const target = over && over.place !== "tray" ? dropTarget(over, hold) : null;
      const isSame =
        target?.teamId === hold?.target?.teamId && target?.index === hold?.target?.index;
      if (hold && !isSame) setHold({ ...hold, target });
    },
    onDrop: (over) => {
      if (hold?.from && over?.place === "tray") {
        setHold(null);
        actions.takeOut(hold.from.itemId);
        return;
      }
      const target = over && over.place !== "tray" ? dropTarget(over, hold) : null;
      const lane = lanesOf(board).find((one) => one.teamId === target?.teamId);
      if (!hold || !lane || !takes(lane, hold, isOpen)) return setHold(null);
      putDown({ ...hold, target });
    },
  });

  return {
    cursor,
    tabStop: chosen ? cursor : (firstCard(board) ?? firstWaiting(board)),
    setCursor,
    hold,
    chosen,
    pickOrPutDown: () => (hold ? putDown(hold) : cursor && pick(cursor, "keys")),
    release: () => setHold(null),
    resize,
    takeOut,
  };
}

/** The rank under the pointer: behind every card whose middle lies left of it. */
function dropTarget(over: { place: string; element: Element; x: number }, hold: Hold | null) {
  const cards = [...over.element.querySelectorAll<HTMLElement>("[data-card]")];
  const before = cards.filter((card) => {
    const { left, width } = card.getBoundingClientRect();
    return card.dataset.card !== hold?.from?.itemId && left + width / 2 < over.x;
  });
  return { teamId: over.place, index: before.length };
}

function firstCard(board: Board): string | null {
  return lanesOf(board).find((lane) => lane.cards.length > 0)?.cards[0]?.id ?? null;
}

function firstWaiting(board: Board): string | null {
  return board.tray[0] ? trayId(board.tray[0].initiativeId) : null;
}

function isOnCard(): boolean {
  return Boolean(document.activeElement?.closest("[data-card]"));
}
