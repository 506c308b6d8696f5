"use client";

import { useRouter } from "next/navigation";
import { useEffect, useMemo, useRef, useState } from "react";
import { undoLast } from "#components/commands/command-queue.ts";
import { PickingContext } from "#components/distribution/distribution-context.ts";
import { DistributionHeader } from "#components/distribution/distribution-header.tsx";
import { DistributionStrip } from "#components/distribution/distribution-strip.tsx";
import { PeekPane } from "#components/distribution/peek-pane.tsx";
import { Pool } from "#components/distribution/pool.tsx";
import { TeamColumn } from "#components/distribution/team-column.tsx";
import { useDistribution } from "#components/distribution/use-distribution.ts";
import { useDistributionWords } from "#components/distribution/use-distribution-words.ts";
import { usePeek } from "#components/distribution/use-peek.ts";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { useDragWatch } from "#components/roadmap/use-drag.ts";
import type { QuarterChoice } from "#components/shell/quarter-switcher.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { EntryOrder } from "#lib/distribution/entries.ts";
import { type Hand, targetsOf } from "#lib/distribution/hand.ts";
import type { Distribution } from "#lib/distribution/views.ts";
import { insightKey } from "#lib/insights/number.ts";

/** Who takes what in a quarter: the pool at the left, a column a team, and the hands that move between them. */
export function DistributionScreen({
  distribution,
  asked,
  choices,
  now,
}: {
  distribution: Distribution;
  /** The order that its address asks for. */
  asked: Omit<EntryOrder, "money">;
  choices: readonly QuarterChoice[];
  /** An instant: ages are counted from it, on the server and here. */
  now: string;
}) {
  const { teams, quarter, money, isOver } = distribution;
  const { t } = useDistributionWords();
  const router = useRouter();
  const { hand, dispatch, acts, mayGive, ownTeam, isClaimable } = useDistribution(distribution, {
    ...asked,
    money,
  });
  const cursor = hand.entries.find(({ id }) => id === hand.cursorId);
  const peek = usePeek(cursor);
  function setOrder(order: EntryOrder) {
    dispatch({ type: "order", order });
    window.history.replaceState(null, "", addressOfOrder(window.location.href, order));
  }
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const targets = targetsOf(hand);
  const single = targets.length === 1 ? targets[0] : undefined;
  const mayPick = mayGive || ownTeam !== undefined;
  useFocusOnCursor(hand.cursorId);

  const draggedEntries = (id: string) =>
    hand.entries.filter((entry) =>
      hand.selected.has(id) ? hand.selected.has(entry.id) : entry.id === id,
    );
  useDragWatch({
    onPick: setDragged,
    onOver: (place) => setOver(place?.place ?? null),
    onDrop: (place) => {
      const entries = dragged ? draggedEntries(dragged) : [];
      setDragged(null);
      setOver(null);
      if (place?.place === "pool") acts.takeBack(entries);
      else
        acts.giveTo(
          entries,
          teams.find(({ id }) => id === place?.place),
        );
    },
  });

  useKeys("anywhere", { undo: () => (undoLast() ? undefined : false) });
  useKeys("list", {
    next: () => (peek.step(1) ? undefined : dispatch({ type: "move", by: 1 })),
    previous: () => (peek.step(-1) ? undefined : dispatch({ type: "move", by: -1 })),
    extendDown: () => (mayPick ? dispatch({ type: "extend", by: 1 }) : undefined),
    extendUp: () => (mayPick ? dispatch({ type: "extend", by: -1 }) : undefined),
    select: () =>
      mayPick && hand.cursorId ? dispatch({ type: "toggle", id: hand.cursorId }) : undefined,
    back: () => (peek.isOpen ? peek.close() : dispatch({ type: "clear" })),
    open: () => {
      const entry = hand.entries.find(({ id }) => id === hand.cursorId);
      const focused = document.activeElement;
      // A link or a summary that has the focus opens by itself.
      if (!entry || !(focused === document.body || focused?.hasAttribute("data-entry")))
        return false;
      const number = entry.insights[0]?.number ?? 0;
      router.push(entry.themeId ? `/themes/${entry.themeId}` : `/insights/${insightKey(number)}`);
    },
  });
  useKeys(
    "distribution",
    {
      shareOutDigit: ({ digit }) => acts.giveTo(targets, digit ? teams[digit - 1] : undefined),
      takeBack: () => acts.takeBack(targets),
    },
    { subject: single?.title, digits: teams.map(({ name }) => name), enabled: mayGive },
  );
  useKeys("distribution", { peek: peek.toggle }, { subject: single?.title });
  useKeys(
    "distribution",
    { claim: () => acts.claim(targets) },
    { subject: single?.title, enabled: ownTeam !== undefined },
  );

  /** What an earlier quarter left stays with the team that had it. */
  function leaveCarried() {
    for (const team of teams) {
      const theirs = listOf(hand, null).filter(
        ({ carriedFrom }) => carriedFrom?.teamId === team.id,
      );
      if (theirs.length > 0) acts.giveTo(theirs, team);
    }
  }
  const draggedEntry = dragged ? hand.entries.find(({ id }) => id === dragged) : undefined;
  const isHome = draggedEntry !== undefined && (draggedEntry.teamId ?? "pool") === over;
  const picking = useMemo(
    () => ({
      cursorId: hand.cursorId,
      selected: hand.selected,
      draggedId: dragged,
      over: isHome ? null : over,
      mayPick,
      mayDrag: mayGive,
      now: new Date(now),
      money,
      go: (id: string) => dispatch({ type: "go", id }),
      reach: (id: string) => dispatch({ type: "reach", id }),
      toggle: (id: string) => dispatch({ type: "toggle", id }),
    }),
    [hand.cursorId, hand.selected, dragged, over, isHome, mayPick, mayGive, now, money, dispatch],
  );
  const wouldGet = (teamId: string) =>
    over === teamId && !isHome ? (draggedEntry?.title ?? null) : null;
  return (
    <PickingContext value={picking}>
      <div className="flex h-dvh flex-col overflow-hidden max-md:h-[calc(100dvh-4rem)] print:h-auto">
        <DistributionHeader
          distribution={distribution}
          insights={hand.insights}
          choices={choices}
        />
        <div
          className={classNames(
            "min-h-0 flex-1 max-lg:overflow-y-auto lg:grid lg:grid-rows-1",
            !isOver && "lg:grid-cols-[18rem_minmax(0,1fr)]",
          )}
        >
          {isOver ? null : (
            <Pool
              entries={listOf(hand, null)}
              isCut={distribution.isCut}
              order={hand.order}
              onOrder={setOrder}
              onLeave={mayGive ? leaveCarried : undefined}
            />
          )}
          <div className="min-h-0 lg:grid lg:auto-cols-[minmax(15rem,1fr)] lg:grid-flow-col lg:grid-rows-1 lg:overflow-x-auto">
            {teams.map((team, index) => (
              <TeamColumn
                key={team.id}
                team={team}
                quarter={quarter}
                keys={mayGive && index < 9 ? `${index + 1}` : null}
                entries={listOf(hand, team.id)}
                carried={carriedOf(hand, team.id)}
                wouldGet={wouldGet(team.id)}
              />
            ))}
            {teams.length === 0 ? (
              <p className="px-6 py-4 text-ink-muted">{t("team.none")}</p>
            ) : null}
          </div>
        </div>
        {peek.isOpen && cursor ? (
          <PeekPane
            entry={cursor}
            peek={peek}
            teams={mayGive ? teams.slice(0, 9) : []}
            money={money}
            onGive={(team) => acts.giveTo([cursor], team)}
          />
        ) : null}
        {hand.selected.size > 0 ? (
          <div className="shrink-0">
            <DistributionStrip
              count={hand.selected.size}
              teams={mayGive ? teams.slice(0, 9) : []}
              ownTeam={ownTeam && targets.some(isClaimable) ? ownTeam : undefined}
              mayTakeBack={mayGive && targets.some(({ teamId }) => teamId !== null)}
              onClear={() => dispatch({ type: "clear" })}
              onGive={(team) => acts.giveTo(targets, team)}
              onClaim={() => acts.claim(targets)}
              onTakeBack={() => acts.takeBack(targets)}
            />
          </div>
        ) : null}
      </div>
    </PickingContext>
  );
}

function carriedOf({ insights }: Hand, teamId: string): number {
  return insights.filter(({ carriedFrom }) => carriedFrom?.teamId === teamId).length;
}

function addressOfOrder(address: string, { sort, by }: EntryOrder): string {
  const url = new URL(address);
  if (sort === "theme") url.searchParams.delete("sort");
  else url.searchParams.set("sort", sort);
  if (by === "theme") url.searchParams.delete("by");
  else url.searchParams.set("by", by);
  return `${url.pathname}${url.search}`;
}

function listOf({ entries }: Hand, teamId: string | null) {
  return entries.filter((entry) => entry.teamId === teamId);
}

/** The focus follows the cursor while it is on the lists, so that a reader hears where one is. */
function useFocusOnCursor(cursorId: string | null) {
  const last = useRef(cursorId);
  useEffect(() => {
    if (!cursorId || last.current === cursorId) return;
    last.current = cursorId;
    const entry = document.querySelector<HTMLElement>(`[data-entry="${CSS.escape(cursorId)}"]`);
    const focused = document.activeElement;
    const isElsewhere = focused !== document.body && !focused?.hasAttribute("data-entry");
    if (entry && focused !== entry && !isElsewhere) entry.focus();
  }, [cursorId]);
}
